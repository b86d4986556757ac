import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createSheetPainter, type ImageSheet, type SheetPainter } from '../draw/sheet';
import { useFigure } from './context';
import { useDetail } from './useDetail';
import { useKept } from './useNeeded';
import { useSize } from './useSize';

/** What a canvas shows, for whoever draws it again at another size. */
export const sheets = new WeakMap<HTMLCanvasElement, ImageSheet>();

/** Paints the canvas of a sheet, or empties it where there is nothing to show. */
interface Sheet {
  paint(sheet: ImageSheet): void;
  clear(): void;
}

/**
 * A canvas that shows sheets of images at the density of the screen, or as coarse as the page draws while it cannot keep up;
 * CSS gives it its size. Out of sight of a lab that sleeps it has no bitmap.
 * @returns a painter, another one when size, density or colours change or the bitmap is needed again: then paint again
 */
export function useSheet(canvas: RefObject<HTMLCanvasElement | null>): Sheet {
  const { theme } = useFigure();
  const { width, ratio: whole } = useSize(canvas);
  const ratio = Math.min(whole, useDetail().ratio);
  const height = useHeight(canvas);
  const kept = useKept(canvas);
  const painter = useRef<SheetPainter | null>(null);
  useEffect(() => {
    if (!kept) painter.current?.clear();
  }, [kept]);
  return useMemo(
    () => ({
      paint(sheet) {
        const target = canvas.current;
        if (target === null) return;
        sheets.set(target, sheet);
        if (width === 0 || height === 0 || !kept) return;
        painter.current ??= createSheetPainter(target);
        painter.current.paint(sheet, theme, Math.round(width * ratio), Math.round(height * ratio));
      },
      clear() {
        if (canvas.current !== null) sheets.delete(canvas.current);
        painter.current?.clear();
      },
    }),
    [canvas, theme, width, height, ratio, kept],
  );
}

/** CSS pixels that an element is high: read as it changes, since to read it while painting has the whole page laid out. */
function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = (): void => setHeight(target.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
