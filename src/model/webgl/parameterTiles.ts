import type { DenseLayer, Layout } from '../layout';
import { type LayerBlocks, layerBlocks } from './byBlocks';
import type { Device, Grid } from './device';
import { type Block, blocksOf } from './programs/block';
import { tileIndex, tilesOf } from './tiles';

/** Where a matrix lies in a plane: its first element, and how many of them there are. */
interface Place {
  readonly base: number;
  readonly rows: number;
  readonly columns: number;
}

/** One layer's (inputs + 1) × outputs matrix in tiles, and its gradient in blocks (programs/block.ts). */
export interface LayerTiles extends Place {
  readonly layer: DenseLayer;
  readonly blocks: Place;
  readonly byBlocks: LayerBlocks;
}

/** The parameters and Adam's moments, each in a grid of its own. */
export interface Planes {
  readonly values: Grid;
  readonly first: Grid;
  readonly second: Grid;
}

/** All parameters in one plane: the tiles of the layers one after another, wrapped into rows of `width` tiles. */
export interface ParameterTiles {
  readonly layers: readonly LayerTiles[];
  /** 2^widthBits tiles, or blocks, a row, so that a shader wraps with a shift and a mask. */
  readonly widthBits: number;
  readonly width: number;
  readonly height: number;
  /** What products are computed by. */
  readonly block: Block;
  /** Rows of blocks. */
  readonly blockHeight: number;
}

/** A narrow plane has many rows, which renderers share out among their threads. */
const WIDTH_BITS = 7;

/** What every WebGL 2 lets one program read; the gradient of all weights reads two for each layer. */
const TEXTURE_UNITS = 16;

/** @throws RangeError when a plane exceeds a texture of `maxTextureSize`, or for more than three hidden layers */
export function createParameterTiles(
  layout: Layout,
  { maxTextureSize, block }: Pick<Device, 'maxTextureSize' | 'block'>,
): ParameterTiles {
  if (2 * layout.layers.length > TEXTURE_UNITS) {
    throw new RangeError(
      `A model of ${layout.layers.length} layers exceeds the ${TEXTURE_UNITS} textures of a program`,
    );
  }
  let base = 0;
  let blockBase = 0;
  const byBlocks = layerBlocks(layout, block);
  const layers = layout.layers.map((layer, i): LayerTiles => {
    const [rows, columns] = [tilesOf(layer.inputs + 1), tilesOf(layer.outputs)];
    const [blockRows, blockColumns] = blocksOf(block, rows, columns);
    const blocks = { base: blockBase, rows: blockRows, columns: blockColumns };
    const tiles = { layer, base, rows, columns, blocks, byBlocks: byBlocks[i]! };
    base += rows * columns;
    blockBase += blocks.rows * blocks.columns;
    return tiles;
  });
  const mostBits = Math.floor(Math.log2(maxTextureSize));
  const enoughBits = Math.ceil(Math.log2(base / maxTextureSize));
  const widthBits = Math.min(Math.max(WIDTH_BITS, enoughBits), mostBits);
  const height = Math.ceil(base / 2 ** widthBits);
  if (height > maxTextureSize) {
    throw new RangeError(
      `A model of ${layout.size} parameters exceeds this GPU's textures of ${maxTextureSize} texels`,
    );
  }
  const width = 2 ** widthBits;
  return { layers, widthBits, width, height, block, blockHeight: Math.ceil(blockBase / width) };
}

/** Calls `visit` with the index in the flat array and the index in a plane of every parameter. */
function walk({ layers }: ParameterTiles, visit: (flat: number, tiled: number) => void): void {
  for (const { layer, base, columns } of layers) {
    let flat = layer.offset;
    for (let i = 0; i <= layer.inputs; i++) {
      for (let o = 0; o < layer.outputs; o++) visit(flat++, 4 * base + tileIndex(i, o, columns));
    }
  }
}

/** A flat array as the tiles of a plane; padding is 0, and stays so in training. */
export function toPlane(tiles: ParameterTiles, flat: Float32Array): Float32Array {
  const plane = new Float32Array(4 * tiles.width * tiles.height);
  walk(tiles, (at, tiled) => {
    plane[tiled] = flat[at]!;
  });
  return plane;
}

/** The tiles of a plane as a flat array of `size` parameters. */
export function fromPlane(tiles: ParameterTiles, plane: Float32Array, size: number): Float32Array {
  const flat = new Float32Array(size);
  walk(tiles, (at, tiled) => {
    flat[at] = plane[tiled]!;
  });
  return flat;
}
