import { describe, expect, it } from 'vitest';
import type { Hyper } from '../../../src/model/engine';
import type { Architecture } from '../../../src/model/layout';
import { evidenceOf } from '../../../src/worker/jobs/evidence';
import { posteriorOf } from '../../../src/worker/jobs/posterior';
import { expectClose } from '../../support/close';
import { createMoment, strokes } from '../../support/moments';
import { finish } from '../../support/work';

const linear: Architecture = { inputs: 25, hidden: [], latent: 2, activation: 'relu' };
const gaussian: Partial<Hyper> = { likelihood: 'gaussian', sigmaX: 0.8 };

const of = (hyper: Partial<Hyper>, architecture = linear) => createMoment(architecture, { hyper }).moment;
/** What an image alone has. */
const alone = async (index: number, hyper = gaussian) =>
  (await finish(posteriorOf(of(hyper), { index, axes: [0, 1], size: 2 }))).truth!;

describe('the evidence of the data', () => {
  it('is the mean over all images, the largest gaps first', async () => {
    const found = await finish(evidenceOf(of(gaussian), {}));
    expect(found).toMatchObject({ step: 7, taken: strokes.n, unresolved: 0 });
    expect(found.logEvidence.standardError).toBe(0);
    expectClose(found.logEvidence.mean - found.elbo!.mean, found.gap!.mean, { abs: 1e-9 }, 'gap');
    const gaps = found.largest.map(({ gap }) => gap);
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
    const { gap } = await alone(found.largest[0]!.index);
    expectClose(gap, gaps[0]!, { abs: 1e-3 }, 'largest gap, looked at alone');
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

  it('bounds the ELBO of every likelihood that is a density', async () => {
    for (const likelihood of ['bernoulli', 'gaussian', 'gaussian-learned'] as const) {
      const { gap, logEvidence, elbo } = await alone(0, { ...gaussian, likelihood });
      expect(gap).toBeGreaterThan(-1e-3);
      expect(logEvidence - elbo).toBeCloseTo(gap, 9);
    }
  });

  it.each<[string, Partial<Hyper>, Architecture, string]>([
    ['of the squared error', { likelihood: 'squared' }, linear, 'no density'],
    ['of codes of three axes', gaussian, { ...linear, latent: 3 }, 'these have 3'],
  ])('is refused %s', async (_, hyper, architecture, reason) => {
    await expect(finish(evidenceOf(of(hyper, architecture), {}))).rejects.toThrow(reason);
  });
});
