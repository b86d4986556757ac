import type { Rgb } from '../theme';
import type { DensityField } from './field';

/** The most that the ink of a density covers of the page. */
const MOST = { light: 0.5, dark: 0.45 } as const;

/**
 * Inks a canvas, one pixel a cell, by a density. Cover grows as r/(1 + r) with r the root of the density over the one
 * that holds the first share of the mass: half of the most is covered at that contour, steps of density are told apart
 * from the thinnest to the densest part, and a narrow peak takes no ink from the rest.
 */
export function paintDensity(canvas: HTMLCanvasElement, field: DensityField, ink: Rgb, dark: boolean): void {
  const { size, values, levels } = field;
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(size, size);
  const { data } = image;
  const most = 255 * (dark ? MOST.dark : MOST.light);
  const unit = levels[0]?.density ?? 0;
  for (let i = 0; i < size * size; i++) {
    const root = unit > 0 ? Math.sqrt(values[i]! / unit) : 0;
    data[4 * i] = ink[0];
    data[4 * i + 1] = ink[1];
    data[4 * i + 2] = ink[2];
    data[4 * i + 3] = most * (root / (1 + root));
  }
  context.putImageData(image, 0, 0);
}
