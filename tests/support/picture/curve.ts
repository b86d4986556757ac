/** Whether a chart's curve shows a series of numbers: read back through the labels of its axes. */

/** A label of an axis: where it stands and what it says. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** The number that a label says: with separators, a true minus, or a prefix such as k. */
export function numberOf(text: string): number {
  const [, digits, prefix = ''] = /^([+\-−]?[\d.,]+(?:e[+\-−]?\d+)?)\s*([kMGmµ]?)$/.exec(text.trim()) ?? [];
  if (digits === undefined) return Number.NaN;
  const factor = { '': 1, k: 1e3, M: 1e6, G: 1e9, m: 1e-3, µ: 1e-6 }[prefix] ?? Number.NaN;
  return factor * Number(digits.replaceAll(',', '').replaceAll('−', '-'));
}

/** Where a value stands by an axis's labels, which must be at least two and on one line. NaN if they are not. */
export function placeBy(ticks: readonly Tick[]): (value: number) => number {
  const read = ticks.map(({ at, text }) => ({ at, value: numberOf(text) }));
  const [first, last] = [read[0], read[read.length - 1]];
  if (first === undefined || last === undefined || first.value === last.value) return () => Number.NaN;
  const slope = (last.at - first.at) / (last.value - first.value);
  const place = (value: number): number => first.at + slope * (value - first.value);
  return read.every(({ at, value }) => Math.abs(place(value) - at) < 1) ? place : () => Number.NaN;
}

/** The corners of an SVG path of straight lines. */
export function cornersOf(path: string): [number, number][] {
  return [...path.matchAll(/[ML]\s*(-?[\d.]+)[\s,]+(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

/** Pixels of the chart that a corner may be off. */
const TOLERANCE = 1;

/**
 * What of a curve is not as it should be.
 * @param rows what it should show; corners may leave out some of them, but not the last
 * @param top values that lie above this place are cut off there
 */
export function curveFaults(
  name: string,
  path: string,
  rows: readonly { readonly step: number; readonly value: number }[],
  axes: { readonly x: readonly Tick[]; readonly y: readonly Tick[] },
  top: number,
): string[] {
  const [x, y] = [placeBy(axes.x), placeBy(axes.y)];
  const corners = cornersOf(path);
  const last = rows[rows.length - 1];
  if (last === undefined || corners.length < 2) return [`${name}: there is no curve`];
  if (Number.isNaN(x(0)) || Number.isNaN(y(0))) return [`${name}: the axes cannot be read`];
  const isAt = ([px, py]: readonly [number, number], { step, value }: (typeof rows)[number]): boolean =>
    Math.abs(px - x(step)) <= TOLERANCE && Math.abs(py - Math.max(top, y(value))) <= TOLERANCE;
  const faults: string[] = [];
  const stray = corners.filter((corner) => !rows.some((row) => isAt(corner, row)));
  if (stray.length > 0) faults.push(`${name}: ${stray.length} of ${corners.length} corners are of no value`);
  if (!isAt(corners[corners.length - 1]!, last)) faults.push(`${name}: the curve does not end at the last value`);
  return faults;
}
