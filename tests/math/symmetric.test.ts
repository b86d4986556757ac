import fc from 'fast-check';
import { describe, it } from 'vitest';
import { createRandom } from '../../src/math/random';
import { eigenSymmetric } from '../../src/math/symmetric';
import { expectAllClose, expectClose } from '../support/close';

describe('eigenvalues of a symmetric matrix', () => {
  it('of two rows, by hand', () => {
    const { values, vectors } = eigenSymmetric([2, 1, 1, 2], 2);
    expectAllClose(values, [3, 1], { abs: 1e-15 });
    expectClose(Math.abs(vectors[0]! + vectors[1]!), Math.SQRT2, { abs: 1e-15 });
    expectClose(vectors[2]! + vectors[3]!, 0, { abs: 1e-15 });
  });

  it('of the second difference matrix are 2 − 2 cos(kπ/(n + 1))', () => {
    const n = 9;
    const matrix = Array.from({ length: n * n }, (_, at) => [2, -1][Math.abs(Math.floor(at / n) - (at % n))] ?? 0);
    const expected = Array.from({ length: n }, (_, i) => 2 - 2 * Math.cos(((n - i) * Math.PI) / (n + 1)));
    expectAllClose(eigenSymmetric(matrix, n).values, expected, { abs: 1e-14 });
  });

  it('of zeros and of equal eigenvalues give orthonormal vectors', () => {
    for (const [matrix, values] of [
      [
        [0, 0, 0, 0],
        [0, 0],
      ],
      [
        [5, 0, 0, 5],
        [5, 5],
      ],
    ] as const) {
      const found = eigenSymmetric(matrix, 2);
      expectAllClose(found.values, values, { abs: 0 });
      expectAllClose(found.vectors.map(Math.abs), [1, 0, 0, 1], { abs: 0 });
    }
  });

  it('put the matrix together again: Σ λ v vᵀ, with v orthonormal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 12 }), (seed, n) => {
        const random = createRandom(seed);
        const half = Array.from({ length: n * n }, () => random.normal());
        const matrix = half.map((value, at) => value + half[(at % n) * n + Math.floor(at / n)]!);
        const { values, vectors } = eigenSymmetric(matrix, n);
        const sum = (weight: (i: number) => number, entry: (i: number, at: number) => number): number[] =>
          matrix.map((_, at) => values.reduce((total, __, i) => total + weight(i) * entry(i, at), 0));
        const row = (at: number): number => Math.floor(at / n);
        expectAllClose(
          sum(
            (i) => values[i]!,
            (i, at) => vectors[i * n + row(at)]! * vectors[i * n + (at % n)]!,
          ),
          matrix,
          { abs: 1e-12 },
        );
        expectAllClose(
          sum(
            () => 1,
            (i, at) => vectors[row(at) * n + i]! * vectors[(at % n) * n + i]!,
          ),
          matrix.map((_, at) => (row(at) === at % n ? 1 : 0)),
          { abs: 1e-13 },
        );
        expectAllClose(
          values,
          [...values].sort((a, b) => b - a),
          { abs: 0 },
        );
      }),
      { seed: 42, numRuns: 60 },
    );
  });
});
