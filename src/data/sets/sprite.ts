import { type DecodedPng, decode } from 'fast-png';
import { DataError, type Dataset } from '../dataset';
import { reason } from '../files/bytes';

/** What accompanies a sprite: how it is cut into images, their labels, and whose work they are. */
export interface SpriteDescription {
  readonly name: string;
  /** Number of images, laid out row by row from the top left. */
  readonly n: number;
  /** Pixels of one tile. */
  readonly width: number;
  readonly height: number;
  /** Number of grey levels, at most 256: level l of 0 … levels−1 is stored as round(255·l/(levels−1)). */
  readonly levels: number;
  /** n digits, the class of each image. */
  readonly labels: string;
  readonly source: string;
  readonly licence: string;
  readonly citation: string;
}

/** Largest side of a sprite in pixels. */
const MAX_SPRITE_SIDE = 16384;

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
  const file = `${name}.png`;
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
  return {
    name: about.name,
    n: about.n,
    width: about.width,
    height: about.height,
    images: cutTiles(file, sheet, columns, about),
    labels: Uint8Array.from(about.labels, Number),
  };
}

/** @throws DataError naming the field that is missing or wrong */
export function readDescription(file: string, json: Uint8Array): SpriteDescription {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(json));
  } catch (error) {
    throw damaged(file, `is not JSON (${reason(error)})`);
  }
  if (typeof parsed !== 'object' || parsed === null) {
    throw damaged(file, `is ${JSON.stringify(parsed)}, expected an object describing a sprite`);
  }
  const fields = parsed as Record<string, unknown>;
  const complain = (key: string, expected: string): never => {
    throw damaged(file, `${key} is ${JSON.stringify(fields[key])}, expected ${expected}`);
  };
  const text = (key: string): string => {
    const value = fields[key];
    return typeof value === 'string' && value !== '' ? value : complain(key, 'a text');
  };
  const integer = (key: string, from: number, to: number): number => {
    const value = fields[key];
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
    return fits ? value : complain(key, `a whole number from ${from} to ${to}`);
  };
  const about: SpriteDescription = {
    name: text('name'),
    n: integer('n', 1, MAX_SPRITE_SIDE ** 2),
    width: integer('width', 1, MAX_SPRITE_SIDE),
    height: integer('height', 1, MAX_SPRITE_SIDE),
    levels: integer('levels', 2, 256),
    labels: text('labels'),
    source: text('source'),
    licence: text('licence'),
    citation: text('citation'),
  };
  if (!/^[0-9]+$/.test(about.labels)) throw damaged(file, `labels hold something else than digits 0 to 9`);
  if (about.labels.length !== about.n) {
    throw damaged(file, `has ${about.labels.length} labels, expected ${about.n}, one for each image`);
  }
  return about;
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

/** Sprites are the site's own: what is wrong with one is for those who keep the site. */
function damaged(file: string, what: string): DataError {
  return new DataError({ code: 'shipped', values: { file } }, `${file}: ${what}`);
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
