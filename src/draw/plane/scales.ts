import type { PlaneWindow } from '../../math/window';
import { type LinearScale, linear } from '../linear';

/** Latent units to CSS pixels of a square plane; y grows upwards. */
export interface PlaneScales {
  readonly x: LinearScale;
  readonly y: LinearScale;
  /** CSS pixels of one latent unit, the same on both axes. */
  readonly unit: number;
  /** CSS pixels a side. */
  readonly size: number;
}

export function planeScales(window: PlaneWindow, size: number): PlaneScales {
  const { x, y, half } = window;
  return {
    x: linear([x - half, x + half], [0, size]),
    y: linear([y - half, y + half], [size, 0]),
    unit: size / (2 * half),
    size,
  };
}
