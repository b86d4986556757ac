import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * Bitmaps are drawn at the screen's own pixels: at a fraction of them lines are soft, above all with browser zoom. The
 * bound keeps the work in hand where there are many: a side of more than this many pixels is drawn at a density of 2,
 * which at arm's length is as fine as the eye.
 */
const MOST_PIXELS = 2400;

/** What a panel that draws has to know of its place. */
export interface Size {
  /** CSS pixels, not rounded: what is drawn fills its place to the edge. 0 before it is laid out. */
  readonly width: number;
  /** Device pixels to draw for one CSS pixel. */
  readonly ratio: number;
}

/** Device pixels to draw for one CSS pixel of something `width` CSS pixels wide. */
export function drawnRatio(width: number, devicePixelRatio: number): number {
  return Math.min(devicePixelRatio || 1, Math.max(2, MOST_PIXELS / Math.max(1, width)));
}

/**
 * Size of an element and density of the screen, followed as they change: by layout, and by browser zoom or another
 * screen, which need not change any width.
 */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, ratio: 1 });
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = (): void => {
      const width = target.getBoundingClientRect().width;
      const ratio = drawnRatio(width, window.devicePixelRatio);
      setSize((last) => (last.width === width && last.ratio === ratio ? last : { width, ratio }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    try {
      // Also tells of another density where the width in CSS pixels stays.
      observer.observe(target, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(target);
    }
    const stop = onDensity(measure);
    return () => {
      observer.disconnect();
      stop();
    };
  }, [element]);
  return size;
}

/** Calls `changed` whenever the density of the screen is another. @returns what ends it */
function onDensity(changed: () => void): () => void {
  let query: MediaQueryList;
  const follow = (): void => {
    // A query is true for one density alone, so each change asks for the next.
    query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', again, { once: true });
  };
  const again = (): void => {
    follow();
    changed();
  };
  follow();
  return () => query.removeEventListener('change', again);
}
