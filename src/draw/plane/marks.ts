import { type OutlineMark, outlineElement } from '../outline';
import { joined, setAttributes, svgElement } from '../svg';
import type { PlaneScales } from './scales';

/** The outline of one posterior. @param mark in latent units; null for none */
export function paintOutline(group: SVGGElement, mark: OutlineMark | null, scales: PlaneScales): void {
  paintOutlines(group, 'outline', mark === null ? [] : [mark], scales);
}

/**
 * Outlines of several posteriors.
 * @param name their class, and what tells them from other outlines of the group
 * @param marks in latent units
 */
export function paintOutlines(
  group: SVGGElement,
  name: string,
  marks: readonly OutlineMark[],
  { x, y, unit }: PlaneScales,
): void {
  const outlines = marks.map((mark) =>
    outlineElement({ ...mark, x: x(mark.x), y: y(mark.y), a: mark.a * unit, b: mark.b * unit }),
  );
  // Another kind of outline, or one that has lost its tilt, is another element.
  const keyed = outlines.map((outline, i) => ({
    ...outline,
    key: [i, outline.name, ...Object.keys(outline.attributes)].join(),
  }));
  const drawn = joined(
    group,
    name,
    keyed,
    ({ key }) => key,
    (outline) => svgElement(outline.name, { class: name }),
  );
  for (const [i, { attributes }] of outlines.entries()) setAttributes(drawn[i]!, attributes);
}

/**
 * One posterior with its centre, such as the one that the pointer is on.
 * @param focus its outline in latent units, at the size that all are drawn at
 */
export function paintFocus(group: SVGGElement, focus: OutlineMark | null, scales: PlaneScales): void {
  paintOutline(group, focus, scales);
  paintDots(group, 'centre', focus === null ? [] : [[focus.x, focus.y]], 3.5, scales);
}

/** Codes that are drawn from one posterior. */
export function paintDraws(group: SVGGElement, codes: readonly Code[], scales: PlaneScales): void {
  paintDots(group, 'draw', codes, 3, scales);
}

/** A code of the plane, in latent units. */
export type Code = readonly [x: number, y: number];

/** Dots at codes. @param name their class, and what tells them from other dots of the group */
export function paintDots(
  group: SVGGElement,
  name: string,
  at: readonly Code[],
  radius: number,
  scales: PlaneScales,
): void {
  const dots = joined(
    group,
    name,
    [...at.keys()],
    (i) => i,
    () => svgElement('circle', { class: name, r: radius }),
  );
  for (const [i, [x, y]] of at.entries()) setAttributes(dots[i]!, { cx: scales.x(x), cy: scales.y(y) });
}

/** The keyboard's pointer: a cross at a code. */
export function paintCross(group: SVGGElement, at: readonly [number, number] | null, scales: PlaneScales): void {
  const places = at === null ? [] : [at];
  const crosses = joined(
    group,
    'cross',
    places,
    () => 0,
    () => svgElement('path', { d: 'M-9 0H-3M3 0H9M0 -9V-3M0 3V9' }),
  );
  for (const [i, [x, y]] of places.entries()) {
    setAttributes(crosses[i]!, { transform: `translate(${scales.x(x)} ${scales.y(y)})` });
  }
}
