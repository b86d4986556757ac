import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { PlaneWindow } from '../../math/window';

/** Latent units to CSS pixels of a square plane; y grows upwards. */
export interface PlaneScales {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  /** CSS pixels of one latent unit, the same on both axes. */
  readonly unit: number;
  /** CSS pixels a side. */
  readonly size: number;
}

export function planeScales(window: PlaneWindow, size: number): PlaneScales {
  const { x, y, half } = window;
  return {
    x: scaleLinear([x - half, x + half], [0, size]),
    y: scaleLinear([y - half, y + half], [size, 0]),
    unit: size / (2 * half),
    size,
  };
}
