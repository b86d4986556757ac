import { DataError } from '../dataset';
import { openPacked, type Packed } from './bytes';
import { DEFLATE_LIMIT } from './deflate';
import { checkCount, checkSides } from './limits';
import { otherFormat } from './otherFormat';
import { SNIFFED, sniff } from './sniff';

/** A type of number in an IDX file; all are big-endian. */
export interface NumberType {
  readonly bytes: number;
  /** Whether it holds whole numbers: then pixels are 0 … 255, else 0 … 1. */
  readonly whole: boolean;
  read(view: DataView, at: number): number;
}

/** By the third byte of the magic (http://yann.lecun.com/exdb/mnist/). */
const TYPES: Readonly<Record<number, NumberType>> = {
  8: { bytes: 1, whole: true, read: (view, at) => view.getUint8(at) },
  9: { bytes: 1, whole: true, read: (view, at) => view.getInt8(at) },
  11: { bytes: 2, whole: true, read: (view, at) => view.getInt16(at) },
  12: { bytes: 4, whole: true, read: (view, at) => view.getInt32(at) },
  13: { bytes: 4, whole: false, read: (view, at) => view.getFloat32(at) },
  14: { bytes: 8, whole: false, read: (view, at) => view.getFloat64(at) },
};

const EXPECTED_MAGIC = '0x00000801 (labels) or 0x00000803 (images)';

/** What the first bytes of an IDX file promise. */
export interface Header {
  readonly packed: Packed;
  readonly kind: 'images' | 'labels';
  readonly type: NumberType;
  readonly n: number;
  /** Of labels: 1 row of as many columns as each label has numbers, the class being the first. */
  readonly height: number;
  readonly width: number;
  /** Length of the header in bytes; the data begin here. */
  readonly start: number;
  /** Length of the whole unpacked file in bytes. */
  readonly end: number;
}

/**
 * Reads and judges the first bytes of a file.
 *
 * Labels have one axis, of whole numbers of any size; or two, as those of QMNIST: n × 8 numbers of four bytes, of which
 * the first is the class. Images have three axes, or four of which one is a single channel: (n, 1, h, w), (n, h, w, 1).
 *
 * @throws DataError for what is not IDX, or promises what cannot be read
 */
export async function readHeader(file: File): Promise<Header> {
  const { name } = file;
  const packed = await openPacked(file, SNIFFED);
  const bytes = packed.head;
  if (bytes.length === 0) {
    const [what, expected] =
      file.size === 0 ? ['is empty', `an IDX file (magic ${EXPECTED_MAGIC})`] : ['ends after 0 bytes', 'an IDX header'];
    throw new DataError({ code: 'empty', values: { file: name } }, `${name}: ${what}, expected ${expected}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  checkMagic(packed, bytes, view);
  const rank = bytes[3]!;
  const type = TYPES[bytes[2]!];
  const kind = rank <= 2 ? 'labels' : 'images';
  // Two axes of bytes may be flattened images as well as labels: of wider numbers they are labels.
  const known = type !== undefined && rank >= 1 && rank <= 4 && (kind === 'images' || type.whole);
  if (!known || (rank === 2 && type.bytes === 1)) {
    throw new DataError(
      { code: 'idx-kind', values: { file: name, magic: hex(view) } },
      `${name}: IDX magic is ${hex(view)}, expected ${EXPECTED_MAGIC}`,
    );
  }
  const start = 4 + 4 * rank;
  if (bytes.length < start) throw tooShort(name, bytes.length, start);
  const sizes = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis));
  const n = sizes.shift()!;
  if (n === 0 || sizes[0] === 0) {
    if (kind === 'labels' || n === 0) {
      throw new DataError(
        { code: `no-${kind}`, values: { file: name } },
        `${name}: header says 0 ${kind}, expected at least 1`,
      );
    }
  }
  const [height, width] = kind === 'labels' ? [1, sizes[0] ?? 1] : imageSize(name, sizes);
  const header = { packed, kind, type, n, height, width, start, end: start + n * height * width * type.bytes } as const;
  checkSize(header);
  return header;
}

function hex(view: DataView): string {
  return `0x${view.getUint32(0).toString(16).padStart(8, '0')}`;
}

function tooShort(name: string, bytes: number, expected: number): DataError {
  return new DataError(
    { code: 'header-short', values: { file: name, bytes, expected } },
    `${name}: ends after ${bytes} bytes, expected an IDX header of ${expected} bytes`,
  );
}

/** @throws DataError unless it begins as IDX does, by two zeros */
function checkMagic(packed: Packed, bytes: Uint8Array, view: DataView): void {
  const { name } = packed.file;
  const zeros = bytes[0] === 0 && bytes[1] === 0;
  const format = zeros ? null : sniff(bytes);
  if (format !== null) throw otherFormat(packed, format);
  if (bytes.length < 4) throw tooShort(name, bytes.length, 8);
  if (!zeros) {
    throw new DataError(
      { code: 'not-idx', values: { file: name, magic: hex(view) } },
      `${name}: IDX magic is ${hex(view)}, expected ${EXPECTED_MAGIC}`,
    );
  }
}

/** Height and width from the axes after the first, with a channel axis of 1 left out. */
function imageSize(name: string, sizes: number[]): [number, number] {
  if (sizes.length === 3) {
    const channels = sizes[0] === 1 ? 0 : 2;
    if (sizes[channels] !== 1) {
      const shape = sizes.join('×');
      throw new DataError(
        { code: 'channels', values: { file: name, shape } },
        `${name}: images are ${shape}, expected one channel`,
      );
    }
    sizes = sizes.filter((_, axis) => axis !== channels);
  }
  const [height, width] = sizes as [number, number];
  checkSides(name, width, height);
  return [height, width];
}

/**
 * Compares the promise with what can be read, and with the size of the file: exactly if it is plain, by the bound of
 * deflate if it is gzip.
 */
function checkSize(header: Header): void {
  const { packed, n, height, width, start, end } = header;
  const { file, layers } = packed;
  checkCount(file.name, n * height * width, promise(header));
  const most = file.size * DEFLATE_LIMIT ** layers;
  if (layers > 0 && end > most) {
    throw new DataError(
      { code: 'gzip-small', values: { file: file.name, claimed: end, bytes: file.size } },
      `${file.name}: header claims ${promise(header)}, ${end} bytes in all, ` +
        `expected at most ${most} from ${file.size} bytes of gzip`,
    );
  }
  if (layers > 0 || file.size === end) return;
  const short = file.size < end;
  throw new DataError(
    short
      ? { code: 'cut-short', values: { file: file.name, bytes: file.size, expected: end } }
      : { code: 'too-long', values: { file: file.name, expected: end } },
    `${file.name}: is ${short ? 'cut short at' : 'longer than its header claims,'} ${file.size} bytes, ` +
      `expected ${end} (${promise(header)} after ${start} bytes of header)`,
  );
}

/** What a header promises, in English. */
export function promise({ kind, n, height, width }: Pick<Header, 'kind' | 'n' | 'height' | 'width'>): string {
  if (kind === 'images') return `${n} images of ${width}×${height}`;
  return width === 1 ? `${n} labels` : `${n} labels of ${width} numbers`;
}
