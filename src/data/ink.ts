import type { Drawing } from './pen';

/**
 * Inks a drawing into `image`, size × size intensities that must be 0 to begin with.
 *
 * A pixel takes the share of its width that the stroke covers along the normal: exact for a straight stroke however
 * thin it is, so that one drawing keeps its weight at every resolution. Where strokes cross, the darker one counts.
 */
export function inkDrawing(drawing: Drawing, image: Float32Array, size: number): void {
  const { points, starts, radii, softness, ink } = drawing;
  // Half the width of the window that the edge is averaged over, in pixels: the pixel itself and the softness of ink.
  const half = 0.5 * Math.hypot(1, softness * size);
  for (let stroke = 0; stroke + 1 < starts.length; stroke++) {
    for (let i = starts[stroke]!; i + 1 < starts[stroke + 1]!; i++) {
      // Pixel centres lie on whole numbers from here on.
      const ax = points[2 * i]! * size - 0.5;
      const ay = points[2 * i + 1]! * size - 0.5;
      const dx = points[2 * i + 2]! * size - 0.5 - ax;
      const dy = points[2 * i + 3]! * size - 0.5 - ay;
      const ra = radii[i]! * size;
      const dr = radii[i + 1]! * size - ra;
      const length2 = dx * dx + dy * dy;
      const reach = Math.max(ra, ra + dr) + half;
      const left = Math.max(0, Math.ceil(Math.min(ax, ax + dx) - reach));
      const right = Math.min(size - 1, Math.floor(Math.max(ax, ax + dx) + reach));
      const top = Math.max(0, Math.ceil(Math.min(ay, ay + dy) - reach));
      const bottom = Math.min(size - 1, Math.floor(Math.max(ay, ay + dy) + reach));
      for (let y = top; y <= bottom; y++) {
        for (let x = left; x <= right; x++) {
          const px = x - ax;
          const py = y - ay;
          const along = length2 > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length2)) : 0;
          const ex = px - along * dx;
          const ey = py - along * dy;
          const distance = Math.sqrt(ex * ex + ey * ey);
          const radius = ra + along * dr;
          const covered = Math.min(distance + half, radius) - Math.max(distance - half, -radius);
          const value = (ink * covered) / (2 * half);
          if (value > image[y * size + x]!) image[y * size + x] = value;
        }
      }
    }
  }
}
