import fc from 'fast-check';
import { KEYS, type Key, type Settings, SPECS } from '../../src/state/settings';
import type { Spec } from '../../src/state/specs';

/** Values that a setting takes. */
export function valuesOf(spec: Spec): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case 'number':
      return spec.integer
        ? fc.integer({ min: spec.min, max: spec.max })
        : fc.double({ min: spec.min, max: spec.max, noNaN: true });
    case 'choice':
      return fc.constantFrom<string | number>(...spec.choices);
    case 'flag':
      return fc.boolean();
    case 'word':
      return fc.stringMatching(/^[\w.-]{0,12}$/);
    case 'widths':
      return fc.array(fc.integer({ min: 1, max: spec.maxWidth }), { maxLength: spec.maxLayers });
  }
}

/** Any valid settings of a table. */
export const settingsLike = <T extends object>(
  keys: readonly (keyof T & string)[],
  specs: Readonly<Record<string, Spec>>,
): fc.Arbitrary<T> =>
  fc.record(Object.fromEntries(keys.map((key) => [key, valuesOf(specs[key]!)]))) as unknown as fc.Arbitrary<T>;

/** Any valid settings of a lab. */
export const anySettings = settingsLike<Settings>(KEYS, SPECS);

/** Values that no setting takes: a key, the value, and how an error shows it. */
export const outOfRange: readonly (readonly [Key, unknown, string])[] = [
  ['beta', -0.1, '-0.1'],
  ['beta', 32.1, '32.1'],
  ['beta', Number.NaN, 'NaN'],
  ['beta', Number.POSITIVE_INFINITY, 'Infinity'],
  ['beta', '1', '"1"'],
  ['beta', null, 'null'],
  ['beta', undefined, 'undefined'],
  ['beta', 1n, '1'],
  ['noiseScale', 1.6, '1.6'],
  ['sigmaX', 0, '0'],
  ['seed', 1.5, '1.5'],
  ['seed', -1, '-1'],
  ['batchSize', 0, '0'],
  ['learningRate', 200, '200'],
  ['data', 'people', '"people"'],
  ['variant', 'a b', '"a b"'],
  ['variant', 7, '7'],
  ['count', -1, '-1'],
  ['size', 7, '7'],
  ['size', '8', '"8"'],
  ['likelihood', 'toString', '"toString"'],
  ['binary', true, 'true'],
  ['posterior', 'gaussian', '"gaussian"'],
  ['samples', 0, '0'],
  ['samples', 2.5, '2.5'],
  ['samples', 17, '17'],
  ['speed', 5, '5'],
  ['hidden', [0], '[0]'],
  ['hidden', [64, 32.5], '[64,32.5]'],
  ['hidden', [2048], '[2048]'],
  ['hidden', [1, 2, 3, 4], '[1,2,3,4]'],
  ['hidden', [Number.NaN], '[NaN]'],
  ['hidden', ['64'], '["64"]'],
  ['hidden', 64, '64'],
  ['hidden', '64', '"64"'],
  ['transposed', 1, '1'],
];
