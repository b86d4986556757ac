/** What is asked of a window of the plane. */
import { describe, expect, it } from 'vitest';
import { Coverage } from '../../../src/math/coverage';
import { posteriorsOf } from '../../../src/math/posterior';
import type { Architecture } from '../../../src/model/layout';
import { density } from '../../../src/worker/jobs/density';
import { measure } from '../../../src/worker/jobs/measure';
import { uncovered } from '../../../src/worker/jobs/uncovered';
import { expectClose } from '../../support/close';
import { createMoment, strokes } from '../../support/moments';
import { finish } from '../../support/work';

const architecture: Architecture = { inputs: 25, hidden: [9], latent: 3, activation: 'tanh' };

describe('the density', () => {
  it('is that of the posteriors on the axes that are shown', async () => {
    const { moment, engine } = createMoment(architecture, { axes: [0, 2] });
    const window = { x: 0.2, y: -0.4, half: 0.05 };
    const field = await finish(density(moment, { window, size: 3 }));
    expect(field).toMatchObject({ step: 7, axes: [0, 2], window, size: 3 });
    const { mu, logVar } = await engine.encode('data');
    // The middle cell is small beside every posterior.
    let expected = 0;
    for (let i = 0; i < strokes.n; i++) {
      let log = -Math.log(2 * Math.PI * strokes.n);
      for (const [axis, at] of [[0, window.x] as const, [2, window.y] as const]) {
        const half = 0.5 * logVar[3 * i + axis]!;
        log -= half + 0.5 * ((at - mu[3 * i + axis]!) / Math.exp(half)) ** 2;
      }
      expected += Math.exp(log);
    }
    expectClose(field.values[4]!, expected, { rel: 1e-3 }, 'density');
  });

  it('holds nearly all mass in a large window, and has levels for the three circles', async () => {
    const { moment } = createMoment(architecture);
    const { mass, levels, values } = await finish(density(moment, { window: { x: 0, y: 0, half: 12 }, size: 96 }));
    expectClose(mass, 1, { abs: 1e-3 }, 'mass');
    expect(levels.map((level) => level.mass.toFixed(3))).toEqual(['0.393', '0.865', '0.989']);
    for (const level of levels) {
      const held = values.reduce((sum, value) => sum + (value >= level.density ? value * 0.25 ** 2 : 0), 0);
      expect(held).toBeGreaterThanOrEqual(level.mass - 1e-6);
    }
  });
});

describe('what is uncovered', () => {
  it.each([0, 0.3, 1])('is what the share of the circle that is covered leaves, s = %s', async (noiseScale) => {
    const hyper = { noiseScale };
    const { circleCoverage } = await finish(measure(createMoment(architecture, { hyper }).moment, {}, new Coverage()));
    const window = { x: 0, y: 0, half: 1 };
    const { moment } = createMoment(architecture, { hyper });
    const { cells, ...rest } = await finish(uncovered(moment, { window, size: 128 }));
    expect(rest).toEqual({ step: 7, axes: [0, 1], window, size: 128 });
    const area = cells.reduce((sum, cell) => sum + cell, 0) * (2 / 128) ** 2;
    expectClose(area, (1 - circleCoverage) * Math.PI, { abs: 0.02 }, 'area');
  });

  it('of one axis is whole columns: the other has no say', async () => {
    const hyper = { noiseScale: 0.15 };
    const { moment, engine } = createMoment({ ...architecture, latent: 1 }, { hyper, axes: [0, -1] });
    const { mu, sigma } = posteriorsOf('diagonal', 1, await engine.encode('data'));
    const { cells } = await finish(uncovered(moment, { window: { x: 0, y: 0, half: 1 }, size: 64 }));
    const middle = (i: number): number => (i + 0.5) / 32 - 1;
    const expected = Array.from(cells, (_, cell) => {
      const [x, y] = [middle(cell % 64), middle(Math.floor(cell / 64))];
      const covered = mu.some((centre, i) => Math.abs(x - centre) <= 0.15 * sigma[i]!);
      return Math.hypot(x, y) <= 1 && !covered ? 1 : 0;
    });
    expect([...cells]).toEqual(expected);
    expect(expected).toContain(1);
  });
});
