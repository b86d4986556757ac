import { beforeAll, describe, expect, it } from 'vitest';
import { generateStrokes } from '../../../src/data/sets/strokes';
import { Coverage } from '../../../src/math/coverage';
import type { PlaneAxes } from '../../../src/math/planar';
import { klOf, onPlane, type Posteriors, posteriorsOf } from '../../../src/math/posterior';
import { surgery } from '../../../src/math/surgery';
import type { Hyper } from '../../../src/model/engine';
import { initialParameters } from '../../../src/model/initial';
import type { Architecture } from '../../../src/model/layout';
import { Trainer } from '../../../src/model/trainer';
import type { Measures } from '../../../src/worker/jobAnswers';
import { measure } from '../../../src/worker/jobs/measure';
import { Moment } from '../../../src/worker/jobs/moment';
import { expectAllClose, expectClose } from '../../support/close';
import { run } from '../../support/run';
import { createTfjsEngine } from '../../support/tfjs/engine';
import '../../support/cpu';
import { plainHyper } from '../../support/models';
import { finish } from '../../support/work';

const dataset = generateStrokes({ seed: 5, count: 50, size: 5 });
const architecture: Architecture = { inputs: 25, hidden: [6], latent: 2, activation: 'relu' };
const coverage = new Coverage(64);

/** A model of the strokes after some steps; the same arguments give the same model. */
function trained(steps: number, hyper = plainHyper, latent = 2, holdout = 0): Trainer {
  const engine = createTfjsEngine('simd', { ...architecture, latent });
  engine.setData(dataset.images, dataset.n);
  engine.load(initialParameters({ ...architecture, latent }, 'small-ellipses', 4));
  const trainer = new Trainer(engine, dataset, latent, 4, { hyper, batchSize: 25, holdout });
  for (let i = 0; i < steps; i++) trainer.train();
  return trainer;
}

function measureOf(trainer: Trainer, latent = 2, axes: PlaneAxes = [0, 1]): Promise<Measures> {
  const run = { trainer, architecture: { ...architecture, latent }, shown: axes, images: dataset, canEncode: true };
  return finish(measure(new Moment(run), {}, coverage));
}

describe('measure', () => {
  const hyper = { ...plainHyper, learningRate: 0.01, noiseScale: 0.8 };
  let trainer: Trainer;
  let measures: Measures;
  let posteriors: Posteriors;

  beforeAll(async () => {
    trainer = trained(120, hyper);
    measures = await measureOf(trainer);
    posteriors = posteriorsOf('diagonal', 2, await trainer.engine.encode('data'));
  });

  it('splits the KL term into its two parts', () => {
    const { kl, planeKl, mutualInformation, aggregateKl, gridMass } = measures;
    expect(planeKl).toBe(kl);
    expectClose(mutualInformation + aggregateKl, kl, { rel: 1e-9 }, 'kl');
    expect(mutualInformation).toBeGreaterThan(0);
    expect(mutualInformation).toBeLessThanOrEqual(Math.log(dataset.n));
    expect(aggregateKl).toBeGreaterThan(0);
    expectClose(gridMass, 1, { abs: 1e-3 }, 'gridMass');
  });

  it('agrees with the loss: K is the KL term, and the ELBO is −(R + KL)', () => {
    const { reconstruction, regulariser, kl, elbo } = measures;
    expectClose(regulariser, kl, { rel: 1e-5 }, 'K');
    expectClose(elbo, -(reconstruction + kl), { rel: 1e-12 }, 'ELBO');
  });

  it('says whether −(R + KL) is a bound of ln p(x): of whole posteriors with a width, under a density', async () => {
    const boundOf = async (change: Partial<Hyper>): Promise<boolean> => {
      const other = trained(1, hyper);
      other.hyper = { ...hyper, noiseScale: 1, ...change };
      return (await measureOf(other)).isBound;
    };
    expect(measures.isBound, 's is .8').toBe(false);
    expect(await boundOf({})).toBe(true);
    expect(await boundOf({ likelihood: 'gaussian-learned' })).toBe(true);
    expect(await boundOf({ likelihood: 'squared' })).toBe(false);
    expect(await boundOf({ noiseScale: 0 })).toBe(false);
  });

  it('keeps the KL term apart from a regulariser of another kind', async () => {
    const simple = await measureOf(trained(120, hyper));
    const other = trained(120, hyper);
    other.hyper = { ...hyper, regulariser: 'simple' };
    const changed = await measureOf(other);
    expect(changed.kl).toBe(simple.kl);
    expect(changed.elbo).toBe(simple.elbo);
    const { mu, sigma } = posteriors;
    let expected = 0;
    for (let i = 0; i < mu.length; i++) expected += (mu[i]! ** 2 + (sigma[i]! - 1) ** 2) / dataset.n;
    expectClose(changed.regulariser, expected, { rel: 1e-5 }, 'K');
  });

  it('names the moment', () => {
    expect(measures).toMatchObject({ step: 120, epoch: 60 });
  });

  it('describes the cloud of centres and the axes', () => {
    const { mu, sigma } = posteriors;
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const axis = (values: Float32Array, which: number): number[] => [...values].filter((_, i) => i % 2 === which);
    const variance = (values: number[]): number => mean(values.map((v) => (v - mean(values)) ** 2));
    const variances = [0, 1].map((which) => variance(axis(mu, which)));
    const squares = [0, 1].map((which) => mean(axis(sigma, which).map((value) => value ** 2)));
    expectClose(measures.meanSigma, mean([...sigma]), { rel: 1e-6 }, 'meanSigma');
    expectClose(measures.spread, Math.sqrt(mean(variances)), { rel: 1e-6 }, 'spread');
    const identity = variances.map((value, i) => value + squares[i]!);
    expectAllClose(measures.momentIdentity, identity, { rel: 1e-6 }, 'momentIdentity');
    expect(measures.activeAxes).toBe(variances.filter((value) => value > 0.01).length);
    const radii = Array.from({ length: dataset.n }, (_, i) => Math.hypot(mu[2 * i]!, mu[2 * i + 1]!));
    expectClose(measures.largestRadius, Math.max(...radii), { rel: 1e-6 }, 'largestRadius');
  });

  it('measures coverage of the ellipses in use, at one and at two σ', () => {
    const plane = onPlane(posteriors, [0, 1]);
    expect(measures.coverage1).toBe(run(coverage.priorCoverage(plane, 0.8)));
    expect(measures.coverage2).toBe(run(coverage.priorCoverage(plane, 1.6)));
    expect(measures.circleCoverage).toBe(coverage.circleCoverage(plane, 0.8));
    expect(measures.coverage1).toBeLessThan(measures.coverage2);
  });

  it('finds σ = 0.1 before the first step of a run with small ellipses', async () => {
    const { meanSigma, step, epoch } = await measureOf(trained(0));
    expectClose(meanSigma, 0.1, { rel: 1e-6 }, 'meanSigma');
    expect([step, epoch]).toEqual([0, 0]);
  });

  it('counts all axes in the KL term, and looks at two of them for the rest', async () => {
    const deep = trained(60, hyper, 3);
    const codes = posteriorsOf('diagonal', 3, await deep.engine.encode('data'));
    const found = await measureOf(deep, 3, [0, 2]);
    expectClose(found.regulariser, found.kl, { rel: 1e-5 }, 'K');
    expect(found.momentIdentity).toHaveLength(3);
    expect(found.axes).toEqual([0, 2]);
    const plane = run(surgery(codes, [0, 2]));
    expect(found.planeKl).toBe(plane.klMean);
    expectClose(found.mutualInformation + found.aggregateKl, found.planeKl, { rel: 1e-9 }, 'KL of the plane');
    expect(found.kl).toBeGreaterThan(plane.klMean);
    expect(found.coverage1).toBe(run(coverage.priorCoverage(onPlane(codes, [0, 2]), 0.8)));
  });

  it('splits the KL term of a code of one axis whole', async () => {
    const { kl, planeKl, mutualInformation, aggregateKl } = await measureOf(trained(60, hyper, 1), 1, [0, -1]);
    expect(planeKl).toBe(kl);
    expectClose(mutualInformation + aggregateKl, kl, { rel: 1e-6 }, 'kl');
  });

  it('measures what is trained on and what is held out apart, and both together', async () => {
    const split = trained(120, hyper, 2, 0.3);
    const { training, heldOut, ...all } = await measureOf(split);
    const codes = posteriorsOf('diagonal', 2, await split.engine.encode('data'));
    for (const [name, found] of [['training', training] as const, ['heldOut', heldOut!] as const]) {
      const images = split.shares[name];
      const { reconstruction, regulariser } = await split.evaluate(name);
      expect(found.n).toBe(images.length);
      expectClose(found.reconstruction, reconstruction, { rel: 1e-5 }, `R of ${name}`);
      expectClose(found.regulariser, regulariser, { rel: 1e-5 }, `K of ${name}`);
      const kl = [...images].reduce((sum, i) => sum + klOf(codes, i) / images.length, 0);
      expectClose(found.kl, kl, { rel: 1e-5 }, `KL of ${name}`);
      expect(found.elbo).toBe(-(found.reconstruction + found.kl));
    }
    for (const key of ['reconstruction', 'regulariser', 'kl', 'elbo'] as const)
      expectClose(all[key], 0.7 * training[key] + 0.3 * heldOut![key], { rel: 1e-9 }, key);
    expectClose(all.mutualInformation + all.aggregateKl, all.kl, { rel: 1e-5 }, 'surgery of all');
  });

  it('sees a model that has learned a few images by heart', async () => {
    const { training, heldOut } = await measureOf(trained(1500, { ...hyper, beta: 0, noiseScale: 0 }, 2, 0.9));
    expect(training.n).toBe(5);
    expect(heldOut!.reconstruction).toBeGreaterThan(training.reconstruction + 1);
  });

  it('has no numbers of held-out images where there are none', () => {
    const { training, heldOut, reconstruction, regulariser, kl, elbo } = measures;
    expect(heldOut).toBeNull();
    expect(training).toEqual({ n: dataset.n, reconstruction, regulariser, kl, elbo });
  });

  it('leaves the run as it was', async () => {
    const plain = trained(10);
    const measured = trained(0);
    for (let i = 0; i < 10; i++) {
      await measureOf(measured);
      measured.train();
    }
    expect(await measured.engine.save()).toEqual(await plain.engine.save());
  });

  it('is of one moment, even when training goes on meanwhile', async () => {
    const disturbed = trained(10);
    const measuring = measureOf(disturbed);
    for (let i = 0; i < 20; i++) disturbed.train();
    expect(await measuring).toEqual(await measureOf(trained(10)));
  });
});
