import { describe, expect, it, vi } from 'vitest';
import { Coverage } from '../../../src/math/coverage';
import type { Hyper } from '../../../src/model/engine';
import { type Architecture, createLayout } from '../../../src/model/layout';
import { evidenceOf } from '../../../src/worker/jobs/evidence';
import { measure } from '../../../src/worker/jobs/measure';
import { posteriorOf } from '../../../src/worker/jobs/posterior';
import { expectClose } from '../../support/close';
import { createProblem } from '../../support/models';
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

  it('is that of each share apart, whose losses the measures have', async () => {
    const { moment } = createMoment(linear, { hyper: gaussian, holdout: 0.2 });
    const found = await finish(evidenceOf(moment, {}));
    expect([found.training.taken, found.heldOut!.taken]).toEqual([40, 10]);
    const exact = await Promise.all([...moment.shares.heldOut].map((index) => alone(index)));
    const mean = exact.reduce((sum, { logEvidence }) => sum + logEvidence / 10, 0);
    expectClose(found.heldOut!.logEvidence.mean, mean, { abs: 1e-3 }, 'ln p(x) of those held out');
    const measured = await finish(
      measure(createMoment(linear, { hyper: gaussian, holdout: 0.2 }).moment, { evidence: true }, new Coverage(32)),
    );
    const { step, axes, ...evidence } = found;
    expect(measured.evidence).toEqual(evidence);
  });

  it('is among the measures where it is asked for and where there is one', async () => {
    const measured = (hyper: Partial<Hyper>, evidence?: boolean) =>
      finish(measure(of(hyper), evidence === undefined ? {} : { evidence }, new Coverage(32)));
    expect((await measured(gaussian)).evidence).toBeNull();
    expect((await measured({ likelihood: 'squared' }, true)).evidence).toBeNull();
    expect((await measured(gaussian, true)).evidence).toMatchObject({ taken: strokes.n, heldOut: null });
  });

  it('is refused before anything is encoded', async () => {
    const { moment } = createMoment(linear, { hyper: { likelihood: 'squared' } });
    const encoded = vi.spyOn(moment, 'posteriors');
    await expect(finish(evidenceOf(moment, {}))).rejects.toThrow('no density');
    expect(encoded).not.toHaveBeenCalled();
  });

  it('of codes of one axis is that of the same model with an axis that says nothing', async () => {
    const one: Architecture = { ...linear, latent: 1 };
    const { moment } = createMoment(one, { hyper: gaussian, axes: [0, -1] });
    const { gap } = await finish(evidenceOf(moment, {}));
    const { head, output } = createLayout(one);
    const values = createProblem(one, 1).parameters.values;
    const two: Architecture = linear;
    const wide = createLayout(two);
    const padded = new Float32Array(wide.size);
    // The head gives μ₁ = 0 and ln σ₁² = 0, the prior; the decoder passes over z₁.
    for (let row = 0; row <= 25; row++) {
      padded[wide.head.offset + row * wide.head.outputs] = values[head.offset + row * head.outputs]!;
      padded[wide.head.offset + row * wide.head.outputs + 2] = values[head.offset + row * head.outputs + 1]!;
    }
    padded.set(values.subarray(output.offset, output.offset + 25), wide.output.offset);
    padded.set(values.subarray(output.offset + 25, output.offset + 50), wide.output.offset + 50);
    const both = await finish(evidenceOf(createMoment(two, { hyper: gaussian, values: padded }).moment, {}));
    expectClose(gap!.mean, both.gap!.mean, { abs: 1e-3 }, 'mean gap');
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
