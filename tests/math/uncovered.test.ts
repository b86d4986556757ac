import { describe, expect, it } from 'vitest';
import { FAMILIES, outlineReach } from '../../src/math/family';
import { createRandom } from '../../src/math/random';
import { uncoveredCells } from '../../src/math/uncovered';
import type { PlaneWindow } from '../../src/math/window';
import { run } from '../support/run';
import { isUnderOutline, randomCloud, upright } from './clouds';

const REST: PlaneWindow = { x: 0, y: 0, half: 3.25 };

describe('uncovered cells', () => {
  it.each(FAMILIES)('are those inside the circle and under no outline, point by point: %s', (family) => {
    const random = createRandom(31);
    for (const window of [REST, { x: 1.4, y: -0.7, half: 1.1 }]) {
      for (const k of [1, 2]) {
        const cloud = randomCloud(random, 25, 1, 0.3, family);
        const reach = outlineReach(family, k, 0.9);
        const size = 37;
        const found = run(uncoveredCells(cloud, reach, window, size, k));
        const expected = Array.from(found, (_, cell) => {
          const x = window.x - window.half + (((cell % size) + 0.5) * 2 * window.half) / size;
          const y = window.y + window.half - ((Math.floor(cell / size) + 0.5) * 2 * window.half) / size;
          return Math.hypot(x, y) <= k && !isUnderOutline(cloud, reach, x, y) ? 1 : 0;
        });
        expect([...found]).toEqual(expected);
        expect(expected).toContain(1);
      }
    }
  });

  it('are the disc where there are no posteriors, and none under one that covers it', () => {
    const area = (cells: Uint8Array): number => cells.reduce((sum, cell) => sum + cell, 0) * (6.5 / 200) ** 2;
    expect(area(run(uncoveredCells(upright([], []), 1, REST, 200, 1)))).toBeCloseTo(Math.PI, 1);
    expect(area(run(uncoveredCells(upright([0, 0], [1, 1]), 1.1, REST, 200, 1)))).toBe(0);
  });

  it('are found in slices', () => {
    const cloud = randomCloud(createRandom(32), 20_000, 1, 0.1);
    let slices = 0;
    for (const computation = uncoveredCells(cloud, 1, REST, 64, 1); !computation.next().done; ) slices += 1;
    expect(slices).toBeGreaterThan(5);
  });
});
