import type { Rgb } from '../theme';

/** Cells from one stroke of the hatching to the next, and those of a stroke. */
const HATCH = { every: 5, wide: 2 } as const;

/** How much of the page is covered, 0 … 255: by a stroke, and between two. */
const COVER = { stroke: 190, between: 50 } as const;

/** Hatches the cells that are marked, one pixel a cell. @param cells size × size flags, row by row from the top left */
export function paintUncovered(canvas: HTMLCanvasElement, cells: Uint8Array, size: number, colour: Rgb): void {
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(size, size);
  for (let i = 0; i < size * size; i++) {
    if (cells[i] === 0) continue;
    const onStroke = ((i % size) + Math.floor(i / size)) % HATCH.every < HATCH.wide;
    image.data.set(colour, 4 * i);
    image.data[4 * i + 3] = onStroke ? COVER.stroke : COVER.between;
  }
  context.putImageData(image, 0, 0);
}
