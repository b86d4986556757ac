import { type RefObject, useEffect, useRef } from 'react';
import { visitedCells } from '../math/visitedCells';
import { gridCodes } from '../math/window';
import { useFigure, usePictureKey } from './context';
import { usePacedFrames } from './usePaced';
import { useSheet } from './useSheet';

/** Ms between two drawings while training runs. */
const PACE = 100;

/**
 * Draws what the decoder makes of count × count codes all over the window of the latent plane, frame after frame; cells
 * that no posterior visits are faint.
 */
export function useDecodedCells(canvas: RefObject<HTMLCanvasElement | null>, count: number): void {
  const { lab, plane } = useFigure();
  const visited = useRef(new Uint8Array(count * count));
  const { key, ask } = usePictureKey();
  const sheet = useSheet(canvas);

  useEffect(() => {
    const askForWindow = (): void => ask({ kind: 'decode', points: gridCodes(plane.current, count) });
    askForWindow();
    return plane.on(askForWindow);
  }, [ask, plane, count]);

  usePacedFrames(
    PACE,
    (frame) => {
      const { dataset } = lab;
      const request = frame.view.requests[key];
      const images = frame.pictures[key];
      if (canvas.current === null || dataset === null || request?.kind !== 'decode' || images === undefined) return;
      const { width, height } = dataset;
      // A frame of the images before.
      if (images.length !== count * count * width * height) return;
      // The window that this frame was asked for, read back from its corners: the plane may have moved on since.
      const { points } = request;
      const side = points[2]! - points[0]!;
      const window = {
        x: (points[0]! + points[2 * (count - 1)]!) / 2,
        y: (points[1]! + points[points.length - 1]!) / 2,
        half: (side * count) / 2,
      };
      const present = visitedCells(frame.plane, frame.noiseScale, window, count, visited.current);
      sheet.paint({ images, width, height, columns: count, present });
      canvas.current.dataset.step = String(frame.step);
    },
    [key, sheet],
  );
}
