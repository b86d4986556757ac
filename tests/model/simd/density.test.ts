import { expect, it } from 'vitest';
import { createRandom } from '../../../src/math/random';
import { isSparse } from '../../../src/model/simd/density';

/** n images of 10 pixels, of which as many are lit as the share says. */
function images(n: number, share: number, level: number): Float32Array {
  const random = createRandom(4);
  return Float32Array.from({ length: 10 * n }, () => (random.uniform() < share ? level : 0));
}

it('takes images for sparse by the share of pixels that are not black', () => {
  for (const n of [1000, 20_000]) {
    expect(isSparse(images(n, 0.45, 0.1), 10, false)).toBe(true);
    expect(isSparse(images(n, 0.55, 0.1), 10, false)).toBe(false);
  }
});

it('takes draws for sparse by the mean intensity', () => {
  expect(isSparse(images(1000, 0.6, 0.75), 10, true)).toBe(true);
  expect(isSparse(images(1000, 0.6, 0.9), 10, true)).toBe(false);
});

it('looks at images from the whole of the data', () => {
  const halves = new Float32Array(20_000).fill(1, 2000);
  expect(isSparse(halves, 10, false)).toBe(false);
  expect(isSparse(halves.toReversed(), 10, false)).toBe(false);
});

it('takes no images for dense', () => expect(isSparse(new Float32Array(0), 10, false)).toBe(false));
