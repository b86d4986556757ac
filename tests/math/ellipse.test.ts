import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipseArea, ellipseBox, ellipseContains, ellipsePoint, posteriorEllipse } from '../../src/math/ellipse';
import { expectClose } from '../support/close';

const seeded = { seed: 3, numRuns: 300 };
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const ellipses = fc.record({ x: real(-5, 5), y: real(-5, 5), a: real(0.01, 5), b: real(0.01, 5) });

describe('the ellipse of a posterior', () => {
  const mu = Float32Array.of(0, 0, 1, -2);
  const sigma = Float32Array.of(1, 1, 0.5, 0.25);

  it('has the axes k·s·sigma around mu', () => {
    expect(posteriorEllipse(mu, sigma, 1, 1)).toEqual({ x: 1, y: -2, a: 0.5, b: 0.25 });
    expect(posteriorEllipse(mu, sigma, 1, 0.5)).toEqual({ x: 1, y: -2, a: 0.25, b: 0.125 });
    expect(posteriorEllipse(mu, sigma, 1, 0.5, 2)).toEqual({ x: 1, y: -2, a: 0.5, b: 0.25 });
  });

  it('is the unit circle where posterior and prior agree', () => {
    const circle = posteriorEllipse(mu, sigma, 0, 1);
    expect(ellipseArea(circle)).toBe(Math.PI);
    expect(ellipseContains(circle, 0.6, 0.8)).toBe(true);
    expect(ellipseContains(circle, 0.6, 0.81)).toBe(false);
  });

  it('is a point without inside or area at s = 0', () => {
    const point = posteriorEllipse(mu, sigma, 1, 0);
    expect(ellipseArea(point)).toBe(0);
    expect(ellipseContains(point, 1, -2)).toBe(false);
    expect(ellipseContains(point, 3, 3)).toBe(false);
    expect(ellipsePoint(point, 1)).toEqual([1, -2]);
  });

  it('has its contour between what it contains and what it does not, inside its box', () => {
    fc.assert(
      fc.property(ellipses, real(0, 2 * Math.PI), (ellipse, angle) => {
        const [x, y] = ellipsePoint(ellipse, angle);
        const along = (t: number): boolean =>
          ellipseContains(ellipse, ellipse.x + t * (x - ellipse.x), ellipse.y + t * (y - ellipse.y));
        expect(along(1 - 1e-6)).toBe(true);
        expect(along(1 + 1e-6)).toBe(false);
        const { x0, y0, x1, y1 } = ellipseBox(ellipse);
        expect(x >= x0 && x <= x1 && y >= y0 && y <= y1).toBe(true);
      }),
      seeded,
    );
  });

  it('touches each side of its box', () => {
    fc.assert(
      fc.property(ellipses, (ellipse) => {
        const { x0, y0, x1, y1 } = ellipseBox(ellipse);
        const turn = [0, 1, 2, 3].map((quarter) => ellipsePoint(ellipse, (quarter * Math.PI) / 2));
        expectClose(turn[0]![0], x1, { abs: 1e-14 });
        expectClose(turn[1]![1], y1, { abs: 1e-14 });
        expectClose(turn[2]![0], x0, { abs: 1e-14 });
        expectClose(turn[3]![1], y0, { abs: 1e-14 });
      }),
      seeded,
    );
  });
});
