import { describe, expect, it } from 'vitest';
import { bernoulliAngles, gaussianImages } from '../../src/math/fisher';
import { magnifications, metricsAt } from '../../src/math/metric';
import { createRandom } from '../../src/math/random';
import { expectAllClose, expectNear } from '../support/close';
import { decoderOf, decoding, linearDecoder, type Mlp, randomMlp } from './decoders';

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

/** Jᵀ diag(w) J of one point, from exact derivatives k × D. */
function weighted(derivatives: Float64Array, k: number, weight: (pixel: number) => number): number[] {
  const D = derivatives.length / k;
  return Array.from({ length: k * k }, (_, at) => {
    const [i, j] = [Math.floor(at / k), at % k];
    let sum = 0;
    for (let p = 0; p < D; p++) sum += weight(p) * derivatives[i * D + p]! * derivatives[j * D + p]!;
    return sum;
  });
}

/** The metric of each of n points by backpropagation, and what the decoder is asked for. */
function exactly(mlp: Mlp, points: Float32Array, k: number, weight: (logit: number) => number): number[] {
  return Array.from({ length: points.length / k }, (_, i) => {
    const { logits, derivatives } = mlp.exact(points.subarray(i * k, (i + 1) * k));
    return weighted(derivatives, k, (p) => weight(logits[p]!));
  }).flat();
}

describe('the metric of a decoder', () => {
  const random = createRandom(61);

  it('of a straight one is JᵀJ everywhere, in batches of any size', () => {
    const columns = [
      [1, 2, 0],
      [0, 1, 1],
    ];
    const points = Float32Array.from({ length: 2 * 77 }, () => random.normal());
    const found = decoding(metricsAt(points, 2), linearDecoder(columns, [1, 1, 1]));
    expectAllClose(found, Array.from({ length: 77 }, () => [5, 2, 2, 2]).flat(), { rel: 1e-4 });
    expectAllClose(magnifications(found, 2), new Array(77).fill(Math.sqrt(6)), { rel: 1e-4 });
  });

  it('of the stereographic map of a sphere stretches areas by 4/(1 + r²)²', () => {
    const sphere = decoderOf(2, (code) => {
      const [x, y] = [code[0]!, code[1]!];
      const s = 1 + x * x + y * y;
      return [(2 * x) / s, (2 * y) / s, (2 - s) / s];
    });
    const points = Float32Array.from({ length: 100 }, () => 2 * random.uniform() - 1);
    const found = magnifications(decoding(metricsAt(points, 2), sphere), 2);
    expectAllClose(
      found,
      Array.from({ length: 50 }, (_, i) => 4 / (1 + points[2 * i]! ** 2 + points[2 * i + 1]! ** 2) ** 2),
      { rel: 3e-4 },
    );
  });

  it.each([1, 2, 3])('of a float32 network of %i axes agrees with backpropagation', (k) => {
    const mlp = randomMlp(random, k, 24, 30);
    const points = Float32Array.from({ length: k * 20 }, () => 1.5 * random.normal());
    const found = decoding(metricsAt(points, k), mlp.logits);
    expectNear(
      found,
      exactly(mlp, points, k, () => 1),
      1e-3,
    );
  });

  it('has no magnification where an axis moves nothing', () => {
    const flat = decoderOf(2, ([x]) => [x!, 2 * x!]);
    const found = magnifications(decoding(metricsAt(Float32Array.of(0, 0, 1, 1), 2), flat), 2);
    expect([...found]).toEqual([0, 0]);
  });
});

describe('the Fisher metric', () => {
  const random = createRandom(62);
  const points = Float32Array.from({ length: 60 }, () => 1.5 * random.normal());

  // The steeper, the more pixels are black or white and the more curved the decoder.
  it.each([
    [0.5, 1e-3],
    [2, 1e-3],
    [4, 3e-3],
  ])('of the Bernoulli model is JᵀJ of its angles: Jᵀ diag(p(1 − p)) J of logits of slope %f', (slope, tolerance) => {
    const mlp = randomMlp(random, 2, 24, 40, slope);
    const variance = (a: number): number => sigmoid(a) * sigmoid(-a);
    const expected = exactly(mlp, points, 2, variance);
    const ofLogits = decoding(metricsAt(points, 2), (z) => bernoulliAngles(mlp.logits(z)));
    expectNear(ofLogits, expected, tolerance, 'from logits');
  });

  it('of logits beyond float32 probabilities is finite', () => {
    const angles = bernoulliAngles(Float32Array.of(-1e4, -50, 0, 50, 1e4));
    expectAllClose(angles, [0, 0, Math.PI / 2, Math.PI, Math.PI], { abs: 1e-6 });
  });

  it('of the Gaussian model is JᵀJ/σ̃²', () => {
    const mlp = randomMlp(random, 2, 24, 40);
    const expected = exactly(mlp, points, 2, () => 1 / 0.3 ** 2);
    expectNear(
      decoding(metricsAt(points, 2), (z) => gaussianImages(mlp.logits(z), 0.3)),
      expected,
      1e-3,
    );
  });
});
