/** A line of text on the plane, by its middle, in CSS pixels. */
export interface Line {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/**
 * Where lines stand so that none covers one before it: each as near to its own place as it can be, above or below.
 * @param height of a line
 * @returns the middle of each, in CSS pixels from the top
 */
export function setApart(lines: readonly Line[], height: number): number[] {
  const set: Line[] = [];
  for (const line of lines) {
    const beside = set.filter(({ x, width }) => Math.abs(x - line.x) < (width + line.width) / 2);
    const isFree = (y: number): boolean => beside.every((other) => Math.abs(other.y - y) >= height);
    // Its own place, or touching one of those.
    const places = [line.y, ...beside.flatMap(({ y }) => [y - height, y + height])].filter(isFree);
    places.sort((a, b) => Math.abs(a - line.y) - Math.abs(b - line.y));
    set.push({ ...line, y: places[0] ?? line.y });
  }
  return set.map(({ y }) => y);
}
