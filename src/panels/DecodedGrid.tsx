import { useEffect, useRef } from 'react';
import { paintImages } from '../draw/images';
import { gridCodes, visitedCells } from '../math/window';
import type { Frame } from '../worker/protocol';
import { useFigure } from './context';
import { usePacedFrames } from './usePaced';

/** Ms between two drawings while training runs. */
const PACE = 100;

/** Cells a side. */
const CELLS = 15;

/** What the decoder draws all over the window of the latent plane. */
export function DecodedGrid() {
  const { lab, plane, words, theme } = useFigure();
  const canvas = useRef<HTMLCanvasElement>(null);
  const visited = useRef(new Uint8Array(CELLS * CELLS));

  useEffect(() => {
    const ask = (): void => lab.show({ grid: gridCodes(plane.current, CELLS) });
    ask();
    return plane.on(ask);
  }, [lab, plane]);

  const draw = (frame: Frame): void => {
    const { dataset } = lab;
    const { grid } = frame.view.points;
    if (canvas.current === null || dataset === null || grid.length === 0) return;
    // The window that this frame was asked for, read back from its corners: the plane may have moved on since.
    const side = grid[2]! - grid[0]!;
    const window = {
      x: (grid[0]! + grid[2 * (CELLS - 1)]!) / 2,
      y: (grid[1]! + grid[grid.length - 1]!) / 2,
      half: (side * CELLS) / 2,
    };
    const { width, height } = dataset;
    // A sample's ellipse ends nowhere: 2σ is where nearly all of its draws fall.
    const present = visitedCells(
      frame.plane.mu,
      frame.plane.sigma,
      2 * frame.noiseScale,
      window,
      CELLS,
      visited.current,
    );
    paintImages(canvas.current, { images: frame.pictures.grid, width, height, columns: CELLS, present }, theme);
  };
  usePacedFrames(PACE, draw);
  useEffect(() => {
    if (lab.frame !== null) draw(lab.frame);
  }, [theme]);

  return (
    <figure className="grid">
      <figcaption className="panel-head">
        <h2>{words.grid.title}</h2>
        <span className="fine">{words.grid.unvisited}</span>
      </figcaption>
      <canvas ref={canvas} role="img" aria-label={words.grid.label} />
    </figure>
  );
}
