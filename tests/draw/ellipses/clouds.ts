import type { EllipseCloud, EllipseStyle, PlaneView } from '../../../src/draw/ellipses/cloud';
import { themeOf } from '../../../src/draw/theme';
import type { Outline } from '../../../src/math/family';
import { createRandom } from '../../../src/math/random';

/** A square view around the origin. */
export function viewOf(half: number, size: number): PlaneView {
  return { centreX: 0, centreY: 0, unitsPerPixel: (2 * half) / size, width: size, height: size };
}

const { classes, ink } = themeOf(false);

export const STYLE: EllipseStyle = {
  palette: classes,
  ink,
  fillDensity: 0.14,
  lineDensity: 0.8,
  dotDensity: 3,
  lineWidth: 1,
  dotRadius: 1.6,
};

export interface CloudShape {
  /** Standard deviation of the centres. */
  readonly spread: number;
  /** Semi-axes are uniform in this range. */
  readonly axes: readonly [least: number, most: number];
  readonly tilted?: boolean;
  readonly outline?: Outline;
  readonly classes?: number | null;
}

/** n seeded Gaussian codes with outlines. */
export function randomCloud(
  n: number,
  seed: number,
  { spread, axes, tilted, outline = 'ellipse', classes = 10 }: CloudShape,
): EllipseCloud {
  const random = createRandom(seed);
  const between = () => axes[0] + (axes[1] - axes[0]) * random.uniform();
  return {
    count: n,
    outline,
    mu: Float32Array.from({ length: 2 * n }, () => spread * random.normal()),
    axes: Float32Array.from({ length: 2 * n }, between),
    correlation: tilted ? Float32Array.from({ length: n }, () => 1.8 * random.uniform() - 0.9) : null,
    classes: classes === null ? null : Uint8Array.from({ length: n }, () => random.below(classes)),
  };
}
