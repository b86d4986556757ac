import { describe, expect, it } from 'vitest';
import { endless } from '../../src/math/endless';
import { FAMILIES, type Family } from '../../src/math/family';
import type { PlanarPosteriors } from '../../src/math/posterior';
import { createRandom } from '../../src/math/random';
import { visitedCells } from '../../src/math/visitedCells';
import { boxOf, type PlaneWindow } from '../../src/math/window';

const posteriors = (
  family: Family,
  mu: readonly number[],
  sigma: readonly number[],
  correlation: readonly number[] | null = null,
): PlanarPosteriors => ({
  family,
  mu: Float32Array.from(mu),
  sigma: Float32Array.from(sigma),
  correlation: correlation === null ? null : Float32Array.from(correlation),
});

/** Points of a grid over a square, its edges among them. */
const GRID = 40;

/**
 * How far a posterior's outline at s would have to be stretched about its centre to meet a square: the least over many
 * points of the square, which is too large by a share of a grid step at most.
 */
function stretch(
  { family, mu, sigma, correlation }: PlanarPosteriors,
  i: number,
  noiseScale: number,
  cell: PlaneWindow,
): number {
  const [a, b] = [noiseScale * sigma[2 * i]!, noiseScale * sigma[2 * i + 1]!];
  const rho = correlation?.[i] ?? 0;
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0; row <= GRID; row++) {
    for (let column = 0; column <= GRID; column++) {
      const u = (cell.x + cell.half * ((2 * column) / GRID - 1) - mu[2 * i]!) / a;
      const v = (cell.y + cell.half * ((2 * row) / GRID - 1) - mu[2 * i + 1]!) / b;
      const at =
        family === 'box'
          ? Math.max(Math.abs(u), Math.abs(v)) / Math.sqrt(3)
          : Math.sqrt((u * u - 2 * rho * u * v + v * v) / (1 - rho * rho));
      least = Math.min(least, at);
    }
  }
  return least;
}

describe('visitedCells', () => {
  it.each(FAMILIES.filter((family) => family !== 'point'))(
    'of %s posteriors agrees with trying every outline on every cell',
    (family) => {
      const random = createRandom(104);
      let certain = 0;
      for (let run = 0; run < 20; run++) {
        const count = 1 + random.below(9);
        const window = { x: random.normal(), y: random.normal(), half: 1 + 4 * random.uniform() };
        const n = random.below(6);
        const each = (value: () => number, width: number): number[] => Array.from({ length: width * n }, value);
        const cloud = posteriors(
          family,
          each(() => 2 * random.normal(), 2),
          each(() => 0.1 + random.uniform(), 2),
          family === 'full' ? each(() => 1.8 * random.uniform() - 0.9, 1) : null,
        );
        const noiseScale = 0.2 + random.uniform();
        const cells = visitedCells(cloud, noiseScale, boxOf(window), count);
        const half = window.half / count;
        for (let at = 0; at < count * count; at++) {
          const x = window.x - window.half + (2 * (at % count) + 1) * half;
          const y = window.y + window.half - (2 * Math.floor(at / count) + 1) * half;
          const near = Array.from({ length: n }, (_, i) => stretch(cloud, i, noiseScale, { x, y, half }));
          const nearest = Math.min(...near);
          // The grid of tried points leaves some close ones open.
          if (nearest > 1 && near.some((value, i) => value - slack(cloud, i, noiseScale, half) < 1)) continue;
          certain++;
          expect(cells[at]).toBe(nearest <= 1 ? 1 : 0);
        }
      }
      expect(certain).toBeGreaterThan(400);
    },
  );

  it('reaches along the tilt of an ellipse, not across it', () => {
    const window = { x: 0, y: 0, half: 2 };
    const rising = visitedCells(posteriors('full', [0, 0], [1.5, 1.5], [0.95]), 1, boxOf(window), 4);
    expect([...rising]).toEqual([0, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0]);
  });

  it('has the corners of a rectangle, which an ellipse lacks', () => {
    const window = { x: 0, y: 0, half: 2 };
    const sigma = 1.2 / Math.sqrt(3);
    expect([...visitedCells(posteriors('box', [0, 0], [sigma, sigma]), 1, boxOf(window), 4)]).toEqual(
      new Array(16).fill(1),
    );
    const round = visitedCells(posteriors('diagonal', [0, 0], [1.2, 1.2]), 1, boxOf(window), 4);
    expect([0, 3, 12, 15].map((corner) => round[corner])).toEqual([0, 0, 0, 0]);
  });

  it.each<[string, Family, number, number]>([
    ['where σ is 0', 'diagonal', 1, 0],
    ['where no noise is used', 'diagonal', 0, 1],
    ['of a family of points', 'point', 1, 0],
    ['of rectangles without extent', 'box', 0, 1],
  ])('marks the cell of the centre alone %s', (_, family, noiseScale, sigma) => {
    const window = { x: 0, y: 0, half: 2 };
    const cloud = posteriors(family, [-1.5, 1.5, 0.5, -0.5], new Array(4).fill(sigma));
    const cells = visitedCells(cloud, noiseScale, boxOf(window), 4);
    expect([...cells].flatMap((cell, at) => (cell === 1 ? [at] : []))).toEqual([0, 10]);
  });

  it('marks nothing for codes out of view, and everything for one that is everywhere', () => {
    const window = { x: 0, y: 0, half: 1 };
    expect(visitedCells(posteriors('full', [9, 9], [1, 1], [0.5]), 1, boxOf(window), 3)).toEqual(new Uint8Array(9));
    expect(visitedCells(posteriors('diagonal', [9, 9], [99, 99]), 1, boxOf(window), 3)).toEqual(
      new Uint8Array(9).fill(1),
    );
  });

  it('clears the flags it is given', () => {
    const out = new Uint8Array(9).fill(1);
    const window = { x: 0, y: 0, half: 1 };
    expect(visitedCells(posteriors('diagonal', [], []), 1, boxOf(window), 3, out)).toBe(out);
    expect(out).toEqual(new Uint8Array(9));
  });
});

/** How much the least of the tried points may exceed that of all: half a step of the grid, as the outline stretches. */
function slack({ sigma, correlation }: PlanarPosteriors, i: number, noiseScale: number, half: number): number {
  const step = half / GRID;
  const rho = Math.abs(correlation?.[i] ?? 0);
  const narrow = noiseScale * Math.min(sigma[2 * i]!, sigma[2 * i + 1]!) * Math.sqrt(1 - rho);
  return (Math.SQRT2 * step) / narrow;
}

it('stretches with a rectangle: cells of another height are those of a plane that is as much flatter', () => {
  const random = createRandom(7);
  const mu = Array.from({ length: 40 }, () => 2 * random.normal());
  const sigma = Array.from({ length: 40 }, () => 0.05 + 0.4 * random.uniform());
  const rho = Array.from({ length: 20 }, () => 1.8 * random.uniform() - 0.9);
  const flat = (values: number[]): number[] => values.map((value, i) => (i % 2 === 1 ? value / 4 : value));
  const square = { left: -2, bottom: -2, right: 2, top: 2 };
  const wide = { left: -2, bottom: -0.5, right: 2, top: 0.5 };
  const cells = visitedCells(posteriors('full', mu, sigma, rho), 1, square, 9);
  expect(cells.reduce((sum, cell) => sum + cell)).toBeGreaterThan(20);
  expect(visitedCells(posteriors('full', flat(mu), flat(sigma), rho), 1, wide, 9)).toEqual(cells);
});

it.each([1, 0])('of codes of one axis are whole columns, s = %s', (noiseScale) => {
  const strips = endless(posteriors('diagonal', [-1.5, 0], [0.2, 1]), [0, -1]);
  const cells = visitedCells(strips, noiseScale, boxOf({ x: 0, y: 7, half: 2 }), 4);
  expect([...cells]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]);
});
