import { useRef } from 'react';
import { useFigure, useFrameValue, useHasCodes } from './context';
import './DecodedGrid.css';
import './panel.css';
import { fetchLate } from './fetchLate';
import { fetchedPart } from './lazyPart';
import { useOutline } from './useOutline';

/** Draws on the canvas; fetched after the picture of the plane, which is looked at first. */
const Cells = fetchedPart(() => fetchLate('gridCells'), { from: 'drawn' });

/** What the decoder draws all over the window of the latent plane. */
export function DecodedGrid() {
  const { lab, words } = useFigure();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { outline, one } = useOutline();
  const hasCodes = useHasCodes();
  const hasPoints = useFrameValue((frame) => (frame ?? lab.settings).noiseScale === 0) || outline === 'point';
  return (
    <figure className="grid">
      <figcaption className="panel-head">
        <h2>{words.grid.title}</h2>
        {hasCodes && <span className="fine">{hasPoints ? words.grid.unvisitedPoints : words.grid.unvisited(one)}</span>}
      </figcaption>
      <canvas ref={canvas} role="img" aria-label={words.grid.label} />
      <Cells canvas={canvas} />
    </figure>
  );
}
