import { type RefObject, useEffect } from 'react';
import { boxOf } from '../math/window';
import { useFigure } from './context';
import { useDecodedCells } from './useDecodedCells';

/** Paints what the decoder makes of count × count codes all over the window of the latent plane, wherever that moves. */
export function useWindowCells(canvas: RefObject<HTMLCanvasElement | null>, count: number): void {
  const { plane } = useFigure();
  const ask = useDecodedCells(canvas, count);
  useEffect(() => {
    const askForWindow = (): void => ask(boxOf(plane.current));
    askForWindow();
    return plane.on(askForWindow);
  }, [ask, plane]);
}
