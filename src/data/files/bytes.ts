import { DataError } from '../dataset';
import { reason } from '../reason';
import { takeTurns } from '../watch';
import { DEFLATE_PIECE } from './deflate';
import { gunzip } from './gzip';

/** How many times over a file may be gzipped: some archives pack what was packed already. */
export const MAX_GZIP_LAYERS = 3;

/**
 * Bytes of a file that are read at a time, and the first time, when often no more than its header is wanted. Slices
 * rather than `file.stream()`, which in some engines hands over all that is in memory at once.
 */
export const BLOCK = 2 ** 20;
const FIRST_BLOCK = 4096;

export type Chunks = AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;

/** A file, how many times it was gzipped, and the first bytes of what is in it. */
export interface Packed {
  readonly file: File;
  readonly layers: number;
  readonly head: Uint8Array<ArrayBuffer>;
}

/**
 * Looks into a file: it is gzip as long as it begins with the two bytes of gzip (RFC 1952). Its name is not consulted.
 *
 * @param count bytes of the start that are wanted, at least 2; there are fewer if the file is shorter
 * @throws DataError if the file cannot be read, its gzip data is corrupt, or there is gzip in gzip in gzip in gzip
 */
export async function openPacked(file: File, count: number): Promise<Packed> {
  for (let layers = 0; ; layers++) {
    const head = await readStart(readBytes({ file, layers }), count);
    if (head.length < 2 || head[0] !== 0x1f || head[1] !== 0x8b) return { file, layers, head };
    if (layers === MAX_GZIP_LAYERS) {
      throw new DataError(
        { code: 'gzip-deep', values: { file: file.name, layers: MAX_GZIP_LAYERS } },
        `${file.name}: was gzipped more than ${MAX_GZIP_LAYERS} times over, expected at most that`,
      );
    }
  }
}

async function readStart(chunks: Chunks, count: number): Promise<Uint8Array<ArrayBuffer>> {
  const start = new Uint8Array(count);
  let filled = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(0, count - filled);
    start.set(part, filled);
    filled += part.length;
    if (filled === count) break;
  }
  return start.subarray(0, filled);
}

/** How the reading of one file is followed and ended. */
export interface ByteWatch {
  readonly signal?: AbortSignal | undefined;
  /** Hears of the bytes of the file itself, packed as they are, as they are read. */
  readonly onBytes?: (count: number) => void;
}

/**
 * The bytes of a file in order, chunk by chunk, unpacked. Stopping early (`break`) ends the reading and the unpacking.
 *
 * @throws DataError if the file cannot be read, or its gzip data is corrupt, cut short or followed by other bytes
 * @throws the signal's reason once it is aborted
 */
export async function* readBytes({ file, layers }: Pick<Packed, 'file' | 'layers'>, watch: ByteWatch = {}): Chunks {
  let chunks = readBlocks(file, watch);
  for (let layer = 0; layer < layers; layer++) chunks = gunzip(chunks, file);
  const turn = takeTurns(watch.signal);
  for await (const chunk of chunks) {
    yield chunk;
    await turn(chunk.length);
  }
}

/** Some bytes of a file as it is; fewer where it ends. @throws DataError where the browser cannot get at them */
export async function readSlice(file: File, from: number, to: number): Promise<ArrayBuffer> {
  return file
    .slice(from, to)
    .arrayBuffer()
    .catch((error: unknown) => {
      throw new DataError(
        { code: 'unreadable', values: { file: file.name } },
        `${file.name}: cannot be read (${reason(error)})`,
      );
    });
}

async function* readBlocks(file: File, { onBytes }: ByteWatch): Chunks {
  for (let at = 0; at < file.size; ) {
    const buffer = await readSlice(file, at, at + (at === 0 ? FIRST_BLOCK : BLOCK));
    if (buffer.byteLength === 0) return;
    at += buffer.byteLength;
    for (let start = 0; start < buffer.byteLength; start += DEFLATE_PIECE) {
      const piece = new Uint8Array(buffer, start, Math.min(DEFLATE_PIECE, buffer.byteLength - start));
      onBytes?.(piece.length);
      yield piece;
    }
  }
}
