import { describe, expect, it } from 'vitest';
import { contoursOf } from '../../../src/draw/plane/contours';
import { normalField } from '../../support/density';

/** The points of path data, and where lines begin anew. */
function pointsOf(path: string): { x: number; y: number; begins: boolean }[] {
  return [...path.matchAll(/([ML])(\S+) ([^ML]+)/g)].map(([, command, x, y]) => ({
    x: Number(x),
    y: Number(y),
    begins: command === 'M',
  }));
}

describe('the contours of a normal density', () => {
  const SIZE = 96;
  const HALF = 4;
  const field = normalField({ x: 0.25, y: -0.5, half: HALF }, SIZE, { x: 0.25, y: -0.5, sx: 1, sy: 0.5 });
  const found = contoursOf(field);

  it('are the ellipses of 1σ, 2σ and 3σ', () => {
    expect(found.map(({ mass }) => mass)).toEqual(field.levels.map(({ mass }) => mass));
    const unit = SIZE / (2 * HALF);
    found.forEach(({ path }, i) => {
      const points = pointsOf(path);
      expect(points.length).toBeGreaterThan(40);
      for (const { x, y } of points) {
        const radius = Math.hypot((x - SIZE / 2) / unit, (y - SIZE / 2) / unit / 0.5);
        // Lines between cells of a width of 1/12 err by the curvature of a density that is not straight there.
        expect(Math.abs(radius - (i + 1))).toBeLessThan(0.05);
      }
      expect(points.filter(({ begins }) => begins)).toHaveLength(1);
    });
  });

  it('are named at the lower left', () => {
    found.forEach(({ name }) => {
      expect(name![0]).toBeLessThan(SIZE / 2);
      expect(name![1]).toBeGreaterThan(SIZE / 2);
    });
    const out = found.map(({ name }) => name![1] - name![0]);
    expect(out).toEqual([...out].sort((a, b) => a - b));
  });
});

it('a density that reaches its level nowhere has no line and no name', () => {
  const field = normalField({ x: 0, y: 0, half: 3 }, 16);
  const [none] = contoursOf({ ...field, levels: [{ mass: 0.5, density: 1 }] });
  expect(none).toEqual({ mass: 0.5, path: '', name: null });
});
