import { expect, it, vi } from 'vitest';
import { Coverage } from '../../../src/math/coverage';
import { judgedVariance } from '../../../src/math/explained';
import { outlineReach } from '../../../src/math/family';
import { onPlane, posteriorsOf } from '../../../src/math/posterior';
import { quantile } from '../../../src/math/quantile';
import { type Architecture, createLayout } from '../../../src/model/layout';
import { measure } from '../../../src/worker/jobs/measure';
import { questions } from '../../../src/worker/jobs/questions';
import { expectClose } from '../../support/close';
import { createProblem } from '../../support/models';
import { createMoment, strokes } from '../../support/moments';
import { finish } from '../../support/work';

vi.mock(import('../../../src/math/explained'), { spy: true });

const architecture: Architecture = { inputs: 25, hidden: [9], latent: 3, activation: 'tanh' };
const coverage = new Coverage(64);
const answer = (noiseScale: number) =>
  finish(questions(createMoment(architecture, { hyper: { noiseScale }, axes: [0, 2] }).moment, coverage));

/** A model whose centres lie close together, and whose posteriors are as wide as the prior; its decodes pass for their images. */
function near(noiseScale: number) {
  const wide: Architecture = { inputs: 25, hidden: [2], latent: 2, activation: 'relu' };
  const { values } = createProblem(wide, 1).parameters;
  const { head } = createLayout(wide);
  for (let row = 0; row <= head.inputs; row++) {
    const at = head.offset + row * head.outputs;
    // Columns of μ, then of ln σ².
    for (let k = 0; k < 2; k++) values[at + k]! *= 0.05;
    values.fill(0, at + 2, at + 4);
  }
  const { moment } = createMoment(wide, { values, hyper: { noiseScale } });
  moment.squaredErrors = function* () {
    yield;
    return new Float64Array(strokes.n);
  };
  return finish(questions(moment, coverage));
}

it('the questions are answered from the same moment and plane as the measures', async () => {
  const found = await answer(1);
  const measures = await finish(measure(createMoment(architecture, { axes: [0, 2] }).moment, {}, coverage));
  expect(found).toMatchObject({ step: 7, axes: [0, 2], noiseScale: 1 });
  for (const key of ['coverage1', 'coverage2', 'circleCoverage', 'aggregateKl'] as const)
    expect(found[key]).toBe(measures[key]);
  expect(await answer(1), 'and alike each time').toEqual(found);
});

it('the shape is judged by how far all posteriors together are from the prior, where samples have a width', async () => {
  const { shape, aggregateKl } = await answer(0.2);
  expect(shape.aggregateKl).toBe(aggregateKl);
  const points = await answer(0);
  expect(points.aggregateKl, 'which σ does not change').toBe(aggregateKl);
  expect(points.shape).toEqual({ ...shape, shape: points.shape.shape, aggregateKl: null });
});

it('a close cloud of no shape is a disc by the width of its posteriors, and none where no sample has a width', async () => {
  const [wide, points] = [await near(1), await near(0)];
  expect(wide.aggregateKl).toBeLessThan(0.05);
  expect(wide.shape).toMatchObject({ shape: 'disc', aggregateKl: wide.aggregateKl });
  expect(points.shape).toMatchObject({ shape: 'irregular', aggregateKl: null, departure: wide.shape.departure });
});

// Of 50 images: 20, one, and none.
it.each([0.4, 0.02, 0])(
  'where decodes explain nothing of the images that are held out, or of all, nothing is coded: %f',
  async (holdout) => {
    const { moment, engine, trainer } = createMoment(architecture, { holdout });
    const { heldOut, training } = trainer.shares;
    const found = await finish(questions(moment, coverage));
    expect(found.explainedOf).toBe(holdout === 0 ? 'all' : 'heldOut');
    const of = holdout === 0 ? training : heldOut;
    const means = await engine.decode((await engine.encode('data')).mu, 'bernoulli');
    let [left, variance] = [0, 0];
    for (let k = 0; k < 25; k++) {
      const mean = training.reduce((sum, i) => sum + strokes.images[25 * i + k]! / training.length, 0);
      for (const i of of) {
        variance += (strokes.images[25 * i + k]! - mean) ** 2;
        left += (strokes.images[25 * i + k]! - means[25 * i + k]!) ** 2;
      }
    }
    expectClose(found.shape.explained!, 1 - left / variance, { rel: 1e-5 });
    expect(found.shape.explained).toBeLessThan(0);
    expect(found.shape.shape).toBe('nothing');
  },
);

it('how much the images of a share vary is found once a run', async () => {
  const summed = vi.mocked(judgedVariance);
  const { moment } = createMoment(architecture, { holdout: 0.4 });
  summed.mockClear();
  const first = await finish(questions(moment, coverage));
  expect(await finish(questions(moment, coverage))).toEqual(first);
  expect(summed).toHaveBeenCalledTimes(1);
  await finish(questions(createMoment(architecture, { holdout: 0.2 }).moment, coverage));
  expect(summed, 'of another share').toHaveBeenCalledTimes(2);
});

it('every draw of the prior is inside of the outlines or in a gap', async () => {
  for (const noiseScale of [1, 0.2, 0]) {
    const { plausibility, continuity, area } = await answer(noiseScale);
    const { inside, outside, completeness } = plausibility;
    expect(inside.count + outside.count).toBe(1000);
    expect(completeness.mean).toBeCloseTo((inside.plausible + outside.plausible) / 1000, 9);
    expect(continuity.inside?.count ?? 0).toBe(inside.count);
    // Points cover nothing.
    if (noiseScale === 0) expect(inside.count).toBe(0);
    expect(area > 0).toBe(noiseScale > 0);
  }
});

it('a decode is plausible up to the 95th percentile of the distances of all reconstructions', async () => {
  const { engine } = createMoment(architecture);
  const { mu } = await engine.encode('data');
  const means = await engine.decode(mu, 'bernoulli');
  const distances = Array.from({ length: strokes.n }, (_, i) => {
    let squared = 0;
    for (let k = 25 * i; k < 25 * (i + 1); k++) squared += (means[k]! - strokes.images[k]!) ** 2;
    return Math.sqrt(squared);
  });
  const { threshold, compared } = (await answer(1)).plausibility;
  expectClose(threshold, quantile(distances, 0.95), { rel: 1e-5 }, 'threshold');
  expect(compared).toBe(strokes.n);
});

it('gaps are listed where no 2σ outline is', async () => {
  const { gaps, threshold } = (await answer(0.1)).plausibility;
  const codes = posteriorsOf('diagonal', 3, await createMoment(architecture).engine.encode('data'));
  const { mu, sigma } = onPlane(codes, [0, 2]);
  const reach = outlineReach('diagonal', 2, 0.1);
  for (const { x, y, distance } of gaps) {
    expect(distance).toBeGreaterThan(threshold);
    for (let i = 0; i < mu.length; i += 2) {
      expect(Math.hypot((x - mu[i]!) / sigma[i]!, (y - mu[i + 1]!) / sigma[i + 1]!)).toBeGreaterThan(reach);
    }
  }
});

it('codes that are no numbers are not asked about', async () => {
  const { values } = await createMoment(architecture).engine.save();
  const { moment } = createMoment(architecture, { values: values.map(() => Number.NaN) });
  await expect(finish(questions(moment, coverage))).rejects.toThrow(RangeError);
});

it('of codes of one axis that axis alone is asked about', async () => {
  const one: Architecture = { ...architecture, latent: 1 };
  const noiseScale = 0.3;
  const { moment, engine } = createMoment(one, { hyper: { noiseScale }, axes: [0, -1] });
  const found = await finish(questions(moment, coverage));
  const { mu, sigma } = posteriorsOf('diagonal', 1, await engine.encode('data'));
  /** Share of so many equal steps over an interval, weighed, that some interval μ ± kσ holds. */
  const held = (k: number, half: number, weight: (x: number) => number): number => {
    const steps = 20_000;
    let sum = 0;
    for (let i = 0; i < steps; i++) {
      const x = half * ((2 * i + 1) / steps - 1);
      if (mu.some((centre, at) => Math.abs(x - centre) <= k * noiseScale * sigma[at]!)) sum += weight(x);
    }
    return (sum * 2 * half) / steps;
  };
  const normal = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  expectClose(found.coverage1, held(1, 6, normal), { abs: 1e-3 }, '1σ');
  expectClose(found.coverage2, held(2, 6, normal), { abs: 1e-3 }, '2σ');
  expectClose(
    found.circleCoverage,
    held(1, 1, () => 0.5),
    { abs: 1e-3 },
    'from −1 to 1',
  );
  expectClose(
    found.area,
    held(1, 6, () => 1),
    { abs: 5e-3 },
    'length',
  );
  const measures = await finish(
    measure(createMoment(one, { hyper: { noiseScale }, axes: [0, -1] }).moment, {}, coverage),
  );
  for (const key of ['coverage1', 'coverage2', 'circleCoverage'] as const) expect(found[key]).toBe(measures[key]);
});
