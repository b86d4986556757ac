import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png';
import { Unzlib } from 'fflate';
import { stacked } from '../../math/rows';
import { DataError } from '../dataset';
import { DEFLATE_LIMIT, GZIP_PIECE, reason } from './bytes';
import { type Grey, greyOfColours } from './grey';
import { checkPixels } from './limits';

/** Most pixels that are decoded, enough for a sheet of 60,000 images of 28 × 28. */
const MOST_PIXELS = 2 ** 26;

/** Chunks that tell what the pixels are; the others are left out, among them packed ones of any size. */
const NEEDED = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];

/** Channels by the type of colour: grey, colours, a palette, grey and colours with transparency. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const SIGNATURE = 8;

/** Column and row where each pass of an interlaced picture begins, and its steps. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
  readonly interlaced: boolean;
}

/**
 * Decodes a PNG to grey, without the browser: its canvas may change values by the colour management of the machine. Depths
 * of 16 bits become 8.
 *
 * The decoder takes memory by what the header says, and unpacks all that there is: so both are compared first, piece by
 * piece.
 * @throws DataError for what is damaged or too large
 */
export function decodePng(name: string, bytes: Uint8Array<ArrayBuffer>): Grey {
  const { header, chunks } = takeApart(name, bytes);
  const { width, height } = header;
  checkPixels(name, width, height, MOST_PIXELS);
  if (width * height === 0) throw damaged(name, 'has no pixels');
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  checkPacked(name, packed, bytesOf(header));
  const kept = [bytes.subarray(0, SIGNATURE), ...chunks.map(({ whole }) => whole)];
  let png: DecodedPng;
  try {
    png = decode(stacked(kept, Uint8Array), { checkCrc: true });
  } catch (error) {
    throw damaged(name, reason(error));
  }
  return greyOfPng(name, png);
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array<ArrayBuffer>;
  /** With its length, type and checksum. */
  readonly whole: Uint8Array<ArrayBuffer>;
}

function takeApart(name: string, bytes: Uint8Array<ArrayBuffer>): { header: Header; chunks: Chunk[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) throw damaged(name, 'is cut short');
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const chunk = { type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) };
    if (NEEDED.includes(type)) chunks.push(chunk);
    if (type === 'IEND') break;
    at = end;
  }
  const [first] = chunks;
  if (first?.type !== 'IHDR' || first.data.length !== 13 || chunks.at(-1)!.type !== 'IEND') {
    throw damaged(name, 'is cut short, or has no header');
  }
  // The decoder would go by the last of them, and what is judged here is the first.
  for (const once of ['IHDR', 'PLTE']) {
    if (chunks.filter(({ type }) => type === once).length > 1) throw damaged(name, `has two chunks ${once}`);
  }
  const start = SIGNATURE + 8;
  const [depth, colour, , , interlace] = first.data.subarray(8) as unknown as [number, number, number, number, number];
  const header = {
    width: view.getUint32(start),
    height: view.getUint32(start + 4),
    depth,
    colour,
    interlaced: interlace !== 0,
  };
  checkKind(name, header);
  return { header, chunks };
}

/** @throws DataError for depths that a colour cannot have, and those that the decoder cannot put together again */
function checkKind(name: string, { depth, colour, interlaced }: Header): void {
  const depths = colour === 0 ? [1, 2, 4, 8, 16] : colour === 3 ? [1, 2, 4, 8] : [8, 16];
  if (CHANNELS[colour] === undefined || !depths.includes(depth)) {
    throw damaged(name, `has ${depth} bits of colour type ${colour}`);
  }
  if (interlaced && depth < 8) throw damaged(name, `is interlaced with ${depth} bits a pixel`);
}

/** Bytes of the unpacked picture: each row of each pass has one more than its pixels, the filter. */
function bytesOf({ width, height, depth, colour, interlaced }: Header): number {
  const bits = depth * CHANNELS[colour]!;
  const rows = (across: number, down: number): number => (across > 0 ? down * (1 + Math.ceil((across * bits) / 8)) : 0);
  if (!interlaced) return rows(width, height);
  return PASSES.reduce(
    (sum, [x, y, dx, dy]) => sum + rows(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  );
}

function checkPacked(name: string, packed: readonly Uint8Array[], expected: number): void {
  const length = packed.reduce((sum, part) => sum + part.length, 0);
  if (expected > length * DEFLATE_LIMIT) {
    throw damaged(name, `claims ${expected} bytes, expected at most ${length * DEFLATE_LIMIT} from ${length}`);
  }
  let unpacked = 0;
  const unzlib = new Unzlib((chunk) => {
    unpacked += chunk.length;
  });
  try {
    for (const part of packed) {
      for (let start = 0; start < part.length && unpacked <= expected; start += GZIP_PIECE) {
        unzlib.push(part.subarray(start, start + GZIP_PIECE));
      }
    }
    if (unpacked <= expected) unzlib.push(new Uint8Array(0), true);
  } catch (error) {
    throw damaged(name, reason(error));
  }
  if (unpacked !== expected) throw damaged(name, `has ${unpacked} bytes of pixels or more, expected ${expected}`);
}

function greyOfPng(name: string, png: DecodedPng): Grey {
  const { width, height } = png;
  if (png.palette !== undefined) {
    const colours = png.palette[0]?.length ?? 0;
    try {
      return greyOfColours(withAlpha(convertIndexedToRgb(png), colours, 1), width, height);
    } catch (error) {
      throw damaged(name, reason(error));
    }
  }
  if (png.channels === 1) return { width, height, pixels: unpackedGrey(png) };
  return greyOfColours(withAlpha(png.data, png.channels, png.depth === 16 ? 257 : 1), width, height);
}

/** Grey of any depth in bytes; rows of less than a byte a pixel end with a whole byte. */
function unpackedGrey({ data, width, height, depth }: DecodedPng): Uint8Array {
  if (depth === 8) return data as Uint8Array;
  const pixels = new Uint8Array(width * height);
  if (depth === 16) {
    for (let i = 0; i < pixels.length; i++) pixels[i] = Math.round(data[i]! / 257);
    return pixels;
  }
  const largest = 2 ** depth - 1;
  const row = Math.ceil((width * depth) / 8);
  for (let i = 0; i < pixels.length; i++) {
    const bit = (i % width) * depth;
    const byte = data[Math.floor(i / width) * row + (bit >> 3)]!;
    pixels[i] = (255 * ((byte >> (8 - depth - (bit & 7))) & largest)) / largest;
  }
  return pixels;
}

/** Red, green, blue and opacity of pixels with 2 (grey and opacity), 3 or 4 channels. @param unit what is 1 of a byte */
function withAlpha(data: ArrayLike<number>, channels: number, unit: number): Uint8ClampedArray {
  const count = Math.floor(data.length / channels);
  const rgba = new Uint8ClampedArray(4 * count).fill(255);
  for (let i = 0; i < count; i++) {
    for (let channel = 0; channel < 3; channel++) {
      rgba[4 * i + channel] = data[i * channels + (channels === 2 ? 0 : channel)]! / unit;
    }
    if (channels !== 3) rgba[4 * i + 3] = data[(i + 1) * channels - 1]! / unit;
  }
  return rgba;
}

const damaged = (file: string, what: string): DataError =>
  new DataError({ code: 'picture', values: { file } }, `${file}: cannot be decoded as PNG, ${what}`);
