import type { DensityField } from '../../src/draw/plane/field';
import type { PlaneWindow } from '../../src/math/window';

/** What the prior's circles of 1σ, 2σ and 3σ hold of the prior. */
const MASSES = [1, 2, 3].map((radius) => 1 - Math.exp(-(radius ** 2) / 2));

/** A normal density around a point as a field over a window, with the levels that hold what the prior's circles hold. */
export function normalField(
  window: PlaneWindow,
  size: number,
  { x: mx = 0, y: my = 0, sx = 1, sy = 1 } = {},
  step = 0,
): DensityField {
  const cell = (2 * window.half) / size;
  const peak = 1 / (2 * Math.PI * sx * sy);
  const values = Float32Array.from({ length: size * size }, (_, i) => {
    const x = window.x - window.half + ((i % size) + 0.5) * cell;
    const y = window.y + window.half - (Math.floor(i / size) + 0.5) * cell;
    return peak * Math.exp(-0.5 * (((x - mx) / sx) ** 2 + ((y - my) / sy) ** 2));
  });
  // A normal density in the plane falls below the share 1 − m of its peak where m of its mass lies inside.
  const mass = values.reduce((sum, value) => sum + value * cell ** 2, 0);
  return { window, size, values, mass, levels: MASSES.map((mass) => ({ mass, density: (1 - mass) * peak })), step };
}
