import { type DecodedPng, decode } from 'fast-png';
import type { Dataset } from '../dataset';
import { reason } from '../reason';
import { damaged, knownOf, MAX_SPRITE_SIDE, readDescription, type SpriteDescription } from './description';

/**
 * Reads a sprite: one grey 8-bit PNG with a tile an image (ink is white), and its description in JSON. Intensities
 * are exact, l/(levels−1), because the stored bytes only number the levels. The PNG is decoded here rather than by a
 * canvas, whose colour management may change values.
 *
 * @param name what to call the pair in errors
 * @throws DataError if either cannot be read or the two do not agree
 */
export function readSprite(name: string, png: Uint8Array, json: Uint8Array): Dataset {
  const about = readDescription(`${name}.json`, json);
  return { ...knownOf(about), width: about.width, height: about.height, images: readTiles(`${name}.png`, png, about) };
}

/**
 * The intensities of a sheet, n × (height·width), tile after tile.
 * @param file what to call the sheet in errors
 * @throws DataError if it cannot be read or is not as described
 */
export function readTiles(file: string, png: Uint8Array, about: SpriteDescription): Float32Array {
  const sheet = readGrey(file, png);
  const columns = sheet.width / about.width;
  const rows = sheet.height / about.height;
  if (!Number.isInteger(columns) || !Number.isInteger(rows)) {
    throw damaged(
      file,
      `is ${sheet.width}×${sheet.height} pixels, expected multiples of its tiles of ${about.width}×${about.height}`,
    );
  }
  if (columns * rows < about.n || columns * (rows - 1) >= about.n) {
    throw damaged(file, `has ${columns}×${rows} tiles, expected rows just enough for ${about.n} images`);
  }
  return cutTiles(file, sheet, columns, about);
}

function readGrey(file: string, png: Uint8Array): DecodedPng {
  // The size stands at a fixed place; it is judged before the decoder allocates by it.
  const view = new DataView(png.buffer, png.byteOffset, png.length);
  if (png.length < 24) throw damaged(file, `is ${png.length} bytes long, expected a PNG`);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width > MAX_SPRITE_SIDE || height > MAX_SPRITE_SIDE) {
    throw damaged(file, `is ${width}×${height} pixels, expected at most ${MAX_SPRITE_SIDE} a side`);
  }
  let sheet: DecodedPng;
  try {
    sheet = decode(png, { checkCrc: true });
  } catch (error) {
    throw damaged(file, `cannot be decoded (${reason(error)}), expected a PNG`);
  }
  if (sheet.channels !== 1 || sheet.depth !== 8 || sheet.palette) {
    const colours = sheet.palette ? 'a palette' : `${sheet.channels} channels`;
    throw damaged(file, `has ${colours} of ${sheet.depth} bits, expected grey of 8 bits`);
  }
  return sheet;
}

/** n × (height·width) intensities, tile after tile. */
function cutTiles(file: string, sheet: DecodedPng, columns: number, about: SpriteDescription): Float32Array {
  const { n, width, height } = about;
  const intensity = levelIntensities(about.levels);
  const images = new Float32Array(n * height * width);
  let filled = 0;
  for (let i = 0; i < n; i++) {
    const left = (i % columns) * width;
    const top = Math.floor(i / columns) * height;
    for (let y = top; y < top + height; y++) {
      for (let x = left; x < left + width; x++) {
        const byte = sheet.data[y * sheet.width + x]!;
        const value = intensity[byte]!;
        if (value < 0) {
          throw damaged(file, `pixel (${x}, ${y}) is ${byte}, expected one of ${about.levels} grey levels`);
        }
        images[filled++] = value;
      }
    }
  }
  return images;
}

/** 256: the intensity of each byte that stands for a level, −1 for the others. */
function levelIntensities(levels: number): Float32Array {
  const table = new Float32Array(256).fill(-1);
  for (let level = 0; level < levels; level++) {
    table[levelByte(level, levels)] = level / (levels - 1);
  }
  return table;
}

/** The byte by which a sprite stores a grey level. */
export function levelByte(level: number, levels: number): number {
  return Math.round((255 * level) / (levels - 1));
}
