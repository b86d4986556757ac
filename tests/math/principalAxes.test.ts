import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { principalAxes } from '../../src/math/principalAxes';
import { expectClose } from '../support/close';

const extents = fc.double({ min: 0.01, max: 10, noNaN: true });
const correlations = fc.double({ min: -0.999, max: 0.999, noNaN: true });

describe('the principal axes of an ellipse', () => {
  it('give its covariance back', () => {
    fc.assert(
      fc.property(extents, extents, correlations, (a, b, rho) => {
        const { major, minor, angle } = principalAxes(a, b, rho);
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        const near = { rel: 1e-9, abs: 1e-9 * (a * a + b * b) };
        expectClose((major * c) ** 2 + (minor * s) ** 2, a * a, near, 'along the first axis');
        expectClose((major * s) ** 2 + (minor * c) ** 2, b * b, near, 'along the second');
        expectClose((major ** 2 - minor ** 2) * c * s, rho * a * b, near, 'between them');
        expect(major).toBeGreaterThanOrEqual(minor);
      }),
      { seed: 121, numRuns: 300 },
    );
  });

  it('are the axes of the plane where nothing is correlated, the longer first', () => {
    expect(principalAxes(2, 1, 0)).toEqual({ major: 2, minor: 1, angle: 0 });
    expect(principalAxes(1, 2, 0)).toEqual({ major: 2, minor: 1, angle: Math.PI / 2 });
  });

  it('are a diagonal where both are one number, and nothing of a point', () => {
    const { major, minor, angle } = principalAxes(1, 1, 1);
    expectClose(major, Math.SQRT2, { rel: 1e-12 }, 'major');
    expect(minor).toBe(0);
    expectClose(angle, Math.PI / 4, { rel: 1e-12 }, 'angle');
    expect(principalAxes(0, 0, 0)).toEqual({ major: 0, minor: 0, angle: 0 });
  });
});
