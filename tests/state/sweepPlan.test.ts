import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPlan,
  formatPlan,
  MODELS,
  parsePlan,
  parseValues,
  STEPS,
  SWEPT,
  type SweepPlan,
  USUAL_VALUES,
  usualPlan,
} from '../../src/state/sweepPlan';

const valuesOf = {
  beta: fc.double({ min: 0, max: 32, noNaN: true }).map((value) => value + 0),
  noiseScale: fc.double({ min: 0, max: 1.5, noNaN: true }).map((value) => value + 0),
  seed: fc.integer({ min: 0, max: 999_999 }),
  latent: fc.integer({ min: 1, max: 8 }),
};

const plans: fc.Arbitrary<SweepPlan> = fc.constantFrom(...SWEPT).chain((setting) =>
  fc.record({
    setting: fc.constant(setting),
    values: fc.oneof(
      fc.constant(USUAL_VALUES[setting]),
      fc.uniqueArray(valuesOf[setting] as fc.Arbitrary<number>, {
        minLength: MODELS.min,
        maxLength: MODELS.max,
        comparator: (a, b) => a === b,
      }),
    ),
    steps: fc.oneof(fc.constant(usualPlan().steps), fc.integer(STEPS)),
  }),
);

describe('the plan of a sweep', () => {
  it('goes into an address and comes out as it was; the usual one goes into none', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(parsePlan(formatPlan(plan) ?? 'b')).toEqual(plan);
      }),
      { seed: 5, numRuns: 300 },
    );
    expect(formatPlan(usualPlan())).toBeNull();
    expect(formatPlan(usualPlan('seed'))).toBe('r');
  });

  it('is read by short and by full names, with what is left out as usual', () => {
    expect(parsePlan('beta:0,4')).toEqual({ ...usualPlan(), values: [0, 4] });
    expect(parsePlan('sigma::30')).toEqual({ ...usualPlan('noiseScale'), steps: 30 });
    expect(parsePlan('z')).toEqual(usualPlan('latent'));
  });

  it('is none with values out of range, too few, too many or twice, with other settings or steps', () => {
    for (const text of [
      '',
      'd:1,2',
      'b:1',
      'b:1,1',
      'b:0,33',
      'b:0,,1',
      'b:0,x',
      'r:1,1.5',
      'z:0,1',
      'b:1,2,3,4,5,6,7,8,9',
      'b:0,1:0',
      'b:0,1:2.5',
      'b:0,1:100001',
      'b:0,1:2:3',
    ])
      expect(parsePlan(text), text).toBeNull();
  });

  it('says which value is wrong and what it must be', () => {
    const wrong = (part: Partial<SweepPlan>) => () => checkPlan({ ...usualPlan(), ...part });
    expect(wrong({ values: [0, 40] })).toThrow('beta is 40; it must be a number from 0 to 32');
    expect(wrong({ values: [1, 2, 1] })).toThrow('values are [1, 2, 1]; there must be 2 to 8 of them, all different');
    expect(wrong({ steps: 0 })).toThrow('steps is 0; it must be a whole number from 1 to 100000');
    expect(wrong({ setting: 'hidden' as 'beta' })).toThrow('setting is hidden');
  });

  it('takes lists as people write them', () => {
    for (const text of ['0, 0.5, 2', '0,0.5,2', ' 0 0.5  2 ', '0；0.5；2', '0，0.5，2'])
      expect(parseValues(text), text).toEqual([0, 0.5, 2]);
    expect(parseValues('0, two')).toEqual([0, Number.NaN]);
    expect(parseValues('')).toEqual([Number.NaN]);
  });
});
