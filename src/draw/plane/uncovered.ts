import type { Rgb } from '../theme';
import { paintCells } from './cells';

/** Cells from one stroke of the hatching to the next, and those of a stroke. */
const HATCH = { every: 5, wide: 2 } as const;

/** How much of the page is covered, 0 … 255: by a stroke, and between two. */
const COVER = { stroke: 190, between: 50 } as const;

/** Hatches the cells that are marked, one pixel a cell. @param cells size × size flags, row by row from the top left */
export function paintUncovered(canvas: HTMLCanvasElement, cells: Uint8Array, size: number, colour: Rgb): void {
  paintCells(canvas, size, (cell, data, at) => {
    if (cells[cell] === 0) return;
    const onStroke = ((cell % size) + Math.floor(cell / size)) % HATCH.every < HATCH.wide;
    data.set(colour, at);
    data[at + 3] = onStroke ? COVER.stroke : COVER.between;
  });
}
