import { describe, expect, it } from 'vitest';
import type { PlaneAxes } from '../../../src/math/planar';
import type { Engine, Hyper } from '../../../src/model/engine';
import type { Architecture } from '../../../src/model/layout';
import { posteriorOf } from '../../../src/worker/jobs/posterior';
import { determinant, inverse, klToGaussian, type Symmetric } from '../../math/linearGaussian';
import { expectClose } from '../../support/close';
import { createMoment, strokes } from '../../support/moments';
import { finish } from '../../support/work';

const D = 25;
const SIGMA_X = 0.4;
const INDEX = 3;
const image = strokes.images.subarray(INDEX * D, (INDEX + 1) * D);

const linear: Architecture = { inputs: D, hidden: [], latent: 2, activation: 'tanh' };

const gaussian: Partial<Hyper> = { likelihood: 'gaussian', sigmaX: SIGMA_X, noiseScale: 1 };
const request = { index: INDEX, axes: [0, 1] as PlaneAxes, size: 40 };

/** Columns of a linear decoder, and its bias. */
async function decoderOf(engine: Engine, latent: number): Promise<{ columns: Float32Array[]; bias: Float32Array }> {
  const bias = await engine.outputs(new Float32Array(latent), 'gaussian');
  const columns: Float32Array[] = [];
  for (let axis = 0; axis < latent; axis++) {
    const code = new Float32Array(latent);
    code[axis] = 1;
    columns.push((await engine.outputs(code, 'gaussian')).map((value, i) => value - bias[i]!));
  }
  return { columns, bias };
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);

/** p(z|x) and ln p(x) of a linear Gaussian model of two axes (Bishop, PRML 2006, 2.3.3). */
async function exactOf(engine: Engine) {
  const { columns, bias } = await decoderOf(engine, 2);
  const [u, v] = columns as [Float32Array, Float32Array];
  const rest = image.map((value, i) => value - bias[i]!);
  const s2 = SIGMA_X ** 2;
  const precision: Symmetric = [1 + dot(u, u) / s2, dot(u, v) / s2, 1 + dot(v, v) / s2];
  const covariance = inverse(precision);
  const [a, b] = [dot(u, rest) / s2, dot(v, rest) / s2];
  const mean: [number, number] = [covariance[0] * a + covariance[1] * b, covariance[1] * a + covariance[2] * b];
  const logEvidence =
    -0.5 * (D * Math.log(2 * Math.PI * s2) + Math.log(determinant(precision))) -
    0.5 * (dot(rest, rest) / s2 - (mean[0] * a + mean[1] * b));
  return { precision, covariance, mean, logEvidence };
}

describe('one image under a linear Gaussian decoder', () => {
  it('has the posterior, the evidence and the gap of the closed forms', async () => {
    const { moment, engine } = createMoment(linear, { hyper: gaussian });
    const { precision, covariance, mean, logEvidence } = await exactOf(engine);
    const answer = await finish(posteriorOf(moment, request));
    expect(answer).toMatchObject({ step: 7, axes: [0, 1], index: INDEX });
    const { truth, posteriors, predicted, reconstruction, kl } = answer;
    expectClose(truth!.logEvidence, logEvidence, { abs: 1e-3 }, 'ln p(x)');
    const [x, y] = posteriors.mu as unknown as [number, number];
    const [a, b] = posteriors.sigma as unknown as [number, number];
    const gap = klToGaussian('diagonal', [x, y], [a * a, 0, b * b], mean, precision);
    expectClose(truth!.gap, gap, { abs: 1e-3, rel: 1e-5 }, 'gap');
    // All of the posterior is in use: the ELBO is what is trained.
    expectClose(truth!.elbo, -(reconstruction + kl), { abs: 1e-3, rel: 1e-5 }, 'ELBO');
    // The decoder has the same curvature everywhere: Laplace's approximation is exact.
    expectClose(predicted.sigma[0]!, Math.sqrt(covariance[0]), { rel: 1e-3 }, 'predicted σ₀');
    expectClose(predicted.sigma[1]!, Math.sqrt(covariance[2]), { rel: 1e-3 }, 'predicted σ₁');
    const rho = covariance[1] / Math.sqrt(covariance[0] * covariance[2]);
    expectClose(predicted.correlation![0]!, rho, { abs: 1e-3 }, 'predicted ρ');
    expect([...predicted.mu]).toEqual([x, y]);
  });

  it('has its density in a window that holds it', async () => {
    const { moment, engine } = createMoment(linear, { hyper: gaussian });
    const { precision, mean } = await exactOf(engine);
    const { truth } = await finish(posteriorOf(moment, request));
    const { window, size, values, levels } = truth!.density;
    const side = (2 * window.half) / size;
    expectClose(values.reduce((sum, value) => sum + value, 0) * side ** 2, 1, { abs: 2e-3 }, 'mass');
    for (const cell of [0, 820, 1599]) {
      const x = window.x - window.half + ((cell % size) + 0.5) * side - mean[0];
      const y = window.y + window.half - (Math.floor(cell / size) + 0.5) * side - mean[1];
      const form = precision[0] * x * x + 2 * precision[1] * x * y + precision[2] * y * y;
      const exact = (Math.sqrt(determinant(precision)) / (2 * Math.PI)) * Math.exp(-0.5 * form);
      expectClose(values[cell]!, exact, { rel: 5e-3, abs: 1e-6 }, `cell ${cell}`);
    }
    expect(levels.map(({ mass }) => mass)).toEqual([expect.closeTo(0.3935, 3), expect.closeTo(0.8647, 3)]);
    // Of a Gaussian, the density at 1σ is e^{−1/2} of its highest.
    const highest = Math.sqrt(determinant(precision)) / (2 * Math.PI);
    expectClose(levels[0]!.density, highest * Math.exp(-0.5), { rel: 0.05 }, '1σ');
  });

  it.each([0, 0.5])('costs what its share s = %d of the posterior costs', async (noiseScale) => {
    for (const likelihood of ['gaussian', 'squared'] as const) {
      const { moment, engine } = createMoment(linear, { hyper: { ...gaussian, likelihood, noiseScale } });
      const { columns, bias } = await decoderOf(engine, 2);
      const { reconstruction, posteriors, truth } = await finish(posteriorOf(moment, request));
      const { mu, sigma } = posteriors;
      let square = 0;
      for (let i = 0; i < D; i++) {
        const away = image[i]! - bias[i]! - mu[0]! * columns[0]![i]! - mu[1]! * columns[1]![i]!;
        const noise = columns.reduce((sum, column, axis) => sum + (noiseScale * sigma[axis]! * column[i]!) ** 2, 0);
        square += away ** 2 + noise;
      }
      const s2 = SIGMA_X ** 2;
      const loss = likelihood === 'squared' ? square : square / (2 * s2) + 0.5 * D * Math.log(2 * Math.PI * s2);
      expectClose(reconstruction, loss, { rel: 1e-4 }, likelihood);
      expect(truth === null).toBe(likelihood === 'squared');
    }
  });

  it('is the same with the axes of the plane exchanged', async () => {
    const { moment } = createMoment(linear, { hyper: gaussian });
    const one = await finish(posteriorOf(moment, request));
    const other = await finish(posteriorOf(moment, { ...request, axes: [1, 0] }));
    expect(other.axes).toEqual([1, 0]);
    expectClose(other.truth!.logEvidence, one.truth!.logEvidence, { abs: 1e-3 });
    expectClose(other.truth!.mean[0], one.truth!.mean[1], { abs: 1e-3 });
    expect([...other.predicted.sigma]).toEqual([...one.predicted.sigma].toReversed());
    expect([...other.posteriors.mu]).toEqual([...one.posteriors.mu]);
  });
});

describe('one image', () => {
  it('has no true posterior where codes have more than two axes, but a predicted one on those that are shown', async () => {
    const { moment, engine } = createMoment({ ...linear, latent: 3 }, { hyper: gaussian });
    const { columns } = await decoderOf(engine, 3);
    const answer = await finish(posteriorOf(moment, { ...request, axes: [0, 2] }));
    const { predicted, reconstruction } = answer;
    expect(answer).toMatchObject({ truth: null, lacking: expect.stringContaining('these have 3') });
    expect(reconstruction).toBeGreaterThan(0);
    const P = columns.map((u, i) => columns.map((v, j) => dot(u, v) / SIGMA_X ** 2 + (i === j ? 1 : 0)));
    // (P⁻¹)₀₀ by Cramer's rule.
    const minor = P[1]![1]! * P[2]![2]! - P[1]![2]! * P[2]![1]!;
    const all =
      P[0]![0]! * minor -
      P[0]![1]! * (P[1]![0]! * P[2]![2]! - P[1]![2]! * P[2]![0]!) +
      P[0]![2]! * (P[1]![0]! * P[2]![1]! - P[1]![1]! * P[2]![0]!);
    expectClose(predicted.sigma[0]!, Math.sqrt(minor / all), { rel: 1e-3 });
  });

  it('is told from one that there is not, and so are axes', async () => {
    const { moment } = createMoment(linear, { hyper: gaussian });
    await expect(finish(posteriorOf(moment, { ...request, index: 50 }))).rejects.toThrow(
      new RangeError('There is no image 50: there are 50, counted from 0'),
    );
    await expect(finish(posteriorOf(moment, { ...request, axes: [0, 2] }))).rejects.toThrow(
      new RangeError('There is no axis 2; codes have 2'),
    );
  });
});
