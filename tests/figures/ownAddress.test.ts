/** Figures with a component of their own, and what the address says of them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OWN_VALUES, ownValuesSpec } from '../../src/figures/own/values';
import { FIGURES } from '../../src/figures/table';
import { type AddressFault, readAddress } from '../../src/state/address';
import type { FigureSpec } from '../../src/state/figureSpec';
import type { OwnValue } from '../../src/state/ownValues';
import { defaultPageSettings } from '../../src/state/pageSettings';
import { writeAddress } from '../../src/state/writeAddress';
import { openedWith, ownText } from '../support/ownText';

const ALL: readonly FigureSpec[] = Object.values(FIGURES);
const LABS = ALL.flatMap(({ labs }) => labs.map(({ id }) => id));
const OWN = ALL.filter(({ own }) => own).map(({ id }) => id);

/** Any value that there is. */
const anyValue = (spec: OwnValue): fc.Arbitrary<number | string> =>
  'form' in spec
    ? fc.stringMatching(/^[0-3-]([.~]?[\w-]{4}){0,20}$/)
    : spec.integer
      ? fc.integer(spec)
      : fc.double({ min: spec.min, max: spec.max, noNaN: true }).map((value) => value + 0);

const anyValues = fc.record(
  Object.fromEntries(
    OWN.map((id) => [
      id,
      fc.record(Object.fromEntries(Object.entries(ownValuesSpec(id)).map(([name, spec]) => [name, anyValue(spec)]))),
    ]),
  ),
);

it('every one of them has its values, and no other figure', () => {
  expect(Object.keys(OWN_VALUES).toSorted()).toEqual(OWN.toSorted());
});

it('any state of them goes through the address unchanged', () => {
  fc.assert(
    fc.property(anyValues, (states) => {
      const said = OWN.map((id) => {
        const text = ownText();
        openedWith(id, ownValuesSpec(id), text).set(states[id]!);
        return [id, text.getState()] as const;
      });
      const hash = writeAddress({
        place: null,
        page: defaultPageSettings(),
        pageDefaults: defaultPageSettings(),
        labs: [],
        own: Object.fromEntries(said),
      });
      const read = readAddress(hash, LABS, [], OWN);
      expect(read).toMatchObject({ place: null, page: {}, labs: {}, faults: [] });
      for (const id of OWN) {
        const faults: AddressFault[] = [];
        const values = openedWith(id, ownValuesSpec(id), ownText(read.own?.[id] ?? null), faults);
        expect(values.store.getState()).toEqual(states[id]);
        expect(faults).toEqual([]);
      }
    }),
    { seed: 83, numRuns: 200 },
  );
});

it('the address is silent of what they open with', () => {
  const own = Object.fromEntries(
    OWN.map((id) => {
      const text = ownText();
      openedWith(id, ownValuesSpec(id), text);
      return [id, text.getState()];
    }),
  );
  const page = defaultPageSettings();
  expect(writeAddress({ place: null, page, pageDefaults: page, labs: [], own })).toBe('');
});

it('garbage behind their ids never throws, sets nothing, and all of it is told', () => {
  const name = fc.oneof(fc.constantFrom('mu', 'sigma', 'cloud', 'painted', '__proto__', 'constructor'), fc.string());
  fc.assert(
    fc.property(fc.constantFrom(...OWN), name, fc.string(), (id, key, value) => {
      const hash = `#v=1&${new URLSearchParams([[`${id}.${key}`, value]])}`;
      const { own, labs, faults } = readAddress(hash, LABS, [], OWN);
      // Figures with labs have settings behind their ids, too.
      fc.pre(Object.keys(labs).length === 0 && faults.length === 0);
      const told: AddressFault[] = [];
      const values = openedWith(id, ownValuesSpec(id), ownText(own?.[id] ?? null), told);
      const initial = openedWith(id, ownValuesSpec(id)).store.getState();
      const changed = Object.keys(initial).filter((each) => values.store.getState()[each] !== initial[each]);
      if (told.length > 0) expect(changed).toEqual([]);
      else expect(changed.every((each) => each.toLowerCase() === key.toLowerCase())).toBe(true);
    }),
    { seed: 84, numRuns: 500 },
  );
});

it('what stands behind the id of no figure, or names no value, is told', () => {
  const { own, faults } = readAddress('#v=1&kl.mu=2&xy.mu=2&shapes.b=1&shapes.cloud=3', LABS, [], OWN);
  expect(own).toEqual({ kl: { mu: '2' }, shapes: { cloud: '3' } });
  expect(faults).toMatchObject([{ text: 'xy.mu=2', kind: 'unknown' }]);
});
