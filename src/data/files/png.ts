import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png';
import { Unzlib } from 'fflate';
import { stacked } from '../../math/rows';
import { DataError } from '../dataset';
import { reason } from '../reason';
import { DEFLATE_LIMIT, DEFLATE_PIECE } from './deflate';
import { type Grey, greyOfColours } from './grey';
import { checkPixels } from './limits';

/** Most pixels that are decoded, enough for a sheet of 60,000 images of 28 × 28. */
const MOST_PIXELS = 2 ** 26;

/** Chunks that tell what the pixels are; the others are left out, among them packed ones of any size. */
const NEEDED = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];

/**
 * Those that say what the numbers of a palette are. Of other pictures the first is a proposal for screens of few colours, by
 * which the decoder would take their pixels for numbers of a palette, and the second names a colour.
 */
const OF_PALETTE = ['PLTE', 'tRNS'];

/** Types of colour: grey, colours, a palette, grey and colours with transparency. Their channels. */
const [GREY, COLOURS, PALETTE, GREY_ALPHA, COLOURS_ALPHA] = [0, 2, 3, 4, 6];
const CHANNELS: Readonly<Record<number, number>> = {
  [GREY]: 1,
  [COLOURS]: 3,
  [PALETTE]: 1,
  [GREY_ALPHA]: 2,
  [COLOURS_ALPHA]: 4,
};

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
  const decoded = chunks.filter(({ type }) => header.colour === PALETTE || !OF_PALETTE.includes(type));
  const kept = [bytes.subarray(0, SIGNATURE), ...decoded.map(({ whole }) => whole)];
  let png: DecodedPng;
  try {
    png = decode(stacked(kept, Uint8Array), { checkCrc: true });
  } catch (error) {
    throw damaged(name, reason(error));
  }
  if (header.colour === PALETTE) return greyOfIndexed(name, png);
  return greyOfSamples(png, colourKey(name, header, chunks));
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
      for (let start = 0; start < part.length && unpacked <= expected; start += DEFLATE_PIECE) {
        unzlib.push(part.subarray(start, start + DEFLATE_PIECE));
      }
    }
    if (unpacked <= expected) unzlib.push(new Uint8Array(0), true);
  } catch (error) {
    throw damaged(name, reason(error));
  }
  if (unpacked !== expected) throw damaged(name, `has ${unpacked} bytes of pixels or more, expected ${expected}`);
}

function greyOfIndexed(name: string, png: DecodedPng): Grey {
  const channels = png.palette?.[0]?.length;
  if (channels === undefined) throw damaged(name, 'has no palette');
  try {
    return greyOfColours(withAlpha(convertIndexedToRgb(png), channels, 255, null), png.width, png.height);
  } catch (error) {
    throw damaged(name, reason(error));
  }
}

/**
 * The one colour whose pixels are transparent, as the samples of its channels; null where there is none. Pictures with a
 * channel of transparency have no other.
 */
function colourKey(name: string, { colour, depth }: Header, chunks: readonly Chunk[]): readonly number[] | null {
  const chunk = chunks.find(({ type }) => type === 'tRNS');
  if (chunk === undefined || (colour !== GREY && colour !== COLOURS)) return null;
  const { data } = chunk;
  const channels = CHANNELS[colour]!;
  if (data.length !== 2 * channels) throw damaged(name, `has a transparent colour of ${data.length} bytes`);
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  // Samples of less than two bytes are in the lower bits (PNG 11.3.2.1).
  return Array.from({ length: channels }, (_, channel) => view.getUint16(2 * channel) & (2 ** depth - 1));
}

/** @param key the colour that is transparent; null for none */
function greyOfSamples(png: DecodedPng, key: readonly number[] | null): Grey {
  const { width, height, channels } = png;
  const largest = 2 ** png.depth - 1;
  const samples = samplesOf(png);
  if (channels > 1 || key !== null) return greyOfColours(withAlpha(samples, channels, largest, key), width, height);
  if (samples instanceof Uint8Array && largest === 255) return { width, height, pixels: samples };
  return { width, height, pixels: Uint8Array.from(samples, (sample) => Math.round((255 * sample) / largest)) };
}

/** Samples one by one: those of less than a byte share bytes, and rows of them end with a whole one. */
function samplesOf({ data, width, height, depth }: DecodedPng): Uint8Array | Uint8ClampedArray | Uint16Array {
  if (depth >= 8) return data;
  const samples = new Uint8Array(width * height);
  const row = Math.ceil((width * depth) / 8);
  for (let i = 0; i < samples.length; i++) {
    const bit = (i % width) * depth;
    const byte = data[Math.floor(i / width) * row + (bit >> 3)]!;
    samples[i] = (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
  }
  return samples;
}

/**
 * Red, green, blue and opacity of pixels with 1 to 4 channels: grey or colours, without or with opacity.
 * @param largest what stands for all of a channel
 * @param key samples of the colour that is transparent, of pixels without opacity; null for none
 */
function withAlpha(
  samples: ArrayLike<number>,
  channels: number,
  largest: number,
  key: readonly number[] | null,
): Uint8ClampedArray {
  const count = Math.floor(samples.length / channels);
  const rgba = new Uint8ClampedArray(4 * count).fill(255);
  const hasAlpha = channels === 2 || channels === 4;
  const byteOf = (at: number): number => (255 * samples[at]!) / largest;
  for (let i = 0; i < count; i++) {
    const from = i * channels;
    for (let channel = 0; channel < 3; channel++) rgba[4 * i + channel] = byteOf(channels < 3 ? from : from + channel);
    if (hasAlpha) rgba[4 * i + 3] = byteOf(from + channels - 1);
    else if (key?.every((sample, channel) => samples[from + channel] === sample)) rgba[4 * i + 3] = 0;
  }
  return rgba;
}

const damaged = (file: string, what: string): DataError =>
  new DataError({ code: 'picture', values: { file } }, `${file}: cannot be decoded as PNG, ${what}`);
