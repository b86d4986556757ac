import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipseOf } from '../../src/math/ellipse';
import { expectClose } from '../support/close';
import { densityAt } from './clouds';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const shapes = [real(0.05, 3), real(0.05, 3), real(-0.99, 0.99)] as const;

describe('ellipse of a Gaussian', () => {
  it('has the Gaussian’s density', () => {
    fc.assert(
      fc.property(...shapes, real(-2, 2), real(-2, 2), (a, b, rho, dx, dy) => {
        const { run, rise, shear, area } = ellipseOf(a, b, rho, 1e-6);
        const v = rise * dy;
        const u = run * (dx - shear * dy);
        const cloud = { family: 'full', mu: [0, 0], sigma: [a, b], correlation: [rho] } as never;
        const density = Math.exp(-0.5 * (u * u + v * v)) / (2 * Math.PI * area);
        expectClose(density, densityAt(cloud, 0, dx, dy), { rel: 1e-8, abs: 1e-300 }, 'density');
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('has the least extent along its shortest axis, and its own along those of the plane', () => {
    fc.assert(
      fc.property(...shapes, (a, b, rho) => {
        const { sigmaX, sigmaY, shortest, acrossX, acrossY, area } = ellipseOf(a, b, rho, 1e-6);
        expectClose(sigmaX, a, { rel: 1e-9 }, 'x');
        expectClose(sigmaY, b, { rel: 1e-9 }, 'y');
        expectClose(Math.hypot(acrossX, acrossY), 1, { rel: 1e-9 }, 'unit vector');
        const variance = (x: number, y: number): number => (a * x) ** 2 + (b * y) ** 2 + 2 * rho * a * b * x * y;
        expectClose(variance(acrossX, acrossY), shortest ** 2, { rel: 1e-6, abs: 1e-12 }, 'variance across');
        for (let k = 0; k < 16; k++) {
          const along = variance(Math.cos((k * Math.PI) / 16), Math.sin((k * Math.PI) / 16));
          expect(along).toBeGreaterThanOrEqual(shortest ** 2 * (1 - 1e-9));
        }
        expectClose(area, a * b * Math.sqrt(1 - rho * rho), { rel: 1e-9 }, 'area');
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('is made as wide as asked for, and no wider', () => {
    const point = ellipseOf(0, 0, 0, 0.01);
    expect([point.sigmaX, point.sigmaY, point.shortest]).toEqual([0.01, 0.01, 0.01]);
    const needle = ellipseOf(1, 1, 1, 0.01);
    expectClose(needle.shortest, 0.01, { rel: 1e-12 });
    // Along the diagonal it is as long as before: variances 2 and .0001 in halves.
    expectClose(needle.sigmaX ** 2, 1 + 0.5e-4, { rel: 1e-12 });
    expectClose(ellipseOf(1, 1e-4, 0, 1e-9, 100).sigmaY, 0.01, { rel: 1e-12 }, 'longest over shortest');
    expect(ellipseOf(2, 0.5, 0, 0.01).sigmaX).toBe(2);
  });
});
