import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandIndex, factorise, solveFactorised } from '../../src/math/cholesky';
import { createRandom } from '../../src/math/random';
import { expectAllClose } from '../support/close';

/** A positive definite matrix with a band, n × n: L·Lᵀ of a random L with that band. */
function definite(seed: number, n: number, width: number): number[][] {
  const random = createRandom(seed);
  const factor = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) =>
      j > i || i - j > width ? 0 : i === j ? 1 + random.uniform() : random.normal(),
    ),
  );
  return factor.map((a) => factor.map((b) => a.reduce((sum, value, k) => sum + value * b[k]!, 0)));
}

/** The lower triangle of a matrix; what lies outside of it is NaN, so that a use of it is seen. */
function banded(matrix: readonly number[][], width: number): Float64Array {
  const band = new Float64Array(matrix.length * (width + 1)).fill(Number.NaN);
  matrix.forEach((row, i) => {
    for (let j = Math.max(0, i - width); j <= i; j++) band[bandIndex(i, j, width)] = row[j]!;
  });
  return band;
}

describe('a banded Cholesky factorisation', () => {
  it('solves what was multiplied out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 20 }), fc.nat(20), (seed, n, wide) => {
        const width = Math.min(wide, n - 1);
        const matrix = definite(seed, n, width);
        const x = Float64Array.from({ length: n }, (_, i) => Math.cos(i + seed));
        const b = Float64Array.from(matrix, (row) => row.reduce((sum, value, j) => sum + value * x[j]!, 0));
        const band = banded(matrix, width);
        expect(factorise(band, width)).toBe(true);
        solveFactorised(band, width, b);
        // Random factors of twenty rows have condition numbers up to 1e9.
        expectAllClose(b, x, { abs: 1e-4 });
      }),
      { seed: 41, numRuns: 60 },
    );
  });

  it('says so of a matrix that is not positive definite, or not of numbers', () => {
    for (const matrix of [
      [[0]],
      [[-1]],
      [[Number.NaN]],
      [
        [1, 1],
        [1, 1],
      ],
      [
        [1, 2],
        [2, 1],
      ],
    ]) {
      expect(factorise(banded(matrix, matrix.length - 1), matrix.length - 1)).toBe(false);
    }
  });
});
