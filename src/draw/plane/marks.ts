import { type Selection, select } from 'd3-selection';
import { type OutlineElement, type OutlineMark, outlineElement } from '../outline';
import type { PlaneScales } from './scales';

/** A pin as it is drawn. */
export interface PinMark {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** What assistive technology says of it. */
  readonly label: string;
}

export interface PinActions {
  move(id: number, x: number, y: number): void;
  remove(id: number): void;
}

/** Lets a pointer drag pins; it is fetched later than they are drawn. */
export type DragPins = (
  pins: Selection<SVGGElement, PinMark, SVGGElement, unknown>,
  svg: SVGSVGElement,
  scales: PlaneScales,
  actions: PinActions,
) => void;

/** CSS pixels: what is seen of a pin, and what a finger may hit. */
const PIN_RADIUS = 6;
const PIN_TARGET = 22;

/** Share of the visible window that an arrow key moves a pin or the cross. */
export const NUDGE = 1 / 50;

/** Unit steps of the arrow keys on the plane, y upwards. */
export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The pins: numbered, dragged by pointer, nudged by arrow keys, removed by Delete. */
export function paintPins(
  group: SVGGElement,
  pins: readonly PinMark[],
  scales: PlaneScales,
  actions: PinActions,
  drag: DragPins | null,
): void {
  const marks = select(group)
    .selectAll<SVGGElement, PinMark>('g.pin')
    .data(pins, (pin) => pin.id)
    .join((enter) => {
      const pin = enter.append('g').attr('class', 'pin').attr('role', 'button').attr('tabindex', 0);
      pin.append('circle').attr('class', 'pin-target').attr('r', PIN_TARGET);
      pin.append('circle').attr('class', 'pin-dot').attr('r', PIN_RADIUS);
      pin
        .append('text')
        .attr('class', 'pin-number')
        .attr('dx', PIN_RADIUS + 3)
        .attr('dy', -PIN_RADIUS);
      return pin;
    });
  marks
    .attr('transform', ({ x, y }) => `translate(${scales.x(x)} ${scales.y(y)})`)
    .attr('aria-label', ({ label }) => label)
    .on('keydown', (event: KeyboardEvent, { id, x, y }) => {
      const arrow = ARROWS[event.key];
      const step = (scales.size / scales.unit) * NUDGE;
      if (arrow !== undefined) actions.move(id, x + step * arrow[0], y + step * arrow[1]);
      else if (event.key === 'Delete' || event.key === 'Backspace') actions.remove(id);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  if (drag !== null) marks.call(drag, group.ownerSVGElement!, scales, actions);
  marks.select('text.pin-number').text((_, i) => i + 1);
}

/**
 * The one posterior that the pointer is on.
 * @param focus its outline in latent units, at the size that all are drawn at
 */
export function paintFocus(group: SVGGElement, focus: OutlineMark | null, scales: PlaneScales): void {
  const { unit } = scales;
  const marks =
    focus === null
      ? []
      : [{ ...focus, x: scales.x(focus.x), y: scales.y(focus.y), a: focus.a * unit, b: focus.b * unit }];
  const outlines = select(group)
    .selectAll<SVGGraphicsElement, OutlineElement>('.outline')
    // Another kind of outline, or one that has lost its tilt, is another element.
    .data(
      marks.map((mark) => outlineElement(mark)),
      ({ name, attributes }) => [name, ...Object.keys(attributes)].join(),
    )
    .join((enter) => enter.insert(({ name }) => create<SVGGraphicsElement>(name), 'circle').attr('class', 'outline'));
  outlines.each(function ({ attributes }) {
    for (const [name, value] of Object.entries(attributes)) this.setAttribute(name, value);
  });
  select(group)
    .selectAll<SVGCircleElement, OutlineMark>('circle')
    .data(marks)
    .join('circle')
    .attr('cx', ({ x }) => x)
    .attr('cy', ({ y }) => y)
    .attr('r', 3.5);
}

const create = <T extends SVGElement>(name: string): T =>
  document.createElementNS('http://www.w3.org/2000/svg', name) as unknown as T;

/** The keyboard's pointer: a cross at a code. */
export function paintCross(group: SVGGElement, at: readonly [number, number] | null, scales: PlaneScales): void {
  select(group)
    .selectAll<SVGPathElement, readonly [number, number]>('path')
    .data(at === null ? [] : [at])
    .join('path')
    .attr('d', 'M-9 0H-3M3 0H9M0 -9V-3M0 3V9')
    .attr('transform', ([x, y]) => `translate(${scales.x(x)} ${scales.y(y)})`);
}

/** The name of a class where its codes are. */
export interface ClassMark {
  readonly label: number;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

export function paintClassNames(group: SVGGElement, classes: readonly ClassMark[], scales: PlaneScales): void {
  select(group)
    .selectAll<SVGTextElement, ClassMark>('text')
    .data(classes, ({ label }) => label)
    .join((enter) =>
      enter
        .append('text')
        .attr('class', 'class-name')
        .text(({ label }) => label),
    )
    .style('fill', ({ colour }) => colour)
    // Whole pixels: a name that trembles cannot be read, and costs a repaint of the plane.
    .each(function ({ x, y }) {
      move(this, 'x', Math.round(scales.x(x)));
      move(this, 'y', Math.round(scales.y(y)));
    });
}

function move(text: SVGTextElement, attribute: 'x' | 'y', to: number): void {
  if (text.getAttribute(attribute) !== String(to)) text.setAttribute(attribute, String(to));
}
