import type { Layout } from '../layout';
import { type Block, LARGE_BLOCK } from './programs/block';

/** How the products of a layer are drawn. */
export interface LayerBlocks {
  /** x·W + b in blocks of so many tiles, which takes a draw more; null in the draw that goes on from it. */
  readonly forward: Block | null;
  /** delta·Wᵀ likewise. */
  readonly backward: Block | null;
  /** Whether xᵀ·delta takes a draw more, instead of sharing one with other layers. */
  readonly alone: boolean;
}

/** Draws that a step may take. */
const MOST_DRAWS = 24;

/** Of a step with no more draws for any product, but with several samples and a learned σ̃. */
const drawsOf = ({ layers }: Layout): number => 2 * layers.length + 7;

/** Weights of a layer whose products take longer than a draw does. */
const LEAST_WEIGHTS = 8192;

/**
 * How the products of a step are drawn, layer by layer: where blocks are large, the largest products take draws of their
 * own, as many as a step has left. What goes back to the codes or to the pixels is none of them: it is part of other
 * programs, or not needed.
 */
export function layerBlocks(layout: Layout, block: Block): readonly LayerBlocks[] {
  const size = (layer: number): number => (layout.layers[layer]!.inputs + 1) * layout.layers[layer]!.outputs;
  const firsts = [0, layout.encoder.length + 1];
  const spare = block === LARGE_BLOCK ? MOST_DRAWS - drawsOf(layout) : 0;
  const largest = layout.layers
    .flatMap((_, layer) =>
      (['forward', 'gradient', 'backward'] as const)
        .filter((product) => product !== 'backward' || !firsts.includes(layer))
        .map((product) => ({ layer, product })),
    )
    .filter(({ layer }) => size(layer) >= LEAST_WEIGHTS)
    .toSorted((a, b) => size(b.layer) - size(a.layer))
    .slice(0, spare);
  return layout.layers.map((_, i) => {
    const own = largest.filter(({ layer }) => layer === i).map(({ product }) => product);
    return {
      forward: own.includes('forward') ? block : null,
      backward: own.includes('backward') ? block : null,
      alone: own.includes('gradient'),
    };
  });
}
