import { describe, expect, it } from 'vitest';
import { aggregatedPosterior, type Density } from '../../src/math/density';
import { FAMILIES } from '../../src/math/family';
import { legendreRule } from '../../src/math/legendre';
import { normalCdf } from '../../src/math/normal';
import { createRandom } from '../../src/math/random';
import type { PlaneWindow } from '../../src/math/window';
import { expectAllClose, expectClose } from '../support/close';
import { run } from '../support/run';
import { type Cloud, mixtureAt, randomCloud, reordered, trainedCloud, upright } from './clouds';

const REST: PlaneWindow = { x: 0, y: 0, half: 3.25 };
const densityOf = (cloud: Cloud, window = REST, size = 40): Density => run(aggregatedPosterior(cloud, window, size));

/** The mean of q̄ over a cell by 12 × 12 Gauss–Legendre nodes in each of `parts`² parts. */
function meanOver(cloud: Cloud, left: number, bottom: number, side: number, parts: number): number {
  const { nodes, weights } = legendreRule(12);
  let mean = 0;
  for (let part = 0; part < parts * parts; part++) {
    for (const [i, u] of nodes.entries()) {
      for (const [j, v] of nodes.entries()) {
        const x = left + (side * ((part % parts) + u)) / parts;
        const y = bottom + (side * (Math.floor(part / parts) + v)) / parts;
        mean += (weights[i]! * weights[j]! * mixtureAt(cloud, x, y)) / parts ** 2;
      }
    }
  }
  return mean;
}

describe('aggregated posterior over a window', () => {
  it.each([
    { family: 'isotropic', size: 0.3 },
    { family: 'diagonal', size: 0.3 },
    { family: 'diagonal', size: 0.05 },
    { family: 'full', size: 0.3 },
    { family: 'full', size: 0.12 },
  ] as const)('is the direct sum, averaged over each cell: $family of σ $size', ({ family, size }) => {
    const cloud = trainedCloud(createRandom(41), 30, { spread: 0.6, width: size, uneven: 0.2, family });
    const window = { x: 0.3, y: -0.2, half: 1.5 };
    const { values } = densityOf(cloud, window, 30);
    const peak = Math.max(...values);
    for (let cell = 0; cell < 900; cell += 7) {
      const left = window.x - 1.5 + (cell % 30) * 0.1;
      const bottom = window.y + 1.5 - (Math.floor(cell / 30) + 1) * 0.1;
      expectClose(values[cell]!, meanOver(cloud, left, bottom, 0.1, 4), { abs: 1e-4 * peak }, `cell ${cell}`);
    }
  });

  it('of a box is its overlap with each cell', () => {
    // A square of side 1 around (.55, .25), on cells of side ½ from −1.
    const box = upright([0.55, 0.25], [1 / Math.sqrt(12), 1 / Math.sqrt(12)], 'box');
    const { values, mass } = densityOf(box, { x: 0, y: 0, half: 1 }, 4);
    const columns = [0, 0, 0.45 / 0.5, 0.5 / 0.5];
    const rows = [0.25 / 0.5, 1, 0.25 / 0.5, 0];
    expectAllClose(
      values,
      rows.flatMap((row) => columns.map((column) => row * column)),
      { abs: 1e-6 },
    );
    expectClose(mass, 0.95, { abs: 1e-6 });
  });

  it('of points is their share of each cell', () => {
    const points = upright([0.5, 0.5, 0.6, 0.9, -0.5, -0.9, 7, 7], new Float32Array(8), 'point');
    const { values, mass } = densityOf(points, { x: 0, y: 0, half: 1 }, 2);
    expect([...values]).toEqual([0, 0.5, 0.25, 0]);
    expect(mass).toBe(0.75);
    // On the edges of a window they belong to the cells within.
    const corners = upright([-1, -1, 1, -1, 1, 1, -1, 1], new Float32Array(8), 'point');
    expect([...densityOf(corners, { x: 0, y: 0, half: 1 }, 2).values]).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it.each(FAMILIES)('holds all of its mass however narrow the posteriors are: %s', (family) => {
    const random = createRandom(42);
    for (const size of [1e-30, 1e-12, 1e-6, 1e-3, 0.02, 0.3]) {
      const { values, mass } = densityOf(randomCloud(random, 40, 0.5, size, family), { x: 0, y: 0, half: 5 });
      expectClose(mass, 1, { abs: 2e-4 }, `sigma ${size}`);
      expectClose(values.reduce((sum, value) => sum + value, 0) * (10 / 40) ** 2, mass, { abs: 1e-6 });
      expect(values.every((value) => value >= 0)).toBe(true);
    }
  });

  it('says how much of it the window holds', () => {
    const inside = normalCdf(1) - normalCdf(-1);
    expectClose(densityOf(upright([0, 0], [1, 1]), { x: 0, y: 0, half: 1 }).mass, inside * inside, { abs: 1e-9 });
    expect(densityOf(upright([30, 0], [1, 1])).mass).toBe(0);
    // Of tilted ones as well: half of the plane.
    const tilted: Cloud = { ...upright([-1, 0], [0.3, 0.3], 'full'), correlation: Float32Array.of(0.7) };
    expectClose(densityOf(tilted, { x: 1, y: 0, half: 2 }).mass, 0.5, { abs: 1e-4 });
  });

  it('does not depend on the order of the codes, and turns with them', () => {
    const random = createRandom(43);
    for (const family of ['diagonal', 'full', 'box'] as const) {
      const cloud = randomCloud(random, 30, 1, 0.3, family);
      const { values } = densityOf(cloud);
      expectAllClose(densityOf(reordered(cloud, random)).values, values, { abs: 1e-7, rel: 1e-6 });
      const opposite = { ...cloud, mu: cloud.mu.map((value) => -value) };
      expectAllClose(densityOf(opposite).values, values.toReversed(), { abs: 1e-6, rel: 1e-5 });
    }
  });

  it('leaves out codes that are not finite', () => {
    const cloud = upright([0, 0, Number.NaN, 0, 0, Infinity], [1, 1, 1, 1, 1, 1]);
    const { values, mass } = densityOf(cloud);
    expect(values.every(Number.isFinite)).toBe(true);
    expectClose(mass, 1 / 3, { abs: 1e-3 });
  });

  it('is found in slices', () => {
    for (const family of FAMILIES) {
      const cloud = randomCloud(createRandom(44), 4000, 1, 0.2, family);
      let slices = 0;
      for (const computation = aggregatedPosterior(cloud, REST, 64); !computation.next().done; ) slices += 1;
      expect(slices).toBeGreaterThan(2);
    }
  });
});
