import type { Outline } from '../math/family';
import { principalAxes } from '../math/principalAxes';

/** A posterior's outline in a drawing: pixels, y downwards. */
export interface OutlineMark {
  readonly outline: Outline;
  readonly x: number;
  readonly y: number;
  /** Half extents across and down. */
  readonly a: number;
  readonly b: number;
  /** Correlation of an ellipse, positive where it rises to the right. */
  readonly rho: number;
}

/** An SVG element that draws one. */
export interface OutlineElement {
  readonly name: 'ellipse' | 'rect';
  readonly attributes: Readonly<Record<string, string>>;
}

/** @param write how numbers are written */
export function outlineElement(
  { outline, x, y, a, b, rho }: OutlineMark,
  write: (value: number) => string = String,
): OutlineElement {
  if (outline === 'rectangle') {
    const [left, top, width, height] = [x - a, y - b, 2 * a, 2 * b].map(write) as [string, string, string, string];
    return { name: 'rect', attributes: { x: left, y: top, width, height } };
  }
  const at = { cx: write(x), cy: write(y) };
  if (rho === 0) return { name: 'ellipse', attributes: { ...at, rx: write(a), ry: write(b) } };
  const { major, minor, angle } = principalAxes(a, b, rho);
  // Degrees, clockwise where y grows downwards.
  const transform = `rotate(${[-angle * (180 / Math.PI), x, y].map(write).join(' ')})`;
  return { name: 'ellipse', attributes: { ...at, rx: write(major), ry: write(minor), transform } };
}
