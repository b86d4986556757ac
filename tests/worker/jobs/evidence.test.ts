import { describe, expect, it } from 'vitest';
import type { Hyper } from '../../../src/model/engine';
import type { Architecture } from '../../../src/model/layout';
import type { TruePosteriorField } from '../../../src/worker/jobProtocol';
import { evidenceOf } from '../../../src/worker/jobs/evidence';
import { posteriorOf } from '../../../src/worker/jobs/posterior';
import { expectClose } from '../../support/close';
import { createMoment, strokes } from '../../support/moments';
import { finish } from '../../support/work';

const linear: Architecture = { inputs: 25, hidden: [], latent: 2, activation: 'relu' };
const gaussian: Partial<Hyper> = { likelihood: 'gaussian', sigmaX: 0.8 };
const window = { x: 0, y: 0, half: 6 };

const of = (hyper: Partial<Hyper>, architecture = linear) => createMoment(architecture, { hyper }).moment;
const posterior = (index: number, hyper = gaussian, architecture = linear) =>
  finish(posteriorOf(of(hyper, architecture), { index, window, size: 48 }));

describe('the true posterior of an image', () => {
  it('is what the curvature predicts of a linear Gaussian decoder, and sums to one', async () => {
    const answer = (await posterior(3)) as TruePosteriorField;
    expect(answer).toMatchObject({ step: 7, axes: [0, 1], index: 3, window, size: 48, resolved: true });
    const [xx, xy, yy] = answer.covariance;
    const { sigma, correlation } = answer.predicted;
    expectClose(sigma[0]!, Math.sqrt(xx), { rel: 1e-3 }, 'σ of the first axis');
    expectClose(sigma[1]!, Math.sqrt(yy), { rel: 1e-3 }, 'σ of the second');
    expectClose(correlation![0]!, xy / Math.sqrt(xx * yy), { abs: 1e-3 }, 'correlation');
    const mass = answer.values.reduce((sum, value) => sum + value, 0) * 0.25 ** 2;
    expectClose(mass, 1, { abs: 1e-3 }, 'mass');
  });

  it('bounds the ELBO of every family of likelihoods with a density', async () => {
    for (const likelihood of ['bernoulli', 'gaussian', 'gaussian-learned'] as const) {
      const { gap, logEvidence, elbo } = (await posterior(0, { ...gaussian, likelihood })) as TruePosteriorField;
      expect(gap).toBeGreaterThan(-1e-3);
      expect(logEvidence - elbo).toBeCloseTo(gap, 9);
    }
  });

  it.each<[string, Partial<Hyper>, Architecture, string]>([
    ['of the squared error', { likelihood: 'squared' }, linear, 'no density'],
    ['of codes of three axes', gaussian, { ...linear, latent: 3 }, 'these have 3'],
  ])('is lacking %s, and the prediction is not', async (_, hyper, architecture, reason) => {
    const answer = await posterior(1, hyper, architecture);
    expect(answer).toMatchObject({ index: 1, lacking: expect.stringContaining(reason) });
    expect([...answer.predicted.sigma].every((sigma) => sigma > 0 && sigma < 1)).toBe(true);
    await expect(finish(evidenceOf(of(hyper, architecture), {}))).rejects.toThrow(reason);
  });

  it.each([-1, 0.5, strokes.n])('is refused for image %s, which is not there', async (index) => {
    await expect(posterior(index)).rejects.toThrow(`There is no image ${index}: there are 50`);
  });
});

describe('the evidence of the data', () => {
  it('is the mean over all images, the largest gaps first', async () => {
    const found = await finish(evidenceOf(of(gaussian), {}));
    expect(found).toMatchObject({ step: 7, taken: strokes.n, unresolved: 0 });
    expect(found.logEvidence.standardError).toBe(0);
    expectClose(found.logEvidence.mean - found.elbo!.mean, found.gap!.mean, { abs: 1e-9 }, 'gap');
    const gaps = found.largest.map(({ gap }) => gap);
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
    const alone = (await posterior(found.largest[0]!.index)) as TruePosteriorField;
    expectClose(alone.gap, gaps[0]!, { abs: 1e-3 }, 'largest gap, looked at alone');
  });

  it('is of as many images as the budget allows, with an error that says so', async () => {
    const [all, some] = [
      await finish(evidenceOf(of(gaussian), {})),
      await finish(evidenceOf(of(gaussian), { operations: 1e7 })),
    ];
    expect(some.taken).toBeLessThan(all.taken);
    expect(some.taken).toBeGreaterThan(5);
    const { mean, standardError } = some.logEvidence;
    expect(standardError).toBeGreaterThan(0);
    expect(Math.abs(mean - all.logEvidence.mean)).toBeLessThan(4 * standardError);
  });
});
