import { useEffect, useRef } from 'react';
import { visitedCells } from '../math/visitedCells';
import { gridCodes } from '../math/window';
import { useFigure, useFrameValue, usePictureKey } from './context';
import './DecodedGrid.css';
import './panel.css';
import { useOutline } from './useOutline';
import { usePacedFrames } from './usePaced';
import { useSheet } from './useSheet';

/** Ms between two drawings while training runs. */
const PACE = 100;

/** Cells a side. */
const CELLS = 15;

/** What the decoder draws all over the window of the latent plane. */
export function DecodedGrid() {
  const { lab, plane, words } = useFigure();
  const canvas = useRef<HTMLCanvasElement>(null);
  const visited = useRef(new Uint8Array(CELLS * CELLS));
  const { key, ask } = usePictureKey();
  const sheet = useSheet(canvas);
  const { outline, one } = useOutline();
  const hasPoints = useFrameValue((frame) => frame?.noiseScale === 0) || outline === 'point';

  useEffect(() => {
    const askForWindow = (): void => ask({ kind: 'decode', points: gridCodes(plane.current, CELLS) });
    askForWindow();
    return plane.on(askForWindow);
  }, [ask, plane]);

  usePacedFrames(
    PACE,
    (frame) => {
      const { dataset } = lab;
      const request = frame.view.requests[key];
      const images = frame.pictures[key];
      if (canvas.current === null || dataset === null || request?.kind !== 'decode' || images === undefined) return;
      const { width, height } = dataset;
      // A frame of the images before.
      if (images.length !== CELLS * CELLS * width * height) return;
      // The window that this frame was asked for, read back from its corners: the plane may have moved on since.
      const { points } = request;
      const side = points[2]! - points[0]!;
      const window = {
        x: (points[0]! + points[2 * (CELLS - 1)]!) / 2,
        y: (points[1]! + points[points.length - 1]!) / 2,
        half: (side * CELLS) / 2,
      };
      const present = visitedCells(frame.plane, frame.noiseScale, window, CELLS, visited.current);
      sheet.paint({ images, width, height, columns: CELLS, present });
      canvas.current.dataset.step = String(frame.step);
    },
    [key, sheet],
  );

  return (
    <figure className="grid">
      <figcaption className="panel-head">
        <h2>{words.grid.title}</h2>
        <span className="fine">{hasPoints ? words.grid.unvisitedPoints : words.grid.unvisited(one)}</span>
      </figcaption>
      <canvas ref={canvas} role="img" aria-label={words.grid.label} />
    </figure>
  );
}
