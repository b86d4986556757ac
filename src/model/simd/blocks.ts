/** Parameters in the order of `Layout` and in the kernel's panels of eight columns (assembly/memory.ts). */

import { headParts, lowerCount } from '../../math/posterior';
import { type DenseLayer, familyOf, type Layout } from '../layout';

/** How one layer lies in the kernel's memory. */
export interface Block {
  readonly layer: DenseLayer;
  /** Floats of the whole block. */
  readonly size: number;
  /** Index in the block of row 0 of each output. */
  readonly columns: Uint32Array;
  /** Row of the bias. */
  readonly biasRow: number;
}

const padded = (count: number): number => (count + 7) & ~7;

/** The column in the kernel of each output of the head: its slots are four columns apart, or eight if d > 4. */
function headColumns(layout: Layout): number[] {
  const { latent } = layout.architecture;
  const slot = latent > 4 ? 8 : 4;
  const [diagonal, below] = headParts(familyOf(layout.architecture), latent);
  const columns = Array.from({ length: latent + diagonal }, (_, o) => (o < latent ? o : slot + o - latent));
  // L_ik below the diagonal, row by row: in row i of the slot of column k.
  for (let i = 1; lowerCount(i) < below; i++) for (let k = 0; k < i; k++) columns.push((2 + k) * slot + i);
  return columns;
}

/** One block a layer, in the order of `layout.layers`. */
export function createBlocks(layout: Layout): Block[] {
  return layout.layers.map((layer) => {
    const biasRow = padded(layer.inputs);
    // Floats from one panel of eight outputs to the next: the inputs filled up to a multiple of eight, and the bias.
    const panel = 8 * (biasRow + 1);
    const outputs = layer === layout.head ? headColumns(layout) : Array.from({ length: layer.outputs }, (_, o) => o);
    const columns = Uint32Array.from(outputs, (column) => (column >> 3) * panel + (column & 7));
    return { layer, size: (panel * padded(Math.max(...outputs) + 1)) / 8, columns, biasRow };
  });
}

/**
 * Copies a layer's part of `flat` into `block` (`toBlock`), whose padding is 0 then, or back. Training leaves it at 0 as long
 * as all numbers are finite; after one that is not, 0 · NaN has spread into it.
 */
export function copyBlock(shape: Block, flat: Float32Array, block: Float32Array, toBlock: boolean): void {
  const { layer, columns, biasRow } = shape;
  let at = layer.offset;
  if (toBlock) block.fill(0);
  for (let i = 0; i <= layer.inputs; i++) {
    const row = 8 * (i < layer.inputs ? i : biasRow);
    for (const column of columns) {
      if (toBlock) block[column + row] = flat[at]!;
      else flat[at] = block[column + row]!;
      at++;
    }
  }
}
