/**
 * A straight stroke of ink between two points, wider or narrower at its end. Pixels: the centre of the first is at 0, 0.
 */
export interface Stroke {
  readonly x: number;
  readonly y: number;
  /** From there to the end. */
  readonly dx: number;
  readonly dy: number;
  /** Half its width at the beginning, and how much more it is at the end. */
  readonly radius: number;
  readonly growth: number;
}

/**
 * How many pixels of its width a stroke covers at each pixel, along the normal: exact for a straight stroke however thin
 * it is, so that one drawing keeps its weight at every resolution.
 * @param half half the width of the window that the edge is averaged over, at least half a pixel
 * @param each is told index and cover, at most 2·half, of each pixel that the stroke may reach; negative where it does not
 */
export function coverStroke(
  { x: ax, y: ay, dx, dy, radius: ra, growth }: Stroke,
  half: number,
  width: number,
  height: number,
  each: (index: number, covered: number) => void,
): void {
  const length2 = dx * dx + dy * dy;
  const reach = Math.max(ra, ra + growth) + half;
  const left = Math.max(0, Math.ceil(Math.min(ax, ax + dx) - reach));
  const right = Math.min(width - 1, Math.floor(Math.max(ax, ax + dx) + reach));
  const top = Math.max(0, Math.ceil(Math.min(ay, ay + dy) - reach));
  const bottom = Math.min(height - 1, Math.floor(Math.max(ay, ay + dy) + reach));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const px = x - ax;
      const py = y - ay;
      const along = length2 > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length2)) : 0;
      const ex = px - along * dx;
      const ey = py - along * dy;
      const distance = Math.sqrt(ex * ex + ey * ey);
      const radius = ra + along * growth;
      each(y * width + x, Math.min(distance + half, radius) - Math.max(distance - half, -radius));
    }
  }
}
