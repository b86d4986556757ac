import type { Rgb } from '../../src/draw/theme';

/** A colour without the transfer function of sRGB: three numbers from 0 to 1. */
export const linear = (colour: Rgb): number[] =>
  colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });

/** Relative luminance of WCAG 2, 0 to 1. */
function luminance(colour: Rgb): number {
  const [r, g, b] = linear(colour) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** CIE L*, 0 to 100. */
export const lightness = (colour: Rgb): number => 116 * Math.cbrt(luminance(colour)) - 16;

/** How much a mark stands out from a page, as WCAG 2 has it: 1 to 21. */
export function contrast(mark: Rgb, page: Rgb): number {
  const [a, b] = [luminance(mark), luminance(page)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
