import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { endless } from '../math/endless';
import { boxCodes, boxOfCodes } from '../math/gridCodes';
import { visitedCells } from '../math/visitedCells';
import { boxOf, type PlaneBox } from '../math/window';
import { useFigure, usePictureKey } from './context';
import { usePacedFrames } from './usePaced';
import { useSheet } from './useSheet';

/** Ms between two drawings while training runs, where it is not said otherwise. */
const PACE = 100;

/**
 * Paints on a canvas, with every frame, what the decoder makes of the codes at the centres of count × count cells of a
 * rectangle of the plane; those that no posterior reaches are faded, none where the model has no posteriors.
 * @param pace ms between two drawings while training runs
 * @returns asks for another rectangle from the next frame on
 */
export function useDecodedCells(
  canvas: RefObject<HTMLCanvasElement | null>,
  count: number,
  pace: number = PACE,
): (box: PlaneBox) => void {
  const { lab } = useFigure();
  const visited = useRef(new Uint8Array(count * count));
  const { key, ask } = usePictureKey();
  const sheet = useSheet(canvas);
  usePacedFrames(
    pace,
    (frame) => {
      const { dataset } = lab;
      const request = frame.view.requests[key];
      const images = frame.pictures[key];
      if (canvas.current === null || dataset === null || request?.kind !== 'decode' || images === undefined) return;
      const { width, height } = dataset;
      // A frame of the images before.
      if (images.length !== count * count * width * height) return;
      // The rectangle that this frame was asked for, read back from its codes: it may be another by now.
      const box = boxOfCodes(request.points, count);
      const { plane, noiseScale } = frame;
      const reached = endless(plane, plane.axes);
      // Of a decoder alone it is not known where posteriors were.
      const present = plane.mu.length === 0 ? null : visitedCells(reached, noiseScale, box, count, visited.current);
      sheet.paint({ images, width, height, columns: count, present });
      canvas.current.dataset.step = String(frame.step);
    },
    [key, sheet],
  );
  return useCallback((box) => ask({ kind: 'decode', points: boxCodes(box, count) }), [ask, count]);
}

/** The same of the window of the latent plane, wherever it goes. */
export function useDecodedWindow(canvas: RefObject<HTMLCanvasElement | null>, count: number, pace?: number): void {
  const { plane } = useFigure();
  const ask = useDecodedCells(canvas, count, pace);
  useEffect(() => {
    const askForWindow = (): void => ask(boxOf(plane.current));
    askForWindow();
    return plane.on(askForWindow);
  }, [ask, plane]);
}
