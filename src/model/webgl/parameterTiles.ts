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

/** Rows of blocks that one draw of the gradient computes, and the layers that they are of. */
export interface GradientPart {
  readonly members: readonly number[];
  readonly top: number;
  readonly height: number;
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
  readonly gradients: readonly GradientPart[];
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
  const sizes = layout.layers.map(({ inputs, outputs }) => [tilesOf(inputs + 1), tilesOf(outputs)] as const);
  const count = sizes.reduce((sum, [rows, columns]) => sum + rows * columns, 0);
  const mostBits = Math.floor(Math.log2(maxTextureSize));
  const enoughBits = Math.ceil(Math.log2(count / maxTextureSize));
  const widthBits = Math.min(Math.max(WIDTH_BITS, enoughBits), mostBits);
  const width = 2 ** widthBits;
  const height = Math.ceil(count / width);
  if (height > maxTextureSize) {
    throw new RangeError(
      `A model of ${layout.size} parameters exceeds this GPU's textures of ${maxTextureSize} texels`,
    );
  }

  const byBlocks = layerBlocks(layout, block);
  const blocks = sizes.map(([rows, columns]) => blocksOf(block, rows, columns));
  // First the layers that share a draw, then the others, each from a row of its own on.
  const blockBases: number[] = [];
  let blockRows = 0;
  const gradients: GradientPart[] = [];
  const alone = byBlocks.flatMap((each, i) => (each.alone ? [[i]] : []));
  for (const members of [byBlocks.flatMap((each, i) => (each.alone ? [] : [i])), ...alone]) {
    let end = blockRows * width;
    for (const i of members) {
      blockBases[i] = end;
      end += blocks[i]![0] * blocks[i]![1];
    }
    const top = blockRows;
    blockRows = Math.ceil(end / width);
    if (blockRows > top) gradients.push({ members, top, height: blockRows - top });
  }

  let base = 0;
  const layers = layout.layers.map((layer, i): LayerTiles => {
    const [rows, columns] = sizes[i]!;
    const place = { base: blockBases[i]!, rows: blocks[i]![0], columns: blocks[i]![1] };
    const tiles = { layer, base, rows, columns, blocks: place, byBlocks: byBlocks[i]! };
    base += rows * columns;
    return tiles;
  });
  return { layers, widthBits, width, height, block, gradients, blockHeight: blockRows };
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
