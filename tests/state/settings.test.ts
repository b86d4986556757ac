import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSetting, rangeText } from '../../src/state/checkSetting';
import { defaultSettings, KEYS, type Key, SPECS } from '../../src/state/settings';
import { fromPosition, STEPS, stepOf, toPosition, valueAtStep, valueBeyond } from '../../src/state/sliderScale';
import type { NumberSpec } from '../../src/state/specs';
import { expectClose } from '../support/close';
import { outOfRange, valuesOf } from '../support/settings';

const numbers = KEYS.map((key) => ({ key, spec: SPECS[key] })).filter(
  (entry): entry is { key: Key; spec: NumberSpec } => entry.spec.kind === 'number',
);
const positions = fc.double({ min: 0, max: 1, noNaN: true });

describe('the table', () => {
  it('has a default in range for every setting', () => {
    const defaults = defaultSettings();
    for (const key of KEYS) expect(() => checkSetting(key, defaults[key]), key).not.toThrow();
    expect(Object.keys(defaults)).toEqual(KEYS);
  });

  it('opens on the autoencoder', () => {
    expect(defaultSettings()).toMatchObject({ beta: 0, noiseScale: 0 });
  });

  it('gives every setting an address key of its own, apart from the version', () => {
    const keys = KEYS.map((key) => SPECS[key].short);
    expect(new Set([...keys, 'v']).size).toBe(KEYS.length + 1);
    for (const key of keys) expect(key).toMatch(/^[a-z]+$/);
  });

  it('restarts for what fixes a run, and for nothing that is shown, or that it is trained with', () => {
    const restarting = KEYS.filter((key) => SPECS[key].restart);
    expect(restarting.toSorted()).toEqual([
      'activation',
      'binary',
      'count',
      'data',
      'hidden',
      'holdout',
      'init',
      'latent',
      'posterior',
      'seed',
      'size',
      'transposed',
      'variant',
    ]);
  });
});

describe('checkSetting', () => {
  it('accepts whatever is in range', () => {
    for (const key of KEYS) {
      fc.assert(
        fc.property(valuesOf(SPECS[key]), (value) => checkSetting(key, value)),
        { seed: 51, numRuns: 50 },
      );
    }
  });

  it.each(outOfRange)('refuses %s %s and names the key, the value and the range', (key, value, shown) => {
    const check = () => checkSetting(key, value);
    expect(check).toThrow(RangeError);
    expect(check).toThrow(`${key} is ${shown}; it must be ${rangeText(SPECS[key])}`);
  });

  it('names the limits in the range', () => {
    expect(rangeText(SPECS.beta)).toBe('a number from 0 to 32');
    expect(rangeText(SPECS.seed)).toBe('a whole number from 0 to 999999');
    expect(rangeText(SPECS.likelihood)).toBe('one of bernoulli, gaussian, gaussian-learned, squared');
    expect(rangeText(SPECS.transposed)).toBe('true or false');
    expect(rangeText(SPECS.hidden)).toBe('at most 3 whole numbers from 1 to 1024, or none');
  });

  it.each(['sigma', 'toString', '__proto__', ''])('knows no setting “%s” and names those there are', (key) => {
    expect(() => checkSetting(key, 1)).toThrow(TypeError);
    expect(() => checkSetting(key, 1)).toThrow('noiseScale');
  });
});

describe.each(numbers)('the slider of $key', ({ key, spec }) => {
  it('goes from the least to the greatest value', () => {
    expectClose(fromPosition(spec, 0), spec.min, { abs: 1e-12 }, 'left end');
    expectClose(fromPosition(spec, 1), spec.max, { rel: 1e-12 }, 'right end');
    expect(() => checkSetting(key, fromPosition(spec, 0))).not.toThrow();
    expect(() => checkSetting(key, fromPosition(spec, 1))).not.toThrow();
  });

  it('stays in range in between', () => {
    fc.assert(
      fc.property(positions, (position) => {
        const value = fromPosition(spec, position);
        checkSetting(key, spec.integer ? Math.round(value) : value);
      }),
      { seed: 52, numRuns: 300 },
    );
  });

  it('finds the position of a value, and the value of a position', () => {
    fc.assert(
      fc.property(positions, (position) => {
        expectClose(toPosition(spec, fromPosition(spec, position)), position, { abs: 1e-9 }, 'position');
      }),
      { seed: 53, numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.double({ min: spec.min, max: spec.max, noNaN: true }), (value) => {
        expectClose(fromPosition(spec, toPosition(spec, value)), value, { rel: 1e-9, abs: 1e-12 }, 'value');
      }),
      { seed: 54, numRuns: 300 },
    );
  });

  it('is led on by every key, from wherever it is, to its ends', () => {
    const values = fc.double({ min: spec.min, max: spec.max, noNaN: true });
    fc.assert(
      fc.property(values, fc.constantFrom(-100, -1, 1, 100), (value, by) => {
        const present = spec.integer ? Math.round(value) : value;
        const to = Math.min(STEPS, Math.max(0, stepOf(spec, present) + by));
        const next = valueBeyond(spec, present, to);
        expect(next).toBeGreaterThanOrEqual(spec.min);
        expect(next).toBeLessThanOrEqual(spec.max);
        const atEnd = stepOf(spec, present) === to || next === valueAtStep(spec, by > 0 ? STEPS : 0);
        if (!atEnd) expect(Math.sign(next - present)).toBe(Math.sign(by));
      }),
      { seed: 56, numRuns: 500 },
    );
  });

  it('rises from left to right', () => {
    fc.assert(
      fc.property(positions, positions, (a, b) => {
        fc.pre(Math.abs(a - b) > 1e-9);
        expect(Math.sign(fromPosition(spec, a) - fromPosition(spec, b))).toBe(Math.sign(a - b));
      }),
      { seed: 55, numRuns: 300 },
    );
  });
});

describe('the slider of β', () => {
  const spec = SPECS.beta as NumberSpec;

  it('reaches 0 itself at its left end, and 0 has its place there', () => {
    expect(fromPosition(spec, 0)).toBe(0);
    expect(toPosition(spec, 0)).toBe(0);
  });

  it('does not jump where its logarithmic part begins', () => {
    const start = toPosition(spec, spec.from!);
    expect(start).toBeGreaterThan(0.02);
    expectClose(fromPosition(spec, start - 1e-9), spec.from!, { rel: 1e-6 }, 'just below');
    expectClose(fromPosition(spec, start + 1e-9), spec.from!, { rel: 1e-6 }, 'just above');
  });
});
