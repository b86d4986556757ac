/**
 * Matrices on the GPU. A matrix is kept in tiles: one RGBA texel holds a 2 × 2 block, in the order
 *
 *     r g      (2i, 2j)    (2i, 2j+1)
 *     b a      (2i+1, 2j)  (2i+1, 2j+1)
 *
 * so that one product of two texels is eight multiplications. This is the layout of tfjs's packed tensors. Values
 * beyond an odd edge are padding.
 */

/** Tiles along a side of `length` values. */
export const tilesOf = (length: number): number => (length + 1) >> 1;

/** Index in an array of tiles, `tileColumns` a row, of the value at (row, column). */
export function tileIndex(row: number, column: number, tileColumns: number): number {
  return 4 * ((row >> 1) * tileColumns + (column >> 1)) + 2 * (row & 1) + (column & 1);
}

/** Writes the rows × columns values of `tiles` to `out`, row-major. */
export function fromTiles(tiles: Float32Array, rows: number, columns: number, out: Float32Array): void {
  const tileColumns = tilesOf(columns);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) out[at++] = tiles[tileIndex(row, column, tileColumns)]!;
  }
}

/** Tiles of a matrix whose value at (row, column) is `value(row, column)`; padding is 0. */
export function toTiles(rows: number, columns: number, value: (row: number, column: number) => number): Float32Array {
  const tileColumns = tilesOf(columns);
  const tiles = new Float32Array(4 * tilesOf(rows) * tileColumns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) tiles[tileIndex(row, column, tileColumns)] = value(row, column);
  }
  return tiles;
}
