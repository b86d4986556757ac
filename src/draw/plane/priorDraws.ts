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
  const marks = joined(
    group,
    'prior draws',
    [...draws.keys()],
    (k) => k,
    (k) => {
      const mark = svgElement('g', { class: 'prior-draw' });
      const number = svgElement('text', { dx: RADIUS + 3, dy: -RADIUS });
      number.textContent = String(k + 1);
      mark.append(svgElement('circle'), number);
      mark.onpointerenter = () => point(k);
      mark.onpointerleave = () => point(null);
      return mark;
    },
  );
  for (const [k, { x, y, isReached }] of draws.entries()) {
    const mark = marks[k]!;
    setAttributes(mark, { transform: `translate(${scales.x(x)} ${scales.y(y)})`, 'data-reached': String(isReached) });
    setAttributes(mark.firstElementChild!, { r: k === pointed ? POINTED : RADIUS });
  }
}
