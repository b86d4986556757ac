import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOrderOf, sharesOf } from '../../src/math/holdout';

const anySplit = fc.record({
  n: fc.integer({ min: 1, max: 400 }),
  holdout: fc.double({ min: 0, max: 1, noNaN: true }),
  seed: fc.nat(999_999),
});

describe('shares of a data set', () => {
  it('have every image in one of them, in order, as many as were asked for and one at least to train on', () => {
    fc.assert(
      fc.property(anySplit, ({ n, holdout, seed }) => {
        const { training, heldOut } = sharesOf(n, holdout, seed);
        expect([...training, ...heldOut].toSorted((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
        for (const share of [training, heldOut]) expect([...share]).toEqual([...share].toSorted((a, b) => a - b));
        expect(heldOut.length).toBe(Math.min(Math.round(holdout * n), n - 1));
        expect(training.length).toBeGreaterThan(0);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('are the same for one seed, and others for another', () => {
    expect(sharesOf(300, 0.1, 7)).toEqual(sharesOf(300, 0.1, 7));
    expect(sharesOf(300, 0.1, 7)).not.toEqual(sharesOf(300, 0.1, 8));
  });

  it('grow with what is held out, and lose none', () => {
    const few = sharesOf(500, 0.1, 3).heldOut;
    const many = new Set(sharesOf(500, 0.3, 3).heldOut);
    expect([...few].filter((index) => !many.has(index))).toEqual([]);
  });

  it('hold each image out equally often over all seeds', () => {
    const [n, seeds, holdout] = [50, 2000, 0.2];
    const counts = new Float64Array(n);
    for (let seed = 0; seed < seeds; seed++)
      for (const index of sharesOf(n, holdout, seed).heldOut) counts[index]! += 1;
    // Five standard errors of a share that is found by so many draws.
    const bound = 5 * Math.sqrt((holdout * (1 - holdout)) / seeds);
    for (const held of counts) expect(Math.abs(held / seeds - holdout)).toBeLessThan(bound);
  });
});

describe('an order of a share', () => {
  it('is any permutation of it, and nothing else', () => {
    const share = Uint32Array.of(1, 2, 5, 9);
    expect(isOrderOf(Uint32Array.of(9, 1, 5, 2), share)).toBe(true);
    for (const other of [[1, 2, 5], [1, 2, 5, 9, 9], [1, 2, 5, 5], [1, 2, 5, 8], []])
      expect(isOrderOf(Uint32Array.from(other), share)).toBe(false);
  });
});
