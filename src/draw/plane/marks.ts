import { type OutlineMark, outlineElement } from '../outline';
import { joined, setAttributes, svgElement } from '../svg';
import type { PlaneScales } from './scales';

/** A pin as it is drawn. */
export interface PinMark {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** What assistive technology says of it. */
  readonly label: string;
}

export interface PinActions {
  move(id: number, x: number, y: number): void;
  remove(id: number): void;
}

/** Lets a pointer drag pins; it is fetched later than they are drawn. */
export type DragPins = (
  elements: readonly SVGGElement[],
  pins: readonly PinMark[],
  scales: PlaneScales,
  actions: PinActions,
) => void;

/** CSS pixels: what is seen of a pin, and what a finger may hit. */
const PIN_RADIUS = 6;
const PIN_TARGET = 22;

/** CSS pixels of a letter of a name, about. */
const LETTER = 8;

/** Share of the visible window that an arrow key moves a pin or the cross; with Shift a pin moves a tenth of it. */
export const NUDGE = 1 / 50;
const FINER = 1 / 10;

/** Unit steps of the arrow keys on the plane, y upwards. */
export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The pins: named, dragged by pointer, nudged by arrow keys, removed by Delete. */
export function paintPins(
  group: SVGGElement,
  pins: readonly PinMark[],
  scales: PlaneScales,
  actions: PinActions,
  drag: DragPins | null,
): void {
  const marks = joined(
    group,
    'pins',
    pins,
    ({ id }) => id,
    () => {
      const pin = svgElement('g', { class: 'pin', role: 'button', tabindex: 0 });
      pin.append(
        svgElement('circle', { class: 'pin-target', r: PIN_TARGET }),
        svgElement('circle', { class: 'pin-dot', r: PIN_RADIUS }),
        svgElement('text', { class: 'pin-name', dy: -PIN_RADIUS }),
      );
      return pin;
    },
  );
  for (const [i, { id, name, x, y, label }] of pins.entries()) {
    const mark = marks[i]!;
    setAttributes(mark, { transform: `translate(${scales.x(x)} ${scales.y(y)})`, 'aria-label': label });
    const text = mark.lastElementChild!;
    text.textContent = name;
    // A name that would run out of the picture stands on the other side.
    const side = scales.x(x) + PIN_RADIUS + LETTER * name.length < scales.size ? 1 : -1;
    setAttributes(text, { dx: side * (PIN_RADIUS + 3), 'text-anchor': side < 0 ? 'end' : null });
    mark.onkeydown = (event) => {
      const arrow = ARROWS[event.key];
      const step = (scales.size / scales.unit) * NUDGE * (event.shiftKey ? FINER : 1);
      if (arrow !== undefined) actions.move(id, x + step * arrow[0], y + step * arrow[1]);
      else if (event.key === 'Delete' || event.key === 'Backspace') actions.remove(id);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
  }
  drag?.(marks, pins, scales, actions);
}

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

/** The name of a class where its codes are. */
export interface ClassMark {
  readonly label: number;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

export function paintClassNames(group: SVGGElement, classes: readonly ClassMark[], scales: PlaneScales): void {
  const names = joined(
    group,
    'class names',
    classes,
    ({ label }) => label,
    ({ label }) => {
      const name = svgElement('text', { class: 'class-name' });
      name.textContent = String(label);
      return name;
    },
  );
  for (const [i, { x, y, colour }] of classes.entries()) {
    names[i]!.style.fill = colour;
    // Whole pixels: a name that trembles cannot be read, and costs a repaint of the plane.
    setAttributes(names[i]!, { x: Math.round(scales.x(x)), y: Math.round(scales.y(y)) });
  }
}
