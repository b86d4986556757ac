import type { Layout } from '../layout';
import { type Block, LARGE_BLOCK } from './programs/block';

/** The products of a layer's parameters that are drawn in blocks of so many tiles, which takes a draw more; else null. */
export interface LayerBlocks {
  readonly forward: Block | null;
  readonly backward: Block | null;
}

/** Draws that a step may take. */
const MOST_DRAWS = 24;

/** Of a step where every product is part of the program that goes on from it: with several samples and a learned σ̃. */
const drawsOf = ({ layers }: Layout): number => 2 * layers.length + 7;

/** Weights of a layer whose products take longer than a draw does. */
const LEAST_WEIGHTS = 8192;

/**
 * Which products of a step are drawn in blocks, layer by layer: where blocks are large, the largest products, as many as
 * a step has draws left. What goes back to the codes or to the pixels is none of them: it is part of other programs, or
 * not needed.
 */
export function layerBlocks(layout: Layout, block: Block): readonly LayerBlocks[] {
  const size = (layer: number): number => (layout.layers[layer]!.inputs + 1) * layout.layers[layer]!.outputs;
  const firsts = [0, layout.encoder.length + 1];
  const largest = layout.layers
    .flatMap((_, layer) => [
      { layer, way: 'forward' as const },
      ...(firsts.includes(layer) ? [] : [{ layer, way: 'backward' as const }]),
    ])
    .filter(({ layer }) => size(layer) >= LEAST_WEIGHTS)
    .toSorted((a, b) => size(b.layer) - size(a.layer))
    .slice(0, block === LARGE_BLOCK ? MOST_DRAWS - drawsOf(layout) : 0);
  const chosen = (layer: number, way: keyof LayerBlocks): Block | null =>
    largest.some((each) => each.layer === layer && each.way === way) ? block : null;
  return layout.layers.map((_, i) => ({ forward: chosen(i, 'forward'), backward: chosen(i, 'backward') }));
}
