import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/math/random';
import { combine, gramMatrix, largestPrincipalAngle, orthonormal } from '../../src/math/subspace';
import { expectAllClose, expectClose } from '../support/close';

const identity = (k: number): number[] => Array.from({ length: k * k }, (_, at) => (at % (k + 1) === 0 ? 1 : 0));

describe('orthonormal rows', () => {
  it('span the same, first row first, also where rows are nearly parallel', () => {
    const random = createRandom(81);
    const rows = Float64Array.from({ length: 4 * 30 }, () => random.normal());
    for (let p = 0; p < 30; p++) rows[30 + p] = rows[p]! + 1e-6 * rows[30 + p]!;
    const found = orthonormal(rows, 4);
    expectAllClose(gramMatrix(found, found, 4), identity(4), { abs: 1e-14 });
    const inside = combine(gramMatrix(rows, found, 4), found, 4);
    expectAllClose(inside, rows, { abs: 1e-13 });
    expect(gramMatrix(rows, found, 4)[1]).toBeCloseTo(0, 12);
  });

  it('cannot be made of rows that depend on each other', () => {
    expect(() => orthonormal([1, 2, 2, 4], 2)).toThrow('Direction 1 of 2 depends on those before it');
    expect(() => orthonormal([0, 0], 1)).toThrow('Direction 0 of 1');
  });
});

describe('the largest principal angle', () => {
  it('of two lines is the angle between them, small or right', () => {
    for (const angle of [0, 1e-9, 1e-3, 1, Math.PI / 2]) {
      expectClose(largestPrincipalAngle([2, 0], [Math.cos(angle), Math.sin(angle)], 1), angle, {
        abs: 1e-15,
        rel: 1e-9,
      });
    }
    expectClose(largestPrincipalAngle([1, 0], [-1, 0], 1), 0, { abs: 1e-15 });
  });

  it('of two planes in space is that of their normals', () => {
    expectClose(largestPrincipalAngle([1, 0, 0, 0, 1, 0], [1, 0, 0, 0, Math.cos(0.3), Math.sin(0.3)], 2), 0.3, {
      rel: 1e-12,
    });
  });

  it('is that by which one of several orthogonal planes was turned most, whatever vectors span them', () => {
    const angle = fc.double({ min: 0, max: Math.PI / 2, noNaN: true });
    fc.assert(
      fc.property(fc.array(angle, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 1e6 }), (angles, seed) => {
        const [k, random] = [angles.length, createRandom(seed)];
        const D = 2 * k + 3;
        const frame = orthonormal(
          Float64Array.from({ length: D * D }, () => random.normal()),
          D,
        );
        const mixed = (rows: Float64Array): Float64Array =>
          combine(
            Float64Array.from(identity(k), (one) => 3 * one + 0.5 * random.normal()),
            rows,
            k,
          );
        const a = frame.slice(0, k * D);
        const b = a.map((value, at) => {
          const turn = angles[Math.floor(at / D)]!;
          return Math.cos(turn) * value + Math.sin(turn) * frame[k * D + at]!;
        });
        expectClose(largestPrincipalAngle(mixed(a), mixed(b), k), Math.max(...angles), { abs: 1e-6 });
      }),
      { seed: 82, numRuns: 60 },
    );
  });
});
