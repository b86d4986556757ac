import { expect, it } from 'vitest';
import { SETS, type SetName } from '../../src/data/sets/sets';
import { loadSource } from '../../src/data/sources';
import { checkSetting } from '../../src/state/checkSetting';
import { colouredBy } from '../../src/state/factorColour';
import { factorWords } from '../../src/text/factors';
import { publicFiles } from '../support/publicFiles';

/** Variants that have all factors of a set, where its usual one has not. */
const ALL: Partial<Record<SetName, string>> = { faces: 'digits', shapes: 'shape.size.angle.x.y.light' };

it('every factor of every set colours the plane by its name, which addresses take and the page has words for', async () => {
  const names = new Set<string>();
  for (const set of Object.keys(SETS) as SetName[]) {
    const dataset = await loadSource({ kind: 'set', set, variant: ALL[set] ?? '', count: 20 }, publicFiles);
    for (const factor of dataset.factors ?? []) {
      names.add(factor.name);
      expect(colouredBy(dataset, factor.name), set).toBe(factor);
    }
  }
  expect([...names].toSorted()).toEqual(['angle', 'category', 'italic', 'light', 'serif', 'size', 'weight', 'x', 'y']);
  for (const name of names) {
    expect(() => checkSetting('colour', name)).not.toThrow();
    for (const words of Object.values(factorWords)) expect(words.names).toHaveProperty(name);
  }
});

it('no factor does where the data set has none of that name', () => {
  const factors = [{ name: 'size', values: new Float32Array(3), levels: null }];
  expect(colouredBy({ factors }, 'weight')).toBeNull();
  expect(colouredBy({ factors }, '')).toBeNull();
  expect(colouredBy({}, 'size')).toBeNull();
});
