import { joined, setAttributes, svgElement } from '../svg';
import { ARROWS, isModified, NUDGE } from './arrowKeys';
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

/** What a step by keys is cut to with Shift. */
const FINER = 1 / 10;

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
      if (isModified(event)) return;
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
