import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatrices } from '../../src/math/indicatrices';
import { expectAllClose, expectClose } from '../support/close';

describe('indicatrices', () => {
  it('of a metric along the axes are its inverse roots, the long axis where the image moves least', () => {
    const found = indicatrices(Float64Array.of(4, 0, 0, 1), 1);
    // √(major·minor) = 1 with major : minor = 2.
    expectAllClose([found.major[0]!, found.minor[0]!], [Math.SQRT2, Math.SQRT1_2], { rel: 1e-14 });
    expectClose(found.change, Math.SQRT2, { rel: 1e-14 });
    expectClose(found.angle[0]!, Math.PI / 2, { abs: 1e-14 });
    expectClose(indicatrices(Float64Array.of(1, 0, 0, 4), 1).angle[0]!, 0, { abs: 1e-14 });
  });

  it('hold δᵀGδ = c² on their outline, for every metric', () => {
    const stretch = fc.double({ min: 0.01, max: 100, noNaN: true });
    const turn = fc.double({ min: 0, max: Math.PI, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(stretch, stretch, turn), { minLength: 1, maxLength: 9 }), (axes) => {
        const all = axes.map(([a, b, t]) => {
          const [c, s] = [Math.cos(t), Math.sin(t)];
          const mixed = (a - b) * c * s;
          return [a * c * c + b * s * s, mixed, mixed, a * s * s + b * c * c];
        });
        const found = indicatrices(Float64Array.from(all.flat()), 0.2);
        for (const [i, [xx, xy, , yy]] of all.entries()) {
          expect(found.major[i]).toBeGreaterThanOrEqual(found.minor[i]! * (1 - 1e-12));
          for (const t of [0, 0.4, 1.3, 2.2]) {
            const [u, v] = [found.major[i]! * Math.cos(t), found.minor[i]! * Math.sin(t)];
            const x = u * Math.cos(found.angle[i]!) - v * Math.sin(found.angle[i]!);
            const y = u * Math.sin(found.angle[i]!) + v * Math.cos(found.angle[i]!);
            const moved = xx! * x * x + 2 * xy! * x * y + yy! * y * y;
            expectClose(moved, found.change ** 2, { rel: 1e-6 });
          }
          expect(found.angle[i]).toBeGreaterThan(-Math.PI / 2 - 1e-12);
          expect(found.angle[i]).toBeLessThanOrEqual(Math.PI / 2);
        }
        const radii = Array.from(found.major, (a, i) => Math.sqrt(a * found.minor[i]!)).sort((a, b) => a - b);
        expectClose(radii[radii.length >> 1]!, 0.2, { rel: 1e-6 }, 'median radius');
      }),
      { seed: 71, numRuns: 100 },
    );
  });

  it('are without end where nothing moves, and leave the others their size', () => {
    const found = indicatrices(Float64Array.of(0, 0, 0, 0, 1, 0, 0, 1, 1, 1, 1, 1), 0.5);
    expect([...found.major]).toEqual([Infinity, 0.5, Infinity]);
    expect(found.minor[0]).toBe(Infinity);
    expectAllClose(found.minor.subarray(1), [0.5, 0.5 * Math.SQRT1_2], { rel: 1e-14 });
    expectClose(found.angle[2]!, -Math.PI / 4, { abs: 1e-14 });
  });
});
