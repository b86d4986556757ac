import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { ARROWS, isModified } from '../draw/plane/arrowKeys';
import { useNoFling } from './useNoFling';

/** Steps of the keys that a slider has besides the arrows: as far as it goes to the left and right, and more upwards. */
const LEAPS: Readonly<Record<string, readonly [number, number]>> = {
  Home: [Number.NEGATIVE_INFINITY, 0],
  End: [Number.POSITIVE_INFINITY, 0],
  PageUp: [0, 4],
  PageDown: [0, -4],
};

interface Pad {
  /** For the element that is pointed at. */
  readonly surface: {
    readonly ref: RefObject<HTMLDivElement | null>;
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
  };
  /** For the thumb that has the focus. */
  onKeyDown(event: KeyboardEvent): void;
}

/**
 * Two numbers that are set at once on a square: by a press and what is dragged from there, even beyond its edges, and by
 * the keys of a slider.
 * @param point called with shares of the square from its lower left corner, below 0 and above 1 outside of it
 * @param nudge called with steps to the right and up: −1, 0, 1, 4 of them, or infinitely many
 */
export function usePad(point: (x: number, y: number) => void, nudge: (right: number, up: number) => void): Pad {
  const ref = useRef<HTMLDivElement>(null);
  useNoFling(ref);
  const follow = ({ clientX, clientY }: PointerEvent): void => {
    const { left, bottom, width, height } = ref.current!.getBoundingClientRect();
    point((clientX - left) / width, (bottom - clientY) / height);
  };
  return {
    surface: {
      ref,
      onPointerDown(event) {
        // Another finger, or another button, would have the numbers jump.
        if (event.button !== 0 || !event.isPrimary) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      },
      onPointerMove(event) {
        // Every finger is captured by what it is put down on.
        if (event.isPrimary && event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
      },
    },
    onKeyDown(event) {
      const arrow = ARROWS[event.key] ?? LEAPS[event.key];
      if (arrow === undefined || isModified(event)) return;
      event.preventDefault();
      nudge(...arrow);
    },
  };
}
