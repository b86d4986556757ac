import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { KEPT_SECTION, STILL_SECTION } from './still';

/**
 * The classes of a section, which takes up the room of all that it holds and yet is only painted near the window: to have
 * all of them painted, of which none is in sight, took a tenth of each frame of the lab.
 * @param layout what it is laid out for; for another, and with another text, it is laid out anew
 */
export function useKeptSize(root: RefObject<HTMLElement | null>, layout: string | null, text: unknown): string {
  const [known, setKnown] = useState(false);
  useLayoutEffect(() => {
    if (layout === null) return;
    // In one task: what was painted once counts as having moved when it is painted again.
    const { style } = root.current!;
    style.contentVisibility = 'visible';
    const { height } = root.current!.getBoundingClientRect();
    style.contentVisibility = '';
    keepSize(root.current!, height);
    setKnown(true);
  }, [root, layout, text]);
  useEffect(() => {
    const section = root.current!;
    let frame = 0;
    // Near the window it may come to hold more; away from it, it has the size that it is said to have. With the next frame:
    // what is written within this one would be laid out once more.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => keepSize(section, section.getBoundingClientRect().height));
    });
    if (known) observer.observe(section);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [root, known]);
  return known ? KEPT_SECTION : STILL_SECTION;
}

/** Says how high a section is while the browser leaves out what it holds. */
function keepSize({ style }: HTMLElement, height: number): void {
  style.containIntrinsicBlockSize = `${height}px`;
}
