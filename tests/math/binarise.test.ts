import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawKey, drawOnce, drawRows, threshold } from '../../src/math/binarise';
import { reconstruction } from '../../src/model/exact/reconstruction';
import { expectClose } from '../support/close';

const all = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);

describe('the threshold', () => {
  it('makes ink of what is above ½, and paper of all others', () => {
    fc.assert(
      fc.property(fc.float32Array({ min: 0, max: 1, noNaN: true }), (images) => {
        const made = images.slice();
        threshold(made);
        expect([...made]).toEqual(Array.from(images, (x) => (x > 0.5 ? 1 : 0)));
      }),
      { seed: 61 },
    );
    const edge = Float32Array.of(0, 0.5, 0.5 + 2 ** -24, 1);
    threshold(edge);
    expect([...edge]).toEqual([0, 0, 1, 1]);
  });
});

describe('draws of images', () => {
  // Each pixel of its own intensity, 0 and 1 among them.
  const width = 256;
  const intensities = Float32Array.from({ length: 4 * width }, (_, i) => (i % width) / 255);
  const STEPS = 2000;
  const sums = new Float64Array(4 * width);
  for (let step = 0; step < STEPS; step++) {
    drawRows(intensities, width, all(4), drawKey(3, step)).forEach((b, i) => {
      sums[i]! += b;
    });
  }
  const excess = (i: number): number => {
    const p = intensities[i]!;
    return (sums[i]! - STEPS * p) / Math.sqrt(STEPS * p * (1 - p));
  };

  it('have the intensities as their means', () => {
    // Of an intensity: over the four images that have it.
    for (let k = 1; k < 255; k++) {
      const p = k / 255;
      const mean = (sums[k]! + sums[k + width]! + sums[k + 2 * width]! + sums[k + 3 * width]!) / (4 * STEPS);
      // Of 254 means the farthest is at about three standard errors.
      expectClose(mean, p, { abs: 4 * Math.sqrt((p * (1 - p)) / (4 * STEPS)) }, `mean of ${k}`);
    }
    const grey = all(4 * width).filter((i) => intensities[i]! > 0 && intensities[i]! < 1);
    const total = grey.reduce((sum, i) => sum + sums[i]! - STEPS * intensities[i]!, 0);
    const variance = grey.reduce((sum, i) => sum + STEPS * intensities[i]! * (1 - intensities[i]!), 0);
    expectClose(total / Math.sqrt(variance), 0, { abs: 3 }, 'all pixels together');
  });

  it('spread about them as independent draws do, pixel by pixel', () => {
    // Squares of n standard normal values: n ± √(2n).
    const grey = [...all(4 * width)].filter((i) => intensities[i]! > 0 && intensities[i]! < 1);
    const squares = grey.reduce((sum, i) => sum + excess(i) ** 2, 0);
    expectClose(squares, grey.length, { abs: 3 * Math.sqrt(2 * grey.length) }, 'χ²');
  });

  it('leave ink and paper as they are', () => {
    for (const row of [0, 1, 2, 3]) {
      expect(sums[row * width]).toBe(0);
      expect(sums[row * width + 255]).toBe(STEPS);
    }
  });

  it('of neighbouring pixels, of neighbouring steps and of neighbouring seeds have nothing to do with each other', () => {
    const n = 100_000;
    const half = new Float32Array(n).fill(0.5);
    const signs = (key: number): Float32Array => drawRows(half, n, all(1), key).map((b) => 2 * b - 1);
    const correlation = (a: Float32Array, b: Float32Array, lag = 0): number => {
      let sum = 0;
      for (let i = 0; i + lag < n; i++) sum += a[i]! * b[i + lag]!;
      return sum / Math.sqrt(n - lag);
    };
    const one = signs(drawKey(1, 10));
    for (const lag of [1, 2, 8, 16, 28, 256, 784]) {
      expectClose(correlation(one, one, lag), 0, { abs: 3.5 }, `pixels ${lag} apart`);
    }
    for (let step = 11; step < 19; step++) {
      expectClose(correlation(one, signs(drawKey(1, step))), 0, { abs: 3.5 }, `steps 10 and ${step}`);
      expectClose(correlation(one, signs(drawKey(step, 10))), 0, { abs: 3.5 }, `seeds 1 and ${step}`);
    }
  });

  it('are those of their places in the data, whichever images are taken with them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.nat(11), { minLength: 1, maxLength: 20 }),
        fc.integer(),
        (size, rows, key) => {
          const some = Float32Array.from({ length: 12 * size }, (_, i) => ((7 * i) % 11) / 10);
          const whole = drawRows(some, size, all(12), key);
          const taken = drawRows(some, size, Uint32Array.from(rows), key);
          expect([...taken]).toEqual(rows.flatMap((row) => [...whole.subarray(row * size, (row + 1) * size)]));
          expect(drawRows(some, size, all(12), key)).toEqual(whole);
        },
      ),
      { seed: 62 },
    );
  });

  it('are the same wherever the same address is opened', () => {
    // From the hash written out in 64-bit integers.
    expect([drawKey(0, 0), drawKey(1, 0), drawKey(1, 1), drawKey(7, 12345), drawKey(999_999, 3_000_000)]).toEqual([
      1365408172, -571313973, -1127421061, -299167423, 2089706200,
    ]);
    const half = new Float32Array(40).fill(0.5);
    const drawn = (key: number): string => drawRows(half, 40, all(1), key).join('');
    expect(drawn(drawKey(1, 0))).toBe('1000100001010101100100110100000111110111');
    expect(drawn(drawKey(1, 1))).toBe('0111101011011110101110110110011010111110');
    const quarter = new Float32Array(701_000).fill(0.25);
    const far = drawRows(quarter, 1000, Uint32Array.of(700), drawKey(1, 0)).subarray(0, 40);
    expect(far.join('')).toBe('1100000101011000000000010001000000000001');
  });
});

describe('a draw that is always the same', () => {
  it('is the same, has the intensities as its means, and is none that a step takes', () => {
    const n = 200_000;
    const intensities = Float32Array.from({ length: n }, (_, i) => (i % 256) / 255);
    const drawn = drawOnce(intensities);
    expect(drawOnce(intensities)).toEqual(drawn);
    expect(drawn.every((x) => x === 0 || x === 1)).toBe(true);
    const excess = drawn.reduce((sum, b, i) => sum + b - intensities[i]!, 0);
    const variance = intensities.reduce((sum, p) => sum + p * (1 - p), 0);
    expectClose(excess / Math.sqrt(variance), 0, { abs: 3 }, 'mean');
    for (let seed = 0; seed < 5; seed++) {
      expect(drawRows(intensities, n, all(1), drawKey(seed, 0))).not.toEqual(drawn);
    }
  });
});

describe('images of ink and paper alone', () => {
  it('are all that a Bernoulli likelihood gives probability to', () => {
    const logits = fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 4, maxLength: 4 });
    const images = Array.from({ length: 16 }, (_, code) => Float32Array.from({ length: 4 }, (_, k) => (code >> k) & 1));
    fc.assert(
      fc.property(logits, (a) => {
        const loss = (x: Float32Array): number => reconstruction('bernoulli', 1, Float64Array.from(a), x).loss;
        expectClose(
          images.reduce((sum, x) => sum + Math.exp(-loss(x)), 0),
          1,
          { abs: 1e-12 },
          'Σ p(x|z)',
        );
      }),
      { seed: 63 },
    );
  });
});
