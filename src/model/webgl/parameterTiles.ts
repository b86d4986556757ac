import type { DenseLayer, Layout } from '../layout';
import type { Grid } from './device';
import { tileIndex, tilesOf } from './tiles';

/** Where one layer's (inputs + 1) × outputs matrix lies among the tiles. */
export interface LayerTiles {
  readonly layer: DenseLayer;
  /** Its first tile. */
  readonly base: number;
  readonly rows: number;
  readonly columns: number;
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
  /** 2^widthBits tiles a row, so that a shader wraps with a shift and a mask. */
  readonly widthBits: number;
  readonly width: number;
  readonly height: number;
}

/** A narrow plane has many rows, which renderers share out among their threads. */
const WIDTH_BITS = 7;

/** @throws RangeError when a plane exceeds a texture of `maxTextureSize` */
export function createParameterTiles(layout: Layout, maxTextureSize: number): ParameterTiles {
  let base = 0;
  const layers = layout.layers.map((layer): LayerTiles => {
    const tiles = { layer, base, rows: tilesOf(layer.inputs + 1), columns: tilesOf(layer.outputs) };
    base += tiles.rows * tiles.columns;
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
  return { layers, widthBits, width: 2 ** widthBits, height };
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
