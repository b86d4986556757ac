import { describe, expect, it } from 'vitest';
import { axisTaps } from '../../src/draw/resample';

describe('taps', () => {
  it.each([
    [423, 15, 24.2, 8],
    [300, 15, 17.1, 28],
    [48, 1, 48, 8],
    [97, 7, 12, 5],
  ])(
    'of %i pixels and %i cells of %f pixels for %i each weigh as much as is covered',
    (extent, cells, length, samples) => {
      const { starts, ends, size, sources, weights } = axisTaps(extent, cells, length, samples);
      expect(size % 4).toBe(0);
      for (let cell = 0; cell < cells; cell++) {
        let covered = 0;
        for (let pixel = starts[cell]!; pixel < ends[cell]!; pixel++) {
          const own = weights.subarray(size * pixel, size * (pixel + 1));
          const sum = own.reduce((total, weight) => total + weight, 0);
          covered += sum;
          if (pixel > starts[cell]! && pixel < ends[cell]! - 1) expect(sum).toBeCloseTo(1, 5);
          for (const source of sources.subarray(size * pixel, size * (pixel + 1))) {
            expect(source).toBeGreaterThanOrEqual(0);
            expect(source).toBeLessThan(samples);
          }
        }
        expect(covered).toBeCloseTo(length, 3);
      }
    },
  );

  it('leave straight ramps straight, away from the edges', () => {
    const { size, sources, weights } = axisTaps(80, 1, 80, 8);
    for (let pixel = 25; pixel < 55; pixel++) {
      let value = 0;
      for (let k = 0; k < size; k++) value += weights[size * pixel + k]! * sources[size * pixel + k]!;
      expect(value).toBeCloseTo((pixel + 0.5) / 10 - 0.5, 2);
    }
  });
});
