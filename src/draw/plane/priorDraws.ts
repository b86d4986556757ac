import { joined, setAttributes, svgElement } from '../svg';
import type { PlaneScales } from './scales';

/** A code that is drawn from the prior. */
export interface DrawMark {
  readonly x: number;
  readonly y: number;
  /** Its dot is full, or hollow where this is false. */
  readonly isReached: boolean | null;
}

/** CSS pixels: of a dot, and of the one that is pointed at. */
const RADIUS = 4;
const POINTED = 7;

/**
 * Dots at codes, numbered from 1 in their order.
 * @param pointed the place of the one that stands out; null for none
 * @param point called with the place of the dot that a pointer comes to, and with null when it leaves
 */
export function paintPriorDraws(
  group: SVGGElement,
  draws: readonly DrawMark[],
  pointed: number | null,
  scales: PlaneScales,
  point: (place: number | null) => void,
): void {
  const places = [...draws.keys()];
  const keyOf = (k: number): number => k;
  const dots = joined(group, 'dots', places, keyOf, (k) => {
    const dot = svgElement('circle', { class: 'prior-draw' });
    dot.onpointerenter = () => point(k);
    dot.onpointerleave = () => point(null);
    return dot;
  });
  const numbers = joined(group, 'numbers', places, keyOf, (k) => {
    const number = svgElement('text', { class: 'prior-number', dx: RADIUS + 3, dy: -RADIUS });
    number.textContent = String(k + 1);
    return number;
  });
  for (const [k, draw] of draws.entries()) {
    const [x, y] = [scales.x(draw.x), scales.y(draw.y)];
    const r = k === pointed ? POINTED : RADIUS;
    setAttributes(dots[k]!, { cx: x, cy: y, r, 'data-reached': String(draw.isReached) });
    setAttributes(numbers[k]!, { x, y });
  }
}
