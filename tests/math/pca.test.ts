import { describe, expect, it } from 'vitest';
import { principalComponents, rebuildError } from '../../src/math/pca';
import { createRandom } from '../../src/math/random';
import { rowsAt } from '../../src/math/rows';
import { gramMatrix, largestPrincipalAngle, orthonormal } from '../../src/math/subspace';
import { eigenSymmetric } from '../../src/math/symmetric';
import { expectAllClose, expectClose } from '../support/close';
import { run, runToEnd } from '../support/run';

/** Images mean ± √(D₀)·deviation along each of some orthonormal directions: their covariance is known. */
function cross(deviations: readonly number[], D: number, seed: number) {
  const random = createRandom(seed);
  const k = deviations.length;
  const directions = orthonormal(
    Float64Array.from({ length: k * D }, () => random.normal()),
    k,
  );
  const mean = Float64Array.from({ length: D }, () => random.uniform());
  const images = Float32Array.from({ length: 2 * k * D }, (_, at) => {
    const [image, pixel] = [Math.floor(at / D), at % D];
    const along = (image % 2 === 0 ? 1 : -1) * deviations[image >> 1]! * Math.sqrt(k);
    return mean[pixel]! + along * directions[(image >> 1) * D + pixel]!;
  });
  return { images, mean, directions };
}

describe('principal components', () => {
  it('of a cross of points are its arms, with their variances and what is left of them as the error', () => {
    const deviations = [3, 2, 1, 0.5, 0.25];
    const { images, mean, directions } = cross(deviations, 40, 91);
    const { value } = runToEnd(principalComponents({ images, pixels: 40 }, 3));
    expect(value.converged).toBe(true);
    expectAllClose(value.mean, mean, { abs: 1e-6 });
    expectAllClose(value.variances, [9, 4, 1], { rel: 1e-5 });
    expectClose(value.error, 0.25 + 0.0625, { rel: 1e-4 });
    expectAllClose(
      gramMatrix(value.components, directions.slice(0, 3 * 40), 3).map(Math.abs),
      [1, 0, 0, 0, 1, 0, 0, 0, 1],
      { abs: 1e-5 },
    );
  });

  it('of random images with zeros agree with the whole covariance and its eigenvectors', () => {
    const [random, n, D] = [createRandom(92), 300, 20];
    const images = Float32Array.from({ length: n * D }, (_, at) =>
      random.uniform() < 0.6 ? 0 : random.uniform() * (1 + (at % D)),
    );
    const mean = Array.from({ length: D }, (_, p) =>
      images.reduce((sum, x, at) => sum + (at % D === p ? x / n : 0), 0),
    );
    const covariance = Array.from({ length: D * D }, (_, at) => {
      const [p, q] = [Math.floor(at / D), at % D];
      let sum = 0;
      for (let i = 0; i < n; i++) sum += (images[i * D + p]! - mean[p]!) * (images[i * D + q]! - mean[q]!);
      return sum / n;
    });
    const { values, vectors } = eigenSymmetric(covariance, D);
    const { value } = runToEnd(principalComponents({ images, pixels: D }, 4));
    expectAllClose(value.variances, values.slice(0, 4), { rel: 1e-10 });
    expectClose(
      value.error,
      values.slice(4).reduce((sum, v) => sum + v, 0),
      { rel: 1e-10 },
    );
    expect(largestPrincipalAngle(value.components, vectors.slice(0, 4 * D), 4)).toBeLessThan(1e-6);
    // The error is that of images rebuilt, too.
    expectClose(run(rebuildError({ images, pixels: D }, value)), value.error, { rel: 1e-9 });
    let squared = 0;
    for (let i = 0; i < n; i++) {
      const x = Array.from(images.subarray(i * D, (i + 1) * D), (pixel, p) => pixel - value.mean[p]!);
      const codes = [0, 1, 2, 3].map((c) => x.reduce((sum, pixel, p) => sum + pixel * value.components[c * D + p]!, 0));
      const rebuilt = x.map((_, p) => codes.reduce((sum, code, c) => sum + code * value.components[c * D + p]!, 0));
      squared += x.reduce((sum, pixel, p) => sum + (pixel - rebuilt[p]!) ** 2, 0);
    }
    expectClose(value.error, squared / n, { rel: 1e-10 });
  });

  it('of some of the images are those of a data set that has no others, and rebuild the others worse', () => {
    const [random, n, D] = [createRandom(95), 60, 12];
    const images = Float32Array.from({ length: n * D }, (_, at) => random.normal() / (1 + (at % D)));
    const [some, others] = [0, 1].map((side) => Uint32Array.from({ length: n / 2 }, (_, i) => 2 * i + side)) as [
      Uint32Array,
      Uint32Array,
    ];
    const rows = rowsAt(images, D, some);
    const { value } = runToEnd(principalComponents({ images, pixels: D, some }, 3));
    expect(value).toEqual(runToEnd(principalComponents({ images: rows, pixels: D }, 3)).value);
    expectClose(run(rebuildError({ images, pixels: D, some }, value)), value.error, { rel: 1e-9 });
    expectClose(run(rebuildError({ images: rows, pixels: D }, value)), value.error, { rel: 1e-9 });
    const elsewhere = run(rebuildError({ images, pixels: D, some: others }, value));
    const least = runToEnd(principalComponents({ images, pixels: D, some: others }, 3)).value.error;
    expect(elsewhere).toBeGreaterThan(least);
  });

  it('are orthonormal and leave no error where the images fill fewer directions than are asked for', () => {
    const { images } = cross([2, 1], 30, 93);
    const { value } = runToEnd(principalComponents({ images, pixels: 30 }, 5));
    expectAllClose(value.variances, [4, 1, 0, 0, 0], { abs: 1e-5 });
    expectClose(value.error, 0, { abs: 1e-5 });
    const products = gramMatrix(value.components, value.components, 5);
    expectAllClose(
      products,
      Array.from({ length: 25 }, (_, at) => (at % 6 === 0 ? 1 : 0)),
      { abs: 1e-12 },
    );
  });

  it('of one image, or of equal ones, have no variance', () => {
    const { value } = runToEnd(principalComponents({ images: Float32Array.of(0.1, 0.2, 0.1, 0.2), pixels: 2 }, 2));
    expect([...value.variances, value.error, value.converged]).toEqual([0, 0, 0, true]);
  });

  describe.each([
    ['of 0.3', () => 0.3],
    ['of 1', () => 1],
    ['with a pattern', (pixel: number) => ((pixel * 7) % 13) / 13],
  ])('of images that are all alike: %s', (_, intensity) => {
    it.each([
      [1, 64],
      [7, 64],
      [50, 64],
      [1, 784],
      [50, 784],
    ])('of %i images of %i pixels they are orthonormal and have no variance', (n, D) => {
      const images = Float32Array.from({ length: n * D }, (_, at) => intensity(at % D));
      for (let k = 1; k <= 8; k++) {
        const found = run(principalComponents({ images, pixels: D }, k));
        expect(found.variances).toEqual(new Float64Array(k));
        expect([found.error, found.converged]).toEqual([0, true]);
        expectAllClose(found.mean, images.subarray(0, D), { rel: 1e-12 });
        const identity = Array.from({ length: k * k }, (_, at) => (at % (k + 1) === 0 ? 1 : 0));
        expectAllClose(gramMatrix(found.components, found.components, k), identity, { abs: 1e-12 });
        expectClose(run(rebuildError({ images, pixels: D }, found)), 0, { abs: 1e-20 });
      }
    });
  });

  it.each([1e-4, 1e-8, 1e-10, 1e-12, 4e-14])(
    'are found of grey images that are nearly alike: a variance of %f of the mean squared',
    (ratio) => {
      const [n, D] = [60, 64];
      // Exact in float32 about ½: half of the images differ from the others in one pixel.
      const step = Math.fround(0.5 + 2 * Math.sqrt(ratio * D * 0.25)) - 0.5;
      const images = new Float32Array(n * D).fill(0.5);
      for (let i = 0; i < n; i += 2) images[i * D + 5] = 0.5 + step;
      const found = run(principalComponents({ images, pixels: D }, 3));
      expect(found.converged).toBe(true);
      expectClose(found.variances[0]!, step ** 2 / 4, { rel: 1e-6 });
      expect(Math.min(...found.variances), 'rounding does not make a variance negative').toBeGreaterThanOrEqual(0);
      expectAllClose(found.variances.subarray(1), [0, 0], { abs: 1e-6 * step ** 2 });
      expectClose(Math.abs(found.components[5]!), 1, { abs: 1e-6 });
    },
  );

  it('give way often enough to be done between two frames', () => {
    const random = createRandom(94);
    const [n, D] = [3000, 64];
    const images = Float32Array.from({ length: n * D }, (_, at) => random.uniform() * (1 + (at % 3)));
    const { value, turns } = runToEnd(principalComponents({ images, pixels: D }, 2));
    expect(value.converged).toBe(true);
    // A sweep of 3,000 dense images is 2·3,000·64·10 = 4 million multiply-adds, and it takes several.
    expect(turns).toBeGreaterThan(10);
  });

  it('are refused for a number that there cannot be', () => {
    for (const k of [0, 5, 1.5]) {
      expect(() => principalComponents({ images: new Float32Array(8), pixels: 4 }, k).next()).toThrow(
        `${k} components of 4 pixels`,
      );
    }
  });
});
