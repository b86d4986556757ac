import { encode } from 'fast-png';
import { levelByte } from '../../../src/data/sets/sprite';

/** Tiles of one size, one after the other. */
export interface Tiles {
  readonly width: number;
  readonly height: number;
  /** n × (height·width) grey levels, each tile row by row. */
  readonly pixels: Uint8Array;
  /** Number of grey levels: 0 … levels − 1. */
  readonly levels: number;
}

/** The PNG in which a sprite keeps `tiles`, `columns` of them a row; what is left of the last row is 0. */
export function sheetOf({ width, height, pixels, levels }: Tiles, columns: number): Uint8Array {
  const n = pixels.length / (width * height);
  const across = columns * width;
  const down = Math.ceil(n / columns) * height;
  const sheet = new Uint8Array(across * down);
  for (let i = 0; i < n; i++) {
    const origin = Math.floor(i / columns) * height * across + (i % columns) * width;
    for (let p = 0; p < width * height; p++) {
      sheet[origin + Math.floor(p / width) * across + (p % width)] = levelByte(pixels[i * width * height + p]!, levels);
    }
  }
  return encode({ width: across, height: down, data: sheet, channels: 1, depth: 8 }, { zlib: { level: 9 } });
}
