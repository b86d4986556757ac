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
  const [near, setNear] = useState(false);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const isNear = entries[entries.length - 1]!.isIntersecting;
        setNear(isNear);
        if (isNear) setSeen(true);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  useEffect(() => {
    if (asleep && !near) setSeen(false);
  }, [asleep, near]);
  return near || (seen && !asleep);
}
