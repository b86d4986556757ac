import { DEFLATE_LIMIT, isGzip, readBytes } from './bytes';
import { DataError, type Dataset } from './dataset';

/** Smallest and largest side of an image in an IDX file, in pixels. */
export const MIN_SIDE = 2;
export const MAX_SIDE = 128;
/** Most pixels in all the images of one file; as float32 they fill 512 MB, about what one browser tab can spare. */
export const MAX_PIXELS = 2 ** 27;

const LABELS = 0x00000801;
const IMAGES = 0x00000803;
/** Images with a channel axis, (n, 1, h, w) or (n, h, w, 1). */
const IMAGES_WITH_CHANNELS = 0x00000804;
const EXPECTED_MAGIC = '0x00000801 (labels) or 0x00000803 (images)';

/** What the first bytes of an IDX file promise. Labels have height and width 1. */
interface Header {
  readonly file: File;
  readonly kind: 'images' | 'labels';
  readonly n: number;
  readonly height: number;
  readonly width: number;
  /** Length of the header in bytes; the data begin here. */
  readonly start: number;
  /** Length of the whole unpacked file in bytes. */
  readonly end: number;
}

/**
 * Reads a data set from IDX files, the format of MNIST and its family (http://yann.lecun.com/exdb/mnist/): one file of
 * images, alone or with one file of labels, in any order, each plain or gzip. Files are told apart by their first
 * bytes, never by name. Bytes 0 … 255 become intensities 0 … 1; labels are taken as they are.
 *
 * Nothing a header promises is allocated before the bytes have been seen: unpacking stops at the first byte over the
 * promised size.
 *
 * @throws DataError naming the file, the value that is wrong and what was expected.
 */
export async function readIdx(files: readonly File[]): Promise<Dataset> {
  const names = files.map((file) => file.name).join(', ');
  if (files.length === 0) throw new DataError('No file was given, expected one of images and at most one of labels');
  if (files.length > 2) {
    throw new DataError(`${names}: ${files.length} files, expected one of images and at most one of labels`);
  }
  const headers: Header[] = [];
  for (const file of files) headers.push(await readHeader(file));
  const images = headers.find((header) => header.kind === 'images');
  const labels = headers.find((header) => header.kind === 'labels');
  if (!images) {
    throw new DataError(`${names}: only labels (magic 0x00000801), expected a file of images (magic 0x00000803) too`);
  }
  if (headers.length === 2 && !labels) {
    throw new DataError(
      `${names}: both hold images, expected one of images (0x00000803) and one of labels (0x00000801)`,
    );
  }
  if (labels && labels.n !== images.n) {
    throw new DataError(
      `${labels.file.name}: ${labels.n} labels, expected ${images.n}, one for each image of ${images.file.name}`,
    );
  }

  // Labels first: they are small, and may be the ones that are broken.
  const labelBytes = labels ? concatenate(await readBody(labels), labels.n) : null;
  return {
    name: images.file.name.replace(/\.gz$/i, ''),
    n: images.n,
    width: images.width,
    height: images.height,
    images: intensities(await readBody(images), images.n * images.height * images.width),
    labels: labelBytes,
  };
}

/** Reads and judges the first bytes of a file. */
async function readHeader(file: File): Promise<Header> {
  if (file.size === 0) throw new DataError(`${file.name}: is empty, expected an IDX file (magic ${EXPECTED_MAGIC})`);
  const bytes = await readStart(file, 20);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 4) throw new DataError(`${file.name}: ends after ${bytes.length} bytes, expected an IDX header`);
  const magic = view.getUint32(0);
  if (magic !== LABELS && magic !== IMAGES && magic !== IMAGES_WITH_CHANNELS) {
    throw new DataError(
      `${file.name}: IDX magic is 0x${magic.toString(16).padStart(8, '0')}, expected ${EXPECTED_MAGIC}`,
    );
  }
  const rank = magic & 0xff;
  const start = 4 + 4 * rank;
  if (bytes.length < start) {
    throw new DataError(`${file.name}: ends after ${bytes.length} bytes, expected an IDX header of ${start} bytes`);
  }
  const sizes = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis));
  const n = sizes.shift()!;
  const kind = magic === LABELS ? 'labels' : 'images';
  if (n === 0) throw new DataError(`${file.name}: header says 0 ${kind}, expected at least 1`);
  const [height, width] = kind === 'labels' ? [1, 1] : imageSize(file, sizes);
  if (n * height * width > MAX_PIXELS) {
    throw new DataError(
      `${file.name}: header claims ${promise({ kind, n, height, width })}, ${n * height * width} bytes in all, ` +
        `expected at most ${MAX_PIXELS}`,
    );
  }
  const header: Header = { file, kind, n, height, width, start, end: start + n * height * width };
  await checkFileSize(header);
  return header;
}

/** Height and width from the axes after the first, with a channel axis of 1 left out. */
function imageSize(file: File, sizes: number[]): [number, number] {
  if (sizes.length === 3) {
    const channels = sizes[0] === 1 ? 0 : 2;
    if (sizes[channels] !== 1) throw new DataError(`${file.name}: images are ${sizes.join('×')}, expected one channel`);
    sizes = sizes.filter((_, axis) => axis !== channels);
  }
  const [height, width] = sizes as [number, number];
  for (const [name, side] of [
    ['height', height],
    ['width', width],
  ] as const) {
    if (side < MIN_SIDE || side > MAX_SIDE) {
      throw new DataError(`${file.name}: image ${name} is ${side} pixels, expected ${MIN_SIDE} to ${MAX_SIDE}`);
    }
  }
  return [height, width];
}

/** Compares the promise with the size of the file: exactly if it is plain, by the bound of deflate if it is gzip. */
async function checkFileSize(header: Header): Promise<void> {
  const { file, end } = header;
  if (await isGzip(file)) {
    if (end > file.size * DEFLATE_LIMIT) {
      throw new DataError(
        `${file.name}: header claims ${promise(header)}, ${end} bytes in all, ` +
          `expected at most ${file.size * DEFLATE_LIMIT} from ${file.size} bytes of gzip`,
      );
    }
  } else if (file.size !== end) {
    throw new DataError(
      `${file.name}: is ${file.size < end ? 'cut short at' : 'longer than its header claims,'} ${file.size} bytes, ` +
        `expected ${end} (${promise(header)} after ${header.start} bytes of header)`,
    );
  }
}

/** At most the first `count` bytes of a file; fewer if it is shorter. */
async function readStart(file: File, count: number): Promise<Uint8Array> {
  const start = new Uint8Array(count);
  let filled = 0;
  for await (const chunk of readBytes(file)) {
    const part = chunk.subarray(0, count - filled);
    start.set(part, filled);
    filled += part.length;
    if (filled === count) break;
  }
  return start.subarray(0, filled);
}

/** The bytes after the header, as they come: exactly as many as it promises. */
async function readBody(header: Header): Promise<Uint8Array[]> {
  const { file, start, end } = header;
  const chunks: Uint8Array[] = [];
  let position = 0;
  for await (const chunk of readBytes(file)) {
    const skip = Math.min(chunk.length, Math.max(0, start - position));
    position += chunk.length;
    if (position > end) {
      throw new DataError(`${file.name}: holds more than ${end} bytes, expected ${promise(header)} and nothing after`);
    }
    if (skip < chunk.length) chunks.push(chunk.subarray(skip));
  }
  if (position < end) {
    throw new DataError(`${file.name}: is cut short at ${position} bytes, expected ${end} (${promise(header)})`);
  }
  return chunks;
}

function promise({ kind, n, height, width }: Pick<Header, 'kind' | 'n' | 'height' | 'width'>): string {
  return kind === 'labels' ? `${n} labels` : `${n} images of ${width}×${height}`;
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let filled = 0;
  for (const chunk of chunks) {
    all.set(chunk, filled);
    filled += chunk.length;
  }
  return all;
}

/** Bytes to intensities straight from the chunks, so that the bytes are never held twice. */
function intensities(chunks: readonly Uint8Array[], length: number): Float32Array {
  const values = new Float32Array(length);
  let filled = 0;
  for (const chunk of chunks) {
    for (let i = 0; i < chunk.length; i++) values[filled++] = chunk[i]! / 255;
  }
  return values;
}
