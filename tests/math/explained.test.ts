import { describe, expect, it } from 'vitest';
import { explainedShare, totalSumOfSquares } from '../../src/math/explained';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';
import { run, runToEnd } from '../support/run';

/** Three images of two pixels. */
const images = Float32Array.of(0, 1, 1, 1, 0.5, 0);
const all = Uint32Array.of(0, 1, 2);
// About the mean (½, ⅔): ¼ + 0 + ¼, and 1/9 + 1/9 + 4/9.
const VARIANCE = 0.5 + 6 / 9;

/** Of two pixels an image. */
const share = (errors: readonly number[], of = all, from = images): number | null =>
  explainedShare(run(totalSumOfSquares(from, 2, of)), errors, of);

describe('the share of variance that decodes explain', () => {
  it('is 1 of decodes that are their images, 0 of the mean image, negative of worse', () => {
    expect(share([0, 0, 0])).toBe(1);
    const ofMean = [1 / 4 + 1 / 9, 1 / 4 + 1 / 9, 4 / 9];
    expectClose(share(ofMean)!, 0, { abs: 1e-12 });
    expectClose(share([VARIANCE, VARIANCE, 0])!, -1, { abs: 1e-12 });
    expectClose(share([0.1, 0, 0.2])!, 1 - 0.3 / VARIANCE, { abs: 1e-12 });
  });

  it('looks at the images that it is told to, and at no others', () => {
    // The first two differ in one pixel, by 1.
    expectClose(share([0.1, 0.1, 99], all.subarray(0, 2))!, 1 - 0.2 / 0.5, { abs: 1e-12 });
  });

  it('is none of images that do not vary, or of a single one', () => {
    expect(share([0, 0, 0], all.subarray(1, 2))).toBeNull();
    expect(share([0, 0], all.subarray(0, 2), Float32Array.of(1, 0, 1, 0))).toBeNull();
  });

  it('gives way among many images', () => {
    const random = createRandom(3);
    const many = Float32Array.from({ length: 8000 * 256 }, () => random.uniform());
    const of = Uint32Array.from({ length: 8000 }, (_, i) => i);
    const { value, turns } = runToEnd(totalSumOfSquares(many, 256, of));
    // A quarter of the variance of 256 uniform pixels is left.
    expectClose(explainedShare(value, new Float64Array(8000).fill(64 / 12), of)!, 0.75, { abs: 0.005 });
    expect(turns).toBeGreaterThan(6);
  });
});
