import { type RefObject, useMemo, useRef } from 'react';
import { createSheetPainter, type ImageSheet, type SheetPainter } from '../draw/sheet';
import { useFigure } from './context';
import { useSize } from './useSize';

/** What a canvas shows, for whoever draws it again at another size. */
export const sheets = new WeakMap<HTMLCanvasElement, ImageSheet>();

/**
 * A canvas that shows sheets of images at the density of the screen; CSS gives it its size.
 * @returns a painter, another one when size, density or colours change: then paint again
 */
export function useSheet(canvas: RefObject<HTMLCanvasElement | null>): { paint(sheet: ImageSheet): void } {
  const { theme } = useFigure();
  const { width, ratio } = useSize(canvas);
  const painter = useRef<SheetPainter | null>(null);
  return useMemo(
    () => ({
      paint(sheet) {
        const target = canvas.current;
        if (target === null || width === 0) return;
        sheets.set(target, sheet);
        painter.current ??= createSheetPainter(target);
        painter.current.paint(sheet, theme, Math.round(width * ratio), Math.round(target.clientHeight * ratio));
      },
    }),
    [canvas, theme, width, ratio],
  );
}
