import { describe, expect, it } from 'vitest';
import { explainedShare, judgedVariance } from '../../src/math/explained';
import { type Shares, sharesOf } from '../../src/math/holdout';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';
import { run, runToEnd } from '../support/run';

/** Three images of two pixels. */
const images = Float32Array.of(0, 1, 1, 1, 0.5, 0);
// About the mean (½, ⅔): ¼ + 0 + ¼, and 1/9 + 1/9 + 4/9.
const TOTAL = 0.5 + 6 / 9;

const trainedOn = (...training: number[]): Shares => split(training, []);
const split = (training: number[], heldOut: number[]): Shares => ({
  training: Uint32Array.from(training),
  heldOut: Uint32Array.from(heldOut),
});
const all = trainedOn(0, 1, 2);

/** Of two pixels an image. */
const share = (errors: readonly number[], shares: Shares, from = images): number | null =>
  explainedShare(run(judgedVariance(from, 2, shares)), Float64Array.from(errors), shares);

describe('the share of variance that decodes explain', () => {
  it('is 1 of decodes that are their images, 0 of the mean image, negative of worse', () => {
    expect(share([0, 0, 0], all)).toBe(1);
    const ofMean = [1 / 4 + 1 / 9, 1 / 4 + 1 / 9, 4 / 9];
    expectClose(share(ofMean, all)!, 0, { abs: 1e-12 });
    expectClose(share([TOTAL, TOTAL, 0], all)!, -1, { abs: 1e-12 });
    expectClose(share([0.1, 0, 0.2], all)!, 1 - 0.3 / TOTAL, { abs: 1e-12 });
  });

  it('looks at the images that are held out, about the mean of those trained on', () => {
    // The first two have the mean (½, 1): the third is 1 below it in the second pixel.
    expectClose(share([99, 99, 0.2], split([0, 1], [2]))!, 0.8, { abs: 1e-12 });
    // About the second: 1 of the first, ¼ + 1 of the third.
    expectClose(share([0.5, 99, 0.4], split([1], [0, 2]))!, 1 - 0.9 / 2.25, { abs: 1e-12 });
  });

  it.each([1, 2, 3, 30])(
    'is what is left of the distances from the mean of the others, however few are held out: %i',
    (n) => {
      const random = createRandom(4, n);
      const [N, D] = [40, 6];
      const many = Float32Array.from({ length: N * D }, () => random.uniform());
      for (let seed = 0; seed < 5; seed++) {
        const shares = sharesOf(N, n / N, seed);
        expect(shares.heldOut).toHaveLength(n);
        const mean = Array.from({ length: D }, (_, p) =>
          shares.training.reduce((sum, i) => sum + many[i * D + p]! / shares.training.length, 0),
        );
        const distances = Float64Array.from({ length: N }, (_, i) =>
          mean.reduce((sum, value, p) => sum + (many[i * D + p]! - value) ** 2, 0),
        );
        const variance = run(judgedVariance(many, D, shares));
        for (const explained of [0, 0.05, 0.6]) {
          const errors = distances.map((distance) => (1 - explained) * distance);
          expectClose(explainedShare(variance, errors, shares)!, explained, { abs: 1e-12 });
        }
      }
    },
  );

  it('is none of images that do not vary, or of a single one', () => {
    expect(share([0, 0, 0], trainedOn(1))).toBeNull();
    expect(share([0, 0], trainedOn(0, 1), Float32Array.of(1, 0, 1, 0))).toBeNull();
    // Whose mean has rounding in it.
    const alike = new Float32Array(2 * 50).fill(0.3);
    for (const holdout of [0, 0.02, 0.2]) expect(share(Array(50).fill(1), sharesOf(50, holdout, 1), alike)).toBeNull();
  });

  it('gives way among many images', () => {
    const random = createRandom(3);
    const many = Float32Array.from({ length: 8000 * 256 }, () => random.uniform());
    const shares = trainedOn(...Array(8000).keys());
    const { value, turns } = runToEnd(judgedVariance(many, 256, shares));
    // A quarter of the variance of 256 uniform pixels is left.
    expectClose(explainedShare(value, new Float64Array(8000).fill(64 / 12), shares)!, 0.75, { abs: 0.005 });
    expect(turns).toBeGreaterThan(6);
  });
});
