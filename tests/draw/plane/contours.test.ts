import { describe, expect, it } from 'vitest';
import { contoursOf, placeForName } from '../../../src/draw/plane/contours';
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

  it('are named at the lower left, clear of each other and of the edges, wherever the window lies', () => {
    for (const unit of [2, 5, 20]) {
      for (const shift of [0, 0.3, 0.8]) {
        const named: { name: string; x: number; y: number }[] = [];
        for (const { points } of found) {
          const place = placeForName(points, ([x, y]) => [unit * x - shift * 200, unit * y], 200, named);
          if (place === null) continue;
          const [x, y] = place;
          for (const at of [x, y]) expect(Math.abs(at - 100)).toBeLessThan(100 - 18);
          for (const other of named) expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(18);
          named.push({ name: '', x, y });
        }
        // All of the field is in view, and nothing is in the way.
        if (unit === 2 && shift === 0) {
          expect(named).toHaveLength(3);
          for (const { x, y } of named) {
            expect(x).toBeLessThan(SIZE);
            expect(y).toBeGreaterThan(SIZE);
          }
        }
      }
    }
  });

  it('of which nothing is in view have no name', () => {
    expect(placeForName(found[0]!.points, ([x, y]) => [x + 1000, y], 200, [])).toBe(null);
  });
});

it('a density that reaches its level nowhere has no line and no name', () => {
  const field = normalField({ x: 0, y: 0, half: 3 }, 16);
  const [none] = contoursOf({ ...field, levels: [{ mass: 0.5, density: 1 }] });
  expect(none).toEqual({ mass: 0.5, path: '', points: [] });
});
