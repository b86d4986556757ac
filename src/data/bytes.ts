import { DataError } from './dataset';
import { takeTurns } from './watch';

/** The most a deflate stream can grow: 258 bytes for every two bits (zlib's technical notes: 1032 to 1). */
export const DEFLATE_LIMIT = 1032;

/** How many times over a file may be gzipped: some archives pack what was packed already. */
export const MAX_GZIP_LAYERS = 3;

/**
 * Compressed bytes handed to a decompressor at a time. A browser may unpack all it was given before anyone reads,
 * so this bounds what a decompression bomb can unpack ahead of us: 16 kB × 1032 = 17 MB a layer.
 */
const GZIP_PIECE = 16384;

/** A file, and how many times it was gzipped. */
export interface Packed {
  readonly file: File;
  readonly layers: number;
}

/**
 * Counts how many times a file was gzipped by the two bytes that gzip begins with (RFC 1952). Its name is not consulted.
 *
 * @throws DataError if the file cannot be read, its gzip data is corrupt, or there is gzip in gzip in gzip in gzip
 */
export async function openPacked(file: File): Promise<Packed> {
  for (let layers = 0; ; layers++) {
    const head = await readStart({ file, layers }, 2);
    if (head.length < 2 || head[0] !== 0x1f || head[1] !== 0x8b) return { file, layers };
    if (layers === MAX_GZIP_LAYERS) {
      throw new DataError(
        { code: 'gzip-deep', values: { file: file.name, layers: MAX_GZIP_LAYERS } },
        `${file.name}: was gzipped more than ${MAX_GZIP_LAYERS} times over, expected at most that`,
      );
    }
  }
}

/** At most the first `count` bytes of a file, unpacked; fewer if it is shorter. @throws DataError like `readBytes` */
export async function readStart(packed: Packed, count: number): Promise<Uint8Array<ArrayBuffer>> {
  const start = new Uint8Array(count);
  let filled = 0;
  for await (const chunk of readBytes(packed)) {
    const part = chunk.subarray(0, count - filled);
    start.set(part, filled);
    filled += part.length;
    if (filled === count) break;
  }
  return start.subarray(0, filled);
}

/** What has gone into a layer of gzip. */
interface Entered {
  bytes: number;
  /** The last four bytes, a little-endian number. */
  tail: number;
}

/**
 * The bytes of a file in order, chunk by chunk, unpacked. Stopping early (`break`) cancels the reading and the
 * unpacking.
 *
 * @param onBytes hears of the bytes of the file itself, packed as they are, as they are read
 * @throws DataError if the file cannot be read, or its gzip data is corrupt, cut short or followed by other bytes
 * @throws the signal's reason once it is aborted
 */
export async function* readBytes(
  { file, layers }: Packed,
  { signal, onBytes }: { signal?: AbortSignal | undefined; onBytes?: (count: number) => void } = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const entered: Entered[] = [];
  let stream: ReadableStream<Uint8Array<ArrayBuffer>> = file.stream();
  for (let layer = 0; layer < layers; layer++) {
    entered[layer] = { bytes: 0, tail: 0 };
    const pieces = smallPieces(entered[layer]!, layer === 0 ? onBytes : undefined);
    stream = stream.pipeThrough(pieces).pipeThrough(new DecompressionStream('gzip'));
  }
  // A reader instead of `for await`, which Safari's streams do not have.
  const reader = stream.getReader();
  const turn = takeTurns(signal);
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw layers > 0 ? damaged(file, error) : unreadable(file, error);
      });
      if (done) break;
      total += value.length;
      if (layers === 0) onBytes?.(value.length);
      yield value;
      await turn(value.length);
    }
  } finally {
    // After an error the stream has nothing left to cancel, and says so by rejecting.
    await reader.cancel().catch(() => undefined);
  }
  for (let layer = 0; layer < layers; layer++) {
    checkGzipEnd(file, entered[layer]!.tail, entered[layer + 1]?.bytes ?? total);
  }
}

/**
 * The last four bytes of gzip are the unpacked size modulo 2³². Node passes silently over what follows the end of
 * the compressed data, browsers refuse it; by this check both refuse.
 */
function checkGzipEnd(file: File, stated: number, unpacked: number): void {
  if (stated === unpacked % 2 ** 32) return;
  throw new DataError(
    { code: 'gzip-trailing', values: { file: file.name } },
    `${file.name}: last four bytes state an unpacked size of ${stated}, expected ${unpacked}; ` +
      'something follows the gzip data',
  );
}

const damaged = ({ name }: File, error: unknown): DataError =>
  new DataError(
    { code: 'gzip-damaged', values: { file: name } },
    `${name}: gzip data is corrupt or cut short (${reason(error)}), expected one whole gzip file`,
  );

const unreadable = ({ name }: File, error: unknown): DataError =>
  new DataError({ code: 'unreadable', values: { file: name } }, `${name}: cannot be read (${reason(error)})`);

function smallPieces(
  entered: Entered,
  onBytes: ((count: number) => void) | undefined,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    transform(chunk, controller) {
      entered.bytes += chunk.length;
      for (const byte of chunk.subarray(-4)) entered.tail = ((entered.tail >>> 8) | (byte << 24)) >>> 0;
      onBytes?.(chunk.length);
      for (let start = 0; start < chunk.length; start += GZIP_PIECE) {
        controller.enqueue(chunk.subarray(start, start + GZIP_PIECE));
      }
    },
  });
}

/** What an unknown thrown value says of itself. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
