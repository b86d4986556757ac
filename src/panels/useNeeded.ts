import { type RefObject, useEffect, useState } from 'react';
import { useLab } from './context';

/** How near to the screen an element counts as on it, so that it is ready when it comes into view. */
const MARGIN = '25% 0px';

/**
 * Whether an element needs what a page has few of, such as a WebGL context: from when it first comes near the screen
 * until its lab has fallen asleep out of sight.
 */
export function useNeeded(element: RefObject<Element | null>): boolean {
  const asleep = useLab((state) => state.asleep);
  const near = useNearScreen(element);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (near) setSeen(true);
    else if (asleep) setSeen(false);
  }, [asleep, near]);
  return near || (seen && !asleep);
}

/** Whether an element needs what costs memory alone: while its lab is awake, or it is near the screen. */
export function useKept(element: RefObject<Element | null>): boolean {
  const asleep = useLab((state) => state.asleep);
  return useNearScreen(element) || !asleep;
}

function useNearScreen(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => setNear(entries[entries.length - 1]!.isIntersecting), {
      rootMargin: MARGIN,
    });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
