import { describe, expect, it } from 'vitest';
import { brushed, inverted } from '../../../src/math/raster/brush';
import { extentOf } from '../../../src/math/raster/extent';
import { drawingOf, greyOf, middleOf } from '../../../src/math/raster/picture';
import { blank, type Raster } from '../../../src/math/raster/raster';

/** A stroke in a corner of a sheet. */
const sheet = brushed(
  blank(120, 80, 0),
  [
    [80, 20],
    [100, 44],
  ],
  3,
  1,
);

/** A picture from which paper and ink are between black and white: intensities from `dark` to `light`. */
const photo = ({ pixels, ...size }: Raster, dark: number, light: number): Raster => ({
  ...size,
  pixels: pixels.map((value) => dark + value * (light - dark)),
});

describe('a picture as a drawing', () => {
  it('is a square around its content, the same whether it is dark on light or light on dark', () => {
    const plain = drawingOf(sheet, 48, 48, 0)!;
    const { left, right, top, bottom } = extentOf(plain, 0)!;
    // 10 % of the content's longer side is paper, on both sides.
    expect(bottom - top).toBeCloseTo(48 / 1.2, -0.5);
    expect((left + right) / 2).toBeCloseTo(24, 0);
    expect((top + bottom) / 2).toBeCloseTo(24, 0);
    for (const other of [inverted(sheet), photo(sheet, 0.2, 0.8), photo(sheet, 0.85, 0.3)]) {
      const { pixels } = drawingOf(other, 48, 48, 0)!;
      for (const [i, value] of pixels.entries()) expect(value).toBeCloseTo(plain.pixels[i]!, 3);
    }
  });

  it('is light on dark or dark on light as the data are', () => {
    const dark = drawingOf(sheet, 48, 48, 0)!;
    const light = drawingOf(sheet, 48, 48, 1)!;
    for (const [i, value] of light.pixels.entries()) expect(value).toBeCloseTo(1 - dark.pixels[i]!, 6);
    expect(dark.pixels[0]).toBe(0);
    expect(light.pixels[0]).toBe(1);
  });

  it('has no grain of the paper', () => {
    const grainy = { ...sheet, pixels: sheet.pixels.map((value, i) => Math.max(value, 0.1 * ((i % 7) / 7))) };
    const { pixels } = drawingOf(grainy, 48, 48, 0)!;
    expect(pixels[0]).toBe(0);
    expect(pixels.subarray(0, 48).every((value) => value === 0)).toBe(true);
  });

  it('is none of one shade, and one of a thin line', () => {
    expect(drawingOf(blank(50, 50, 0.7), 48, 48, 0)).toBeNull();
    const thin = brushed(
      blank(200, 200, 0),
      [
        [50, 50],
        [60, 60],
      ],
      0.6,
      1,
    );
    expect(extentOf(drawingOf(thin, 48, 48, 0)!, 0)!.bottom).toBeGreaterThan(30);
  });

  it('is its middle, grey as it is, where the data have no paper', () => {
    const wide: Raster = { width: 6, height: 2, pixels: Float32Array.of(9, 9, 0.1, 0.2, 9, 9, 9, 9, 0.3, 0.4, 9, 9) };
    const { pixels } = middleOf(wide, 2, 2);
    expect([...pixels].map((value) => value.toFixed(3))).toEqual(['0.100', '0.200', '0.300', '0.400']);
  });
});

describe('the grey of a picture', () => {
  const rgba = (...pixels: readonly (readonly [number, number, number, number])[]): Uint8ClampedArray =>
    Uint8ClampedArray.from(pixels.flat());

  it('weighs green most and blue least', () => {
    const grey = greyOf(rgba([255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255], [255, 255, 255, 255]), 4, 1);
    expect([...grey.pixels].map((value) => Number(value.toFixed(3)))).toEqual([0.213, 0.715, 0.072, 1]);
  });

  it('puts dark ink without paper on white, and light ink on black', () => {
    const clear = [0, 0, 0, 0] as const;
    expect([...greyOf(rgba([0, 0, 0, 255], clear, [0, 0, 0, 127]), 3, 1).pixels].map(Math.round)).toEqual([0, 1, 1]);
    expect([...greyOf(rgba([255, 255, 255, 255], clear), 2, 1).pixels]).toEqual([1, 0]);
  });
});
