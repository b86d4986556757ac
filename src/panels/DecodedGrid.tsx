import { useEffect, useRef } from 'react';
import { boxOf } from '../math/window';
import { useFigure, useFrameValue } from './context';
import './DecodedGrid.css';
import './panel.css';
import { useDecodedCells } from './useDecodedCells';
import { useOutline } from './useOutline';

/** Cells a side. */
const CELLS = 15;

/** What the decoder draws all over the window of the latent plane. */
export function DecodedGrid() {
  const { plane, words } = useFigure();
  const canvas = useRef<HTMLCanvasElement>(null);
  const ask = useDecodedCells(canvas, CELLS);
  const { outline, one } = useOutline();
  const hasPoints = useFrameValue((frame) => frame?.noiseScale === 0) || outline === 'point';

  useEffect(() => {
    const askForWindow = (): void => ask(boxOf(plane.current));
    askForWindow();
    return plane.on(askForWindow);
  }, [ask, plane]);

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
