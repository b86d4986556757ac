import { stacked } from '../../math/rows';
import { DataError } from '../dataset';
import { type ByteWatch, type Chunks, type Packed, readBytes } from './bytes';
import { DEFLATE_LIMIT } from './deflate';
import { checkBytes } from './limits';

/** The bytes of a file, or of one that is in another, unpacked. */
export interface Supply {
  /** What errors call it. */
  readonly name: string;
  /** How many there are; null where only the last of them tells. */
  readonly size: number | null;
  /** How many there are before they are unpacked, and most that these can become. */
  readonly packed: number;
  readonly most: number;
  /** Whether they are there as they are, not packed: then as much memory may be taken as they ask for. */
  readonly certain: boolean;
  /** The bytes in order; each call begins anew. */
  chunks(watch?: ByteWatch): Chunks;
}

/** The bytes of a file of the reader's. */
export function supplyOf(packed: Packed): Supply {
  const { file, layers } = packed;
  return {
    name: file.name,
    size: layers === 0 ? file.size : null,
    packed: file.size,
    most: file.size * DEFLATE_LIMIT ** layers,
    certain: layers === 0,
    chunks: (watch) => readBytes(packed, watch),
  };
}

/**
 * Compares what a header promises with the bytes that there can be.
 * @param bytes of the file with its header
 * @param promise in English
 * @throws DataError where they cannot be there, or are more than is read
 */
export function checkPromise({ name, size, packed, most }: Supply, bytes: number, promise: string): void {
  checkBytes(name, bytes);
  if (size !== null && bytes !== size) throw bytes > size ? cutShort(name, size, bytes) : tooLong(name, bytes);
  if (bytes <= most) return;
  throw new DataError(
    { code: 'gzip-small', values: { file: name, claimed: bytes, bytes: packed } },
    `${name}: header claims ${promise}, ${bytes} bytes in all, expected at most ${most} from ${packed} bytes of gzip`,
  );
}

export const cutShort = (file: string, bytes: number, expected: number): DataError =>
  new DataError(
    { code: 'cut-short', values: { file, bytes, expected } },
    `${file}: is cut short at ${bytes} bytes, expected ${expected}`,
  );

export const tooLong = (file: string, expected: number): DataError =>
  new DataError(
    { code: 'too-long', values: { file, expected } },
    `${file}: holds more than ${expected} bytes, expected nothing after them`,
  );

/** The first `count` bytes, fewer where there are no more. */
export async function readStart(supply: Supply, count: number): Promise<Uint8Array<ArrayBuffer>> {
  const start = new Uint8Array(Math.min(count, supply.most));
  let filled = 0;
  for await (const chunk of supply.chunks()) {
    const part = chunk.subarray(0, start.length - filled);
    start.set(part, filled);
    filled += part.length;
    if (filled === start.length) break;
  }
  return start.subarray(0, filled);
}

/** All the bytes. @throws DataError for more than are read of a file */
export async function readAll(supply: Supply, watch?: ByteWatch): Promise<Uint8Array<ArrayBuffer>> {
  checkBytes(supply.name, supply.size ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of supply.chunks(watch)) {
    length += chunk.length;
    checkBytes(supply.name, length);
    parts.push(chunk);
  }
  return stacked(parts, Uint8Array);
}

/**
 * The bytes from `start` to `end` in chunks of whole numbers, each at the start of a buffer that its numbers fit to.
 * @throws DataError where there are fewer or more
 */
export async function* readNumberChunks(
  supply: Supply,
  start: number,
  end: number,
  width: number,
  watch?: ByteWatch,
): Chunks {
  let position = 0;
  /** The first bytes of a number that goes on in the next chunk. */
  let rest: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  for await (const chunk of supply.chunks(watch)) {
    const skip = Math.min(chunk.length, Math.max(0, start - position));
    position += chunk.length;
    if (position > end) throw tooLong(supply.name, end);
    const fresh = chunk.subarray(skip);
    const fits = rest.length === 0 && fresh.byteOffset % width === 0;
    const bytes = fits ? fresh : stacked([rest, fresh], Uint8Array);
    const whole = bytes.length - (bytes.length % width);
    if (whole > 0) yield bytes.subarray(0, whole);
    rest = bytes.slice(whole);
  }
  if (position < end) throw cutShort(supply.name, position, end);
}
