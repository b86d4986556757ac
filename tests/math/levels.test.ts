import { describe, expect, it } from 'vitest';
import { aggregatedPosterior } from '../../src/math/density';
import { enclosingLevels, priorMassWithin } from '../../src/math/levels';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';
import { run } from '../support/run';
import { trainedCloud, upright } from './clouds';

describe('levels that enclose shares of the mass', () => {
  it('are, where q̄ is the prior, its density on the circles that hold as much', () => {
    const density = run(aggregatedPosterior(upright([0, 0], [1, 1]), { x: 0, y: 0, half: 6 }, 240));
    const masses = [1, 2, 3].map(priorMassWithin);
    for (const [i, expected] of [0.3935, 0.8647, 0.9889].entries()) {
      expectClose(masses[i]!, expected, { abs: 5e-5 }, 'mass');
    }
    const levels = enclosingLevels(density, masses);
    for (const [i, { density: level }] of levels.entries()) {
      expectClose(level, Math.exp(-0.5 * (i + 1) ** 2) / (2 * Math.PI), { rel: 5e-3 }, `circle ${i + 1}`);
    }
  });

  it('hold their share above them, and nothing less does', () => {
    const cloud = trainedCloud(createRandom(51), 100, { spread: 1, width: 0.2, uneven: 0.4 });
    const density = run(aggregatedPosterior(cloud, { x: 0, y: 0, half: 5 }, 100));
    const area = 0.1 ** 2;
    const levels = enclosingLevels(density, [0.9, 0.3]);
    expect(levels.map(({ mass }) => mass)).toEqual([0.3, 0.9]);
    for (const { mass, density: level } of levels) {
      const above = density.values.filter((value) => value > level).reduce((sum, value) => sum + value * area, 0);
      expect(above).toBeLessThan(mass);
      expect(above + level * area).toBeGreaterThanOrEqual(mass - 1e-6);
    }
  });

  it('leave out what the window does not hold', () => {
    const density = run(aggregatedPosterior(upright([3, 0], [0.5, 0.5]), { x: 0, y: 0, half: 3 }, 60));
    expect(enclosingLevels(density, [0.25, 0.75]).map(({ mass }) => mass)).toEqual([0.25]);
  });
});
