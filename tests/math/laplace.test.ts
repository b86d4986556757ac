import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussianImages } from '../../src/math/fisher';
import { predictedPosteriors } from '../../src/math/laplace';
import { metricsAt } from '../../src/math/metric';
import { klOf, onPlane } from '../../src/math/posterior';
import { createRandom } from '../../src/math/random';
import { expectAllClose, expectClose } from '../support/close';
import { decoding, linearDecoder } from './decoders';

/** JᵀJ of a random J, d × d, row-major. */
function randomFisher(seed: number, d: number): Float64Array {
  const random = createRandom(seed);
  const j = Array.from({ length: d * (d + 2) }, () => random.normal());
  return Float64Array.from({ length: d * d }, (_, at) =>
    Array.from({ length: d + 2 }, (__, p) => p * d).reduce(
      (sum, row) => sum + j[row + Math.floor(at / d)]! * j[row + (at % d)]!,
      0,
    ),
  );
}

/** ½w tr(FΣ) + ½(tr Σ − ln det Σ) of the covariance of an ellipse. */
function settledLoss([xx, xy, , yy]: ArrayLike<number> & Iterable<number>, weight: number) {
  return (sx: number, sy: number, rho: number): number => {
    const [a, b, c] = [sx * sx, rho * sx * sy, sy * sy];
    return 0.5 * weight * (xx! * a + 2 * xy! * b + yy! * c) + 0.5 * (a + c - Math.log(a * c - b * b));
  };
}

describe('the posterior that the curvature predicts', () => {
  it('is that of a linear Gaussian model, (I + WᵀW/σ̃²)⁻¹', () => {
    const columns = [
      [1, 0.5],
      [0.25, -1],
    ];
    const codes = Float32Array.of(0.3, -0.7);
    const fisher = decoding(metricsAt(codes, 2), (z) => gaussianImages(linearDecoder(columns, [0, 0])(z), 0.5));
    const [xx, xy, yy] = [1 + 1.25 / 0.25, (0.25 - 0.5) / 0.25, 1 + 1.0625 / 0.25];
    const det = xx * yy - xy * xy;
    const { family, mu, sigma, correlation } = onPlane(predictedPosteriors(codes, fisher, 2), [0, 1]);
    expect(family).toBe('full');
    expect(mu).toEqual(codes);
    expectAllClose(sigma, [Math.sqrt(yy / det), Math.sqrt(xx / det)], { rel: 1e-4 });
    expectClose(correlation![0]!, -xy / Math.sqrt(xx * yy), { rel: 1e-3 });
  });

  it('of many axes is seen on two of them: their rows and columns of the inverse', () => {
    // I + F = 2I + vvᵀ, whose inverse is ½(I − vvᵀ/(2 + v·v)).
    const v = [1, -2, 0.5];
    const one = Array.from({ length: 9 }, (_, at) => v[Math.floor(at / 3)]! * v[at % 3]! + (at % 4 === 0 ? 1 : 0));
    const entry = (i: number, j: number): number => 0.5 * ((i === j ? 1 : 0) - (v[i]! * v[j]!) / 7.25);
    const codes = Float32Array.of(0, 0, 0, 1, 2, 3);
    const found = onPlane(predictedPosteriors(codes, Float64Array.from([...one, ...one]), 3), [2, 1]);
    const widths = [Math.sqrt(entry(2, 2)), Math.sqrt(entry(1, 1))];
    const correlation = entry(1, 2) / Math.sqrt(entry(1, 1) * entry(2, 2));
    expectAllClose(found.mu, [0, 0, 3, 2], { abs: 0 });
    expectAllClose(found.sigma, [...widths, ...widths], { rel: 1e-6 });
    expectAllClose(found.correlation!, [correlation, correlation], { rel: 1e-6 });
  });

  it('is the prior where the decoder does nothing, and on an axis that is not there', () => {
    const found = predictedPosteriors(new Float32Array(2), new Float64Array(4), 2);
    expect([...found.sigma, klOf(found, 0)]).toEqual([1, 1, 0]);
    const line = onPlane(predictedPosteriors(new Float32Array(1), Float64Array.of(3), 1), [0, -1]);
    expectAllClose(line.sigma, [0.5, 1], { rel: 1e-6 });
  });

  it('is not known where F is not finite', () => {
    const code = Float32Array.of(1, 2);
    expect([...predictedPosteriors(code, Float64Array.of(Number.NaN, 1, 1, 3), 2).sigma]).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('narrows as the curvature w·F grows, and no other covariance has a smaller ½w tr(FΣ) + ½(tr Σ − ln det Σ)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.double({ min: 0.01, max: 100, noNaN: true }), (seed, weight) => {
        const fisher = randomFisher(seed, 2);
        const at = (w: number) =>
          onPlane(
            predictedPosteriors(
              new Float32Array(2),
              fisher.map((entry) => w * entry),
              2,
            ),
            [0, 1],
          );
        const { sigma, correlation } = at(weight);
        const [x, y, rho] = [sigma[0]!, sigma[1]!, correlation![0]!];
        const loss = settledLoss(fisher, weight);
        const turn = 0.02 * (1 - rho ** 2);
        for (const other of [
          loss(1.02 * x, y, rho),
          loss(0.98 * x, y, rho),
          loss(x, 1.02 * y, rho),
          loss(x, 0.98 * y, rho),
          loss(x, y, rho + turn),
          loss(x, y, rho - turn),
        ]) {
          expect(other).toBeGreaterThan(loss(x, y, rho));
        }
        const stronger = at(2 * weight).sigma;
        expect(stronger[0]).toBeLessThan(x);
        expect(stronger[1]).toBeLessThan(y);
      }),
      { seed: 63, numRuns: 60 },
    );
  });
});
