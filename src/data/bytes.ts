import { DataError } from './dataset';

/** The most a deflate stream can grow: 258 bytes for every two bits (zlib's technical notes: 1032 to 1). */
export const DEFLATE_LIMIT = 1032;

/**
 * Compressed bytes handed to the decompressor at a time. A browser may unpack all it was given before anyone reads,
 * so this bounds what a decompression bomb can unpack ahead of us: 16 kB × 1032 = 17 MB.
 */
const GZIP_PIECE = 16384;

/** Whether the file begins with the two bytes of gzip (RFC 1952). Its name is not consulted. */
export async function isGzip(file: File): Promise<boolean> {
  const head = await slice(file, 0, 2);
  return head.length === 2 && head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * The bytes of a file in order, chunk by chunk, unpacked if it is gzip. Stopping early (`break`) cancels the reading
 * and the unpacking.
 *
 * @throws DataError if the file cannot be read, or its gzip data is corrupt, cut short or followed by other bytes.
 */
export async function* readBytes(file: File): AsyncGenerator<Uint8Array, void, undefined> {
  const gzip = await isGzip(file);
  const stream: ReadableStream<Uint8Array> = gzip
    ? file.stream().pipeThrough(smallPieces()).pipeThrough(new DecompressionStream('gzip'))
    : file.stream();
  // A reader instead of `for await`, which Safari's streams do not have.
  const reader = stream.getReader();
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw new DataError(
          gzip
            ? `${file.name}: gzip data is corrupt or cut short (${reason(error)}), expected one whole gzip file`
            : `${file.name}: cannot be read (${reason(error)})`,
        );
      });
      if (done) break;
      total += value.length;
      yield value;
    }
  } finally {
    // After an error the stream has nothing left to cancel, and says so by rejecting.
    await reader.cancel().catch(() => undefined);
  }
  if (gzip) await checkGzipEnd(file, total);
}

/**
 * The last four bytes of gzip are the unpacked size modulo 2³². Node passes silently over what follows the end of
 * the compressed data, browsers refuse it; by this check both refuse.
 */
async function checkGzipEnd(file: File, total: number): Promise<void> {
  const tail = await slice(file, Math.max(0, file.size - 4), file.size);
  const stated = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
  if (stated !== total % 2 ** 32) {
    throw new DataError(
      `${file.name}: last four bytes state an unpacked size of ${stated}, expected ${total}; ` +
        'something follows the gzip data',
    );
  }
}

async function slice(file: File, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch (error) {
    throw new DataError(`${file.name}: cannot be read (${reason(error)})`);
  }
}

function smallPieces(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    transform(chunk, controller) {
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
