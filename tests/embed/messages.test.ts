import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FrameMessage,
  type FrameNumbers,
  type HostMessage,
  isFrameMessage,
  isHostMessage,
  MARK,
} from '../../src/embed/messages';

const NUMBERS: FrameNumbers = {
  step: 3,
  epoch: 0.1,
  stepsPerSecond: 900,
  beta: 1,
  noiseScale: 1,
  loss: 30,
  reconstruction: 25,
  regulariser: null,
  circleCoverage: 0.5,
};

const FROM_HOST: readonly HostMessage[] = [
  { type: 'hello' },
  { type: 'play' },
  { type: 'pause' },
  { type: 'set', settings: { beta: 4, hidden: [64, 32], lang: 'zh', transposed: true, seed: null } },
  { type: 'set', settings: {}, reply: 1 },
  { type: 'step', count: 100, reply: 2 },
];

const FROM_FRAME: readonly FrameMessage[] = [
  { type: 'ready', settings: { beta: 0, hidden: [64] } },
  { type: 'size', height: 612 },
  { type: 'frame', frame: NUMBERS },
  { type: 'frame', frame: { ...NUMBERS, model: 2 } },
  { type: 'done', reply: 1, frame: NUMBERS },
  { type: 'done', reply: 1, frame: null },
  { type: 'refused', reply: null, name: 'RangeError', message: 'no' },
  { type: 'failed', message: 'no' },
];

/** One field of a message taken away, or made something else. */
const damaged = (message: object): fc.Arbitrary<object> =>
  fc
    .tuple(fc.constantFrom(...Object.keys({ ...MARK, ...message })), fc.anything())
    .map(([name, value]) => ({ ...MARK, ...message, [name]: value }));

describe('messages', () => {
  it('pass their own guard, and no other', () => {
    for (const message of FROM_HOST) {
      expect(isHostMessage({ ...MARK, ...message })).toBe(true);
      expect(isFrameMessage({ ...MARK, ...message })).toBe(false);
    }
    for (const message of FROM_FRAME) {
      expect(isFrameMessage({ ...MARK, ...message })).toBe(true);
      expect(isHostMessage({ ...MARK, ...message })).toBe(false);
    }
  });

  it('are not taken without their mark, or of another version', () => {
    for (const message of [...FROM_HOST, ...FROM_FRAME]) {
      for (const mark of [{}, { vaeGeometry: 2 }, { vaeGeometry: '1' }]) {
        expect(isHostMessage({ ...mark, ...message })).toBe(false);
        expect(isFrameMessage({ ...mark, ...message })).toBe(false);
      }
    }
  });

  it.each([
    { type: 'step', count: '100', reply: 1 },
    { type: 'step', count: Number.NaN, reply: 1 },
    { type: 'step', count: 1 },
    { type: 'step', count: 1, reply: 0.5 },
    { type: 'set', settings: null },
    { type: 'set', settings: [1, 2] },
    { type: 'set', settings: { beta: { valueOf: 4 } } },
    { type: 'set', settings: { beta: Number.POSITIVE_INFINITY } },
    { type: 'set', settings: { hidden: [64, '32'] } },
    { type: 'set', settings: {}, reply: 'first' },
  ])('of a page are refused where a field is not what it must be: %j', (message) => {
    expect(isHostMessage({ ...MARK, ...message })).toBe(false);
  });

  it.each([
    { type: 'size', height: '100%' },
    { type: 'size', height: -1 },
    { type: 'size', height: Number.POSITIVE_INFINITY },
    { type: 'frame', frame: null },
    { type: 'frame', frame: { ...NUMBERS, step: null } },
    { type: 'frame', frame: { ...NUMBERS, loss: '30' } },
    { type: 'done', reply: 1 },
    { type: 'refused', reply: 1 },
    { type: 'refused', reply: 1, message: 'no' },
    { type: 'failed', message: { html: '<b>' } },
  ])('of a figure are refused where a field is not what it must be: %j', (message) => {
    expect(isFrameMessage({ ...MARK, ...message })).toBe(false);
  });

  it('are told from anything whatever without an error', () => {
    const anything = fc.oneof(
      fc.anything({ withMap: true, withSet: true, withTypedArray: true, withBigInt: true, withDate: true }),
      ...[...FROM_HOST, ...FROM_FRAME].map(damaged),
    );
    fc.assert(
      fc.property(anything, (data) => {
        expect(typeof isHostMessage(data)).toBe('boolean');
        expect(typeof isFrameMessage(data)).toBe('boolean');
      }),
      { seed: 81, numRuns: 1000 },
    );
  });

  it('that pass hold nothing but text, numbers, flags and lists of numbers where settings are', () => {
    const settings = fc.dictionary(fc.string(), fc.anything());
    fc.assert(
      fc.property(settings, (values) => {
        if (!isHostMessage({ ...MARK, type: 'set', settings: values })) return;
        for (const value of Object.values(values)) {
          const flat = Array.isArray(value) ? value : [value];
          expect(flat.every((each) => each === null || /^(string|number|boolean)$/.test(typeof each))).toBe(true);
        }
      }),
      { seed: 82, numRuns: 1000 },
    );
  });
});
