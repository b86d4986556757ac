import { coverStroke } from '../../math/raster/stroke';
import type { Drawing } from './pen';

/**
 * Inks a drawing into `image`, size × size intensities that must be 0 to begin with. Where strokes cross, the darker one
 * counts.
 */
export function inkDrawing(drawing: Drawing, image: Float32Array, size: number): void {
  const { points, starts, radii, softness, ink } = drawing;
  // Half the width of the window that the edge is averaged over, in pixels: the pixel itself and the softness of ink.
  const half = 0.5 * Math.hypot(1, softness * size);
  const darken = (index: number, covered: number): void => {
    const value = (ink * covered) / (2 * half);
    if (value > image[index]!) image[index] = value;
  };
  for (let stroke = 0; stroke + 1 < starts.length; stroke++) {
    for (let i = starts[stroke]!; i + 1 < starts[stroke + 1]!; i++) {
      // Pixel centres lie on whole numbers from here on.
      const x = points[2 * i]! * size - 0.5;
      const y = points[2 * i + 1]! * size - 0.5;
      const dx = points[2 * i + 2]! * size - 0.5 - x;
      const dy = points[2 * i + 3]! * size - 0.5 - y;
      const radius = radii[i]! * size;
      const growth = radii[i + 1]! * size - radius;
      coverStroke({ x, y, dx, dy, radius, growth }, half, size, size, darken);
    }
  }
}
