import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bernoulliAngles, bernoulliAnglesOfMeans, gaussianImages } from '../../src/math/fisher';
import { magnifications, metricsAt, predictedEllipses } from '../../src/math/metric';
import { createRandom } from '../../src/math/random';
import { expectAllClose, expectClose, expectNear } from '../support/close';
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
    const ofMeans = decoding(metricsAt(points, 2), (z) => bernoulliAnglesOfMeans(mlp.logits(z).map(sigmoid)));
    expectNear(ofMeans, expected, tolerance, 'from means');
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

describe('the ellipse that the curvature predicts', () => {
  it('is the posterior of a linear Gaussian model, (I + WᵀW/σ̃²)⁻¹', () => {
    const sigmaX = 0.5;
    const columns = [
      [1, 0.5],
      [0.25, -1],
    ];
    const fisher = decoding(metricsAt(Float32Array.of(0.3, -0.7), 2), (z) =>
      gaussianImages(linearDecoder(columns, [0, 0])(z), sigmaX),
    );
    const [xx, xy, yy] = [1 + 1.25 / 0.25, (0.25 - 0.5) / 0.25, 1 + 1.0625 / 0.25];
    const det = xx * yy - xy * xy;
    const { sigma, correlation } = predictedEllipses(fisher, 2, [0, 1]);
    expectAllClose(sigma, [Math.sqrt(yy / det), Math.sqrt(xx / det)], { rel: 1e-4 });
    expectClose(correlation[0]!, -xy / Math.sqrt(xx * yy), { rel: 1e-3 });
  });

  it('of many axes is seen on two of them: their rows and columns of the inverse', () => {
    // I + F = 2I + vvᵀ, whose inverse is ½(I − vvᵀ/(2 + v·v)).
    const v = [1, -2, 0.5];
    const fisher = Float64Array.from(
      { length: 9 },
      (_, at) => v[Math.floor(at / 3)]! * v[at % 3]! + (at % 4 === 0 ? 1 : 0),
    );
    const entry = (i: number, j: number): number => 0.5 * ((i === j ? 1 : 0) - (v[i]! * v[j]!) / 7.25);
    const { sigma, correlation } = predictedEllipses(fisher, 3, [2, 1]);
    expectAllClose(sigma, [Math.sqrt(entry(2, 2)), Math.sqrt(entry(1, 1))], { rel: 1e-6 });
    expectClose(correlation[0]!, entry(1, 2) / Math.sqrt(entry(1, 1) * entry(2, 2)), { rel: 1e-6 });
  });

  it('is the prior where the decoder does nothing or does not count, and on an axis that is not there', () => {
    for (const found of [
      predictedEllipses(new Float64Array(4), 2, [0, 1]),
      predictedEllipses(Float64Array.of(5, 1, 1, 3), 2, [0, 1], 0),
    ]) {
      expect([...found.sigma, ...found.correlation]).toEqual([1, 1, 0]);
    }
    expect([...predictedEllipses(Float64Array.of(3), 1, [0, -1]).sigma]).toEqual([0.5, 1]);
  });

  it('has no size without a regulariser, and none that is known where F is not finite', () => {
    expect([...predictedEllipses(Float64Array.of(5, 1, 1, 3), 2, [0, 1], Infinity).sigma]).toEqual([0, 0]);
    expect([...predictedEllipses(Float64Array.of(Number.NaN, 1, 1, 3), 2, [0, 1]).sigma]).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('shrinks as the weight grows, and is least among full covariances of ½w tr(FΣ) + ½(tr Σ − ln det Σ)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.double({ min: 0.01, max: 100, noNaN: true }), (seed, weight) => {
        const random = createRandom(seed);
        const j = Array.from({ length: 6 }, () => random.normal());
        const [xx, xy, yy] = [0, 1, 2].map((at) =>
          [0, 2, 4].reduce((sum, p) => sum + j[p + (at >> 1)]! * j[p + ((at + 1) >> 1)]!, 0),
        ) as [number, number, number];
        const fisher = Float64Array.of(xx, xy, xy, yy);
        const { sigma, correlation } = predictedEllipses(fisher, 2, [0, 1], weight);
        const loss = (sx: number, sy: number, rho: number): number => {
          const [a, b, c] = [sx * sx, rho * sx * sy, sy * sy];
          return 0.5 * weight * (xx * a + 2 * xy * b + yy * c) + 0.5 * (a + c - Math.log(a * c - b * b));
        };
        const least = loss(sigma[0]!, sigma[1]!, correlation[0]!);
        const room = 1 - correlation[0]! ** 2;
        for (const [x, y, r] of [
          [1.02, 1, 0],
          [0.98, 1, 0],
          [1, 1.02, 0],
          [1, 0.98, 0],
          [1, 1, 0.02 * room],
          [1, 1, -0.02 * room],
        ] as const) {
          expect(loss(x * sigma[0]!, y * sigma[1]!, correlation[0]! + r)).toBeGreaterThan(least);
        }
        const stronger = predictedEllipses(fisher, 2, [0, 1], 2 * weight).sigma;
        expect(stronger[0]).toBeLessThan(sigma[0]!);
        expect(stronger[1]).toBeLessThan(sigma[1]!);
      }),
      { seed: 63, numRuns: 60 },
    );
  });
});
