import { Inflate } from 'fflate';
import { crc32 } from '../../formats/crc32';
import { DataError } from '../dataset';
import { reason } from '../reason';
import { takeTurns } from '../watch';
import { BLOCK, type ByteWatch, type Chunks, readSlice } from './bytes';
import { DEFLATE_LIMIT, DEFLATE_PIECE } from './deflate';
import type { Supply } from './supply';
import { type ZipEntry, zipDamaged } from './zipDirectory';

/** The header that stands before a file in an archive: its signature, and its length without what varies. */
const HEADER = { signature: 0x04034b50, length: 30 };

/** Bytes that are read beyond those that the directory speaks of, so that the header's own fields are among them. */
const SPARE = 256;

const [STORED, DEFLATED] = [0, 8];

/**
 * The bytes of a file in an archive, unpacked, and compared with the checksum that the archive has of them.
 * @throws DataError for a file that is encrypted, packed in another way than by deflate, or larger than it can be
 */
export function entrySupply(archive: File, entry: ZipEntry): Supply {
  const { path, method, encrypted, packed, size } = entry;
  if (encrypted || (method !== STORED && method !== DEFLATED)) {
    const said = encrypted ? 'encrypted' : String(method);
    throw new DataError(
      { code: 'zip-method', values: { file: archive.name, entry: path, method: said } },
      `${archive.name}: ${path} is packed by method ${said}, expected 0 or 8, not encrypted`,
    );
  }
  const certain = method === STORED;
  if (certain ? size !== packed : size > packed * DEFLATE_LIMIT) {
    throw zipDamaged(archive.name, `${path} should have ${size} bytes, in ${packed}`);
  }
  return {
    name: `${archive.name}/${path}`,
    size,
    packed,
    most: size,
    certain: certain && entry.offset + packed <= archive.size,
    chunks: (watch = {}) => checked(archive, entry, watch),
  };
}

/** @throws DataError unless there are as many bytes as the archive says, and these */
async function* checked(archive: File, entry: ZipEntry, watch: ByteWatch): Chunks {
  const turn = takeTurns(watch.signal);
  let [length, crc] = [0, 0];
  const packed = packedBytes(archive, entry, watch);
  for await (const chunk of entry.method === STORED ? packed : inflated(archive, entry, packed)) {
    length += chunk.length;
    if (length > entry.size) throw zipDamaged(archive.name, `${entry.path} has more than ${entry.size} bytes`);
    crc = crc32(chunk, crc);
    yield chunk;
    await turn(chunk.length);
  }
  if (length !== entry.size || crc !== entry.crc) {
    throw zipDamaged(archive.name, `${entry.path} is not what the archive says`);
  }
}

async function* packedBytes(archive: File, { path, offset, packed }: ZipEntry, { onBytes }: ByteWatch): Chunks {
  const reach = HEADER.length + path.length + SPARE + packed;
  const first = await readSlice(archive, offset, offset + Math.min(BLOCK, reach));
  const view = new DataView(first);
  if (first.byteLength < HEADER.length || view.getUint32(0, true) !== HEADER.signature) {
    throw zipDamaged(archive.name, `${path} is not where it should be`);
  }
  const start = HEADER.length + view.getUint16(26, true) + view.getUint16(28, true);
  const end = offset + start + packed;
  let at = offset + start;
  let block = new Uint8Array(first).subarray(start, start + packed);
  for (;;) {
    for (let from = 0; from < block.length; from += DEFLATE_PIECE) {
      const piece = block.subarray(from, from + DEFLATE_PIECE);
      onBytes?.(piece.length);
      yield piece;
    }
    at += block.length;
    if (at >= end) return;
    block = new Uint8Array(await readSlice(archive, at, Math.min(end, at + BLOCK)));
    if (block.length === 0) throw zipDamaged(archive.name, `${path} is cut short`);
  }
}

/** Unpacks piece by piece, so that no more than a piece can grow to is unpacked ahead of whoever reads. */
async function* inflated(archive: File, { path }: ZipEntry, packed: Chunks): Chunks {
  let ready: Uint8Array<ArrayBuffer>[] = [];
  const inflate = new Inflate((chunk) => void ready.push(chunk as Uint8Array<ArrayBuffer>));
  const push = (piece: Uint8Array, final: boolean): void => {
    try {
      inflate.push(piece, final);
    } catch (error) {
      throw zipDamaged(archive.name, `${path} is damaged (${reason(error)})`);
    }
  };
  for await (const piece of packed) {
    push(piece, false);
    yield* ready;
    ready = [];
  }
  push(new Uint8Array(0), true);
  yield* ready;
}
