import { type RefObject, useEffect, useRef } from 'react';

/** Tells whether an element is in sight, whenever that changes; when it goes, it is not. @param see another one is told, too */
export function useSight(element: RefObject<Element | null>, see: (visible: boolean) => void): void {
  const latest = useRef(see);
  latest.current = see;
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => latest.current(entries[entries.length - 1]!.isIntersecting));
    observer.observe(element.current!);
    return () => {
      observer.disconnect();
      latest.current(false);
    };
  }, [element]);
}
