import { type RefObject, useEffect, useState } from 'react';

/** How far below and above the window a part of the page is made ready, in heights of the window. */
const NEAR = '100%';

/** Whether an element is, or has been, near the window. @param first whether it counts as near from the first */
export function useNear(element: RefObject<HTMLElement | null>, first = false): boolean {
  const [near, setNear] = useState(first);
  useEffect(() => {
    if (near) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: `${NEAR} 0px` },
    );
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element, near]);
  return near;
}
