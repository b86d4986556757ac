import { type PointerEvent, useRef } from 'react';

/** What an element has to listen to so that it can be held and moved. */
type Handlers = Readonly<
  Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
    (event: PointerEvent<SVGElement>) => void
  >
>;

/**
 * Things in a picture that are dragged, one at a time, along one axis.
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
  const held = useRef<Held | null>(null);
  /** From what is held to the pointer, so that nothing jumps. */
  const offset = useRef(0);
  const drop = (): void => {
    held.current = null;
  };
  const drag = (event: PointerEvent): void => {
    if (held.current !== null) move(held.current, placeOf(event) - offset.current);
  };
  return (what) => ({
    onPointerDown(event) {
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = what;
      offset.current = placeOf(event) - at[what];
    },
    onPointerMove: drag,
    onPointerUp: drop,
    onPointerCancel: drop,
  });
}
