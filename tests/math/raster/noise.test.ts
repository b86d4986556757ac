import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/math/random';
import { noisy } from '../../../src/math/raster/noise';

const grey = new Float32Array(20_000).fill(0.5);

describe('noise', () => {
  it('of amount 0 is none, and of one seed the same', () => {
    expect(noisy(grey, 'gaussian', 0, createRandom(1))).toBe(grey);
    expect(noisy(grey, 'salt', 0.3, createRandom(1))).toEqual(noisy(grey, 'salt', 0.3, createRandom(1)));
    expect(noisy(grey, 'salt', 0.3, createRandom(1))).not.toEqual(noisy(grey, 'salt', 0.3, createRandom(2)));
  });

  it('that is normal has the standard deviation of its amount, and stays within black and white', () => {
    const values = noisy(grey, 'gaussian', 0.1, createRandom(3));
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / values.length);
    expect(deviation).toBeCloseTo(0.1, 2);
    expect(noisy(grey, 'gaussian', 1, createRandom(3)).every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  it('of salt and pepper takes that share of the pixels, half of them each way, and more pixels with more of it', () => {
    const some = noisy(grey, 'salt', 0.2, createRandom(4));
    const count = (of: number): number => some.filter((value) => value === of).length / some.length;
    expect(count(0)).toBeCloseTo(0.1, 1);
    expect(count(1)).toBeCloseTo(0.1, 1);
    expect(count(0.5)).toBeCloseTo(0.8, 1);
    const more = noisy(grey, 'salt', 0.4, createRandom(4));
    for (const [i, value] of some.entries()) if (value !== 0.5) expect(more[i]).toBe(value);
  });
});
