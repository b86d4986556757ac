import { type PointerEvent, useRef } from 'react';

/** What an element has to listen to so that it can be held and moved. */
type Handlers = Readonly<Record<'onPointerDown' | 'onPointerMove', (event: PointerEvent<SVGElement>) => void>>;

/**
 * Things in a picture that are dragged along one axis.
 * @param at where each of them is
 * @param placeOf the place on that axis that a pointer is at
 * @param move what is held is to go to a place
 * @returns what the element of each has to listen to
 */
export function useHandles<Held extends string>(
  at: Readonly<Record<Held, number>>,
  placeOf: (event: PointerEvent) => number,
  move: (what: Held, place: number) => void,
): (what: Held) => Handlers {
  /** From each to the pointer that took hold of it last, so that nothing jumps. */
  const offsets = useRef<Partial<Record<Held, number>>>({});
  return (what) => ({
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      offsets.current[what] = placeOf(event) - at[what];
    },
    onPointerMove(event) {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) move(what, placeOf(event) - offsets.current[what]!);
    },
  });
}
