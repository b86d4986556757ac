/**
 * Paints a canvas, one pixel a cell.
 * @param size cells a side
 * @param ink writes the red, green, blue and cover (0 … 255 each) of a cell into `data` from `at` on; a cell that it
 *   leaves out stays clear. Cells go row by row from the top left
 */
export function paintCells(
  canvas: HTMLCanvasElement,
  size: number,
  ink: (cell: number, data: Uint8ClampedArray, at: number) => void,
): void {
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(size, size);
  for (let cell = 0; cell < size * size; cell++) ink(cell, image.data, 4 * cell);
  context.putImageData(image, 0, 0);
}
