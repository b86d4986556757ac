import { beforeAll, describe, expect, it } from 'vitest';
import { Coverage } from '../../../src/math/coverage';
import { onPlane, outlineReach, posteriorsOf } from '../../../src/math/posterior';
import { quantile } from '../../../src/math/quantile';
import type { Architecture } from '../../../src/model/layout';
import type { QuestionAnswers } from '../../../src/worker/jobProtocol';
import { measure } from '../../../src/worker/jobs/measure';
import { questions } from '../../../src/worker/jobs/questions';
import { expectClose } from '../../support/close';
import { createMoment, strokes } from '../../support/moments';
import { finish } from '../../support/work';

const architecture: Architecture = { inputs: 25, hidden: [9], latent: 2, activation: 'tanh' };
const coverage = new Coverage();

const ask = (hyper = {}, of = architecture): Promise<QuestionAnswers> =>
  finish(questions(createMoment(of, { hyper }).moment, coverage));

describe('the four questions', () => {
  let answers: QuestionAnswers;
  beforeAll(async () => {
    answers = await ask({ noiseScale: 0.4, beta: 2 });
  });

  it('name their moment, and what it was trained with', () => {
    expect(answers).toMatchObject({ step: 7, axes: [0, 1], noiseScale: 0.4, beta: 2 });
  });

  it('have the coverage and the KL of all ellipses together that the measures have', async () => {
    const measures = await finish(measure(createMoment(architecture, { hyper: { noiseScale: 0.4 } }).moment, coverage));
    const { coverage1, coverage2, circleCoverage, aggregateKl } = measures;
    expect(answers.region).toMatchObject({ coverage1, coverage2, circleCoverage, aggregateKl });
    expect(answers.region.area).toBeGreaterThan(0);
  });

  it('call a decode plausible up to the 95th percentile of the distances of all reconstructions', async () => {
    const { engine } = createMoment(architecture);
    const { mu } = await engine.encode('data');
    const means = await engine.decode(mu, 'bernoulli');
    const distances = Array.from({ length: strokes.n }, (_, i) => {
      let squared = 0;
      for (let k = 25 * i; k < 25 * (i + 1); k++) squared += (means[k]! - strokes.images[k]!) ** 2;
      return Math.sqrt(squared);
    });
    const { threshold, compared } = answers.plausibility;
    expectClose(threshold, quantile(distances, 0.95), { rel: 1e-6 }, 'threshold');
    expect(compared).toBe(strokes.n);
  });

  it('count every prior sample once, and list gaps that no 2σ outline reaches', async () => {
    const { inside, outside, completeness, gaps, threshold } = answers.plausibility;
    expect(inside.count + outside.count).toBe(512);
    expectClose(completeness.mean, (inside.plausible + outside.plausible) / 512, { abs: 1e-12 }, 'completeness');
    const codes = posteriorsOf('diagonal', 2, await createMoment(architecture).engine.encode('data'));
    const { mu, sigma } = onPlane(codes, [0, 1]);
    const reach = outlineReach('diagonal', 2, 0.4);
    for (const { x, y, distance } of gaps) {
      expect(distance).toBeGreaterThan(threshold);
      for (let i = 0; i < mu.length; i += 2) {
        expect(Math.hypot((x - mu[i]!) / sigma[i]!, (y - mu[i + 1]!) / sigma[i + 1]!)).toBeGreaterThan(reach);
      }
    }
  });

  it('measure how fast decodes change where samples are', () => {
    const { inside, outside } = answers.continuity;
    expect((inside?.count ?? 0) + (outside?.count ?? 0)).toBe(512);
    for (const side of [inside, outside]) {
      if (side !== null) expect(side.percentile95).toBeGreaterThanOrEqual(side.mean * 0.5);
    }
  });

  it('are the same when asked again at the same moment', async () => {
    expect(await ask({ noiseScale: 0.4, beta: 2 })).toEqual(answers);
  });

  it('find no area in points, and everything in the gaps', async () => {
    const { region, plausibility } = await ask({ noiseScale: 0 });
    expect(region).toMatchObject({ area: 0, coverage1: 0, coverage2: 0, circleCoverage: 0 });
    expect(plausibility.inside.count).toBe(0);
  });

  it('look at all axes for codes that are far, and at the plane for the rest', async () => {
    const deep = { ...architecture, latent: 3 };
    const { region, outliers } = await ask({}, deep);
    expect(region.coverage1).toBeGreaterThan(0);
    for (const { index } of outliers.listed) expect(index).toBeLessThan(strokes.n);
  });
});

it('codes that are no numbers are not asked about', async () => {
  const values = createMoment(architecture).engine;
  const { values: parameters } = await values.save();
  const { moment } = createMoment(architecture, { values: parameters.map(() => Number.NaN) });
  await expect(finish(questions(moment, coverage))).rejects.toThrow(RangeError);
});
