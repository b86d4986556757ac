import type { Rgb } from '../theme';
import { paintCells } from './cells';
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
  const most = 255 * (dark ? MOST.dark : MOST.light);
  const unit = levels[0]?.density ?? 0;
  paintCells(canvas, size, (cell, data, at) => {
    const root = unit > 0 ? Math.sqrt(values[cell]! / unit) : 0;
    data[at] = ink[0];
    data[at + 1] = ink[1];
    data[at + 2] = ink[2];
    data[at + 3] = most * (root / (1 + root));
  });
}
