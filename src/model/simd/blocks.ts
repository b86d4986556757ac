/** Parameters in the order of `Layout` and in the kernel's panels of eight columns (assembly/memory.ts). */

import type { DenseLayer, Layout } from '../layout';

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

/** One block a layer, in the order of `layout.layers`. */
export function createBlocks(layout: Layout): Block[] {
  const d = layout.architecture.latent;
  // The kernel keeps μ and ln σ² four columns apart, or eight if there are more than four.
  const half = d > 4 ? 8 : 4;
  return layout.layers.map((layer) => {
    const head = layer === layout.head;
    const biasRow = padded(layer.inputs);
    // Floats from one panel of eight outputs to the next: the inputs filled up to a multiple of eight, and the bias.
    const panel = 8 * (biasRow + 1);
    const columns = Uint32Array.from({ length: layer.outputs }, (_, o) => {
      const column = head && o >= d ? half + o - d : o;
      return (column >> 3) * panel + (column & 7);
    });
    return { layer, size: (panel * padded(head ? 2 * half : layer.outputs)) / 8, columns, biasRow };
  });
}

/** Copies a layer's part of `flat` into `block` (`toBlock`) or back. Padding in the block is left alone. */
export function copyBlock(shape: Block, flat: Float32Array, block: Float32Array, toBlock: boolean): void {
  const { layer, columns, biasRow } = shape;
  let at = layer.offset;
  for (let i = 0; i <= layer.inputs; i++) {
    const row = 8 * (i < layer.inputs ? i : biasRow);
    for (const column of columns) {
      if (toBlock) block[column + row] = flat[at]!;
      else flat[at] = block[column + row]!;
      at++;
    }
  }
}
