import { type RefObject, useEffect } from 'react';

/**
 * Keeps a finger's quick stroke on an element from being a fling. `touch-action: none` keeps the page still meanwhile, but
 * Chromium counts the stroke as a fling all the same, and takes the next tap, wherever it is, for the one that stops it:
 * it makes no click.
 */
export function useNoFling(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const touched = element.current!;
    const hold = (event: TouchEvent): void => {
      if (event.cancelable) event.preventDefault();
    };
    // Not by React, whose listener may not prevent anything.
    touched.addEventListener('touchmove', hold, { passive: false });
    return () => touched.removeEventListener('touchmove', hold);
  }, [element]);
}
