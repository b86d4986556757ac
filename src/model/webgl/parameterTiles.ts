import type { Parameters } from '../engine';
import type { DenseLayer, Layout } from '../layout';
import { tileIndex, tilesOf } from './tiles';

/** Where one layer's (inputs + 1) × outputs matrix lies among the tiles. */
export interface LayerTiles {
  readonly layer: DenseLayer;
  /** Its first tile. */
  readonly base: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * All parameters in one grid: the tiles of the layers one after another, wrapped into rows of `width` tiles. The
 * optimiser's state is three such planes, one below the other: values, first moments, second moments.
 */
export interface ParameterTiles {
  readonly layers: readonly LayerTiles[];
  /** 2^widthBits tiles a row, so that a shader wraps with a shift and a mask. */
  readonly widthBits: number;
  readonly width: number;
  /** Rows of one plane. */
  readonly height: number;
}

const WIDTH_BITS = 10;

/** @throws RangeError when the planes exceed a texture of `maxTextureSize` */
export function createParameterTiles(layout: Layout, maxTextureSize: number): ParameterTiles {
  let base = 0;
  const layers = layout.layers.map((layer): LayerTiles => {
    const tiles = { layer, base, rows: tilesOf(layer.inputs + 1), columns: tilesOf(layer.outputs) };
    base += tiles.rows * tiles.columns;
    return tiles;
  });
  const widthBits = Math.min(WIDTH_BITS, Math.floor(Math.log2(maxTextureSize)));
  const height = Math.ceil(base / 2 ** widthBits);
  if (3 * height > maxTextureSize) {
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

/** The three planes, for upload; padding is 0 and stays so. */
export function toPlanes(tiles: ParameterTiles, { values, first, second }: Parameters): Float32Array {
  const plane = 4 * tiles.width * tiles.height;
  const planes = new Float32Array(3 * plane);
  walk(tiles, (flat, tiled) => {
    planes[tiled] = values[flat]!;
    planes[plane + tiled] = first[flat]!;
    planes[2 * plane + tiled] = second[flat]!;
  });
  return planes;
}

/** Plane number `index` of a readback as a flat array of `size` parameters. */
export function fromPlane(tiles: ParameterTiles, planes: Float32Array, index: number, size: number): Float32Array {
  const start = 4 * tiles.width * tiles.height * index;
  const flat = new Float32Array(size);
  walk(tiles, (at, tiled) => {
    flat[at] = planes[start + tiled]!;
  });
  return flat;
}
