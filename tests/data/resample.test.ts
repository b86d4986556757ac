import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/dataset';
import { resample } from '../../src/data/resample';
import { createRandom } from '../../src/math/random';

function noise(n: number, width: number, height: number, seed = 1): Dataset {
  const random = createRandom(seed);
  const images = Float32Array.from({ length: n * width * height }, () => random.uniform());
  return { name: 'noise', n, width, height, images, labels: Uint8Array.from({ length: n }, (_, i) => i) };
}

const total = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0);
const imageOf = ({ images, width, height }: Dataset, i: number) =>
  images.subarray(i * width * height, (i + 1) * width * height);
const square = fc
  .integer({ min: 2, max: 40 })
  .chain((side) => fc.tuple(fc.constant(side), fc.integer({ min: 1, max: side })));

/** Area average by its definition: every source pixel's overlap with every target pixel. */
function reference(image: Float32Array, width: number, height: number, size: number): number[] {
  const side = Math.max(width, height);
  const scale = side / size;
  const [left, top] = [(side - width) / 2, (side - height) / 2];
  const overlap = (from: number, pixel: number) =>
    Math.max(0, Math.min(from + scale, pixel + 1) - Math.max(from, pixel));
  return Array.from({ length: size * size }, (_, k) => {
    const [x, y] = [(k % size) * scale, Math.floor(k / size) * scale];
    let sum = 0;
    for (let j = 0; j < height; j++) {
      for (let i = 0; i < width; i++) sum += image[j * width + i]! * overlap(x, left + i) * overlap(y, top + j);
    }
    return sum / scale ** 2;
  });
}

describe('area averaging', () => {
  it('preserves the mean of every image', () => {
    fc.assert(
      fc.property(square, fc.nat(), ([side, size], seed) => {
        const before = noise(2, side, side, seed);
        const after = resample(before, size);
        for (const i of [0, 1]) {
          const mean = total(imageOf(before, i)) / side ** 2;
          expect(Math.abs(total(imageOf(after, i)) / size ** 2 - mean)).toBeLessThan(1e-6);
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('leaves constant images constant, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(square, fc.constantFrom(0, 0.25, 0.7, 1), ([side, size], value) => {
        const flat = { ...noise(1, side, side), images: new Float32Array(side * side).fill(value) };
        const after = resample(flat, size).images;
        expect(after.every((v) => Math.abs(v - value) < 1e-7 && v <= 1)).toBe(true);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it.each([
    [28, 28, 16],
    [28, 28, 5],
    [20, 28, 16],
    [28, 15, 7],
    [9, 30, 10],
  ])('is the overlap of %i×%i pixels with those of size %i', (width, height, size) => {
    const before = noise(3, width, height);
    const after = resample(before, size);
    for (const i of [0, 1, 2]) {
      const expected = reference(imageOf(before, i), width, height, size);
      imageOf(after, i).forEach((value, k) => {
        expect(Math.abs(value - expected[k]!)).toBeLessThan(1e-6);
      });
    }
  });

  it('gives block means for whole factors', () => {
    const before = { ...noise(1, 4, 4), images: Float32Array.from({ length: 16 }, (_, k) => k / 16) };
    expect(resample(before, 2).images).toEqual(Float32Array.of(2.5 / 16, 4.5 / 16, 10.5 / 16, 12.5 / 16));
    expect(resample(before, 1).images).toEqual(Float32Array.of(7.5 / 16));
  });

  it('weighs 28 → 16 by 1, ¾, ½ and ¼ of a pixel', () => {
    const ramp = { ...noise(1, 28, 28), images: Float32Array.from({ length: 28 * 28 }, (_, k) => (k % 28) / 32) };
    // The second target pixel covers 1.75 … 3.5: a quarter of pixel 1, pixel 2, half of pixel 3.
    const second = (0.25 * 1 + 1 * 2 + 0.5 * 3) / 1.75 / 32;
    expect(resample(ramp, 16).images[1]).toBe(Math.fround(second));
  });

  it('returns the data set itself at its own size and above', () => {
    const [even, uneven] = [noise(2, 8, 8), noise(2, 6, 9)];
    expect(resample(even, 8)).toBe(even);
    expect(resample(even, 16)).toBe(even);
    expect(resample(uneven, 9)).toBe(uneven);
  });

  it('centres what is not square on paper and keeps its ink', () => {
    const bar = { ...noise(1, 2, 8), images: new Float32Array(16).fill(1) };
    expect([...resample(bar, 4).images]).toEqual(Array.from({ length: 4 }, () => [0, 0.5, 0.5, 0]).flat());
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 2, max: 30 }), (width, height) => {
        const before = noise(1, width, height);
        const side = Math.max(width, height);
        const size = Math.max(1, side - 3);
        const ink = (total(resample(before, size).images) * side ** 2) / size ** 2;
        expect(Math.abs(ink - total(before.images)) / total(before.images)).toBeLessThan(1e-5);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it('keeps name and labels and does not touch its input', () => {
    const before = noise(3, 10, 10);
    const copy = before.images.slice();
    expect(resample(before, 4)).toMatchObject({ name: 'noise', n: 3, width: 4, height: 4, labels: before.labels });
    expect(before.images).toEqual(copy);
  });

  it('refuses sizes that are not positive integers', () => {
    for (const size of [0, -1, 2.5, Number.NaN]) expect(() => resample(noise(1, 4, 4), size)).toThrow(RangeError);
  });
});
