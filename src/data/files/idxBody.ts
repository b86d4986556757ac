import { stacked } from '../../math/rows';
import { DataError } from '../dataset';
import { type ByteWatch, readBytes } from './bytes';
import { type Header, type NumberType, promise } from './idxHeader';
import { allocate, LARGEST_CLASS } from './limits';

/** n class numbers. @throws DataError where one is not in 0 … 255, or the file does not keep its promise */
export async function readLabels(header: Header, watch: ByteWatch): Promise<Uint8Array> {
  const { packed, type, n, width } = header;
  const labels = allocate(packed.file.name, n, Uint8Array);
  let index = 0;
  await readNumbers(header, watch, (view, count) => {
    for (let i = 0; i < count; i++, index++) {
      // Of several columns the first is the class.
      if (index % width !== 0) continue;
      const value = type.read(view, i * type.bytes);
      const image = index / width;
      if (value < 0 || value > LARGEST_CLASS) {
        throw new DataError(
          { code: 'label-range', values: { file: packed.file.name, index: image, value, largest: LARGEST_CLASS } },
          `${packed.file.name}: label of image ${image} is ${value}, expected 0 to ${LARGEST_CLASS}`,
        );
      }
      labels[image] = value;
    }
  });
  return labels;
}

/**
 * n × (height·width) intensities: whole numbers 0 … 255 become 0 … 1, fractions 0 … 1 stay.
 *
 * Numbers are kept in as few bytes as hold them until all have come, because a gzip file may hold less than it claims;
 * at the end bytes and intensities stand side by side, at most twice the size of the intensities.
 *
 * @throws DataError where a number is out of range, or the file does not keep its promise
 */
export async function readPixels(header: Header, watch: ByteWatch): Promise<Float32Array> {
  const { packed, type, n, height, width } = header;
  const { file } = packed;
  const largest = largestPixel(type);
  const parts: (Uint8Array | Float32Array)[] = [];
  await readNumbers(header, watch, (view, count) => {
    if (type.bytes === 1 && type.read(ALL_ONES, 0) === largest) {
      parts.push(new Uint8Array(view.buffer, view.byteOffset, count));
      return;
    }
    const part = new (type.whole ? Uint8Array : Float32Array)(count);
    for (let i = 0; i < count; i++) {
      const value = type.read(view, i * type.bytes);
      if (!(value >= 0 && value <= largest)) {
        throw new DataError(
          { code: 'pixel-range', values: { file: file.name, value: String(value), largest } },
          `${file.name}: a pixel is ${value}, expected 0 to ${largest}`,
        );
      }
      part[i] = value;
    }
    parts.push(part);
  });
  const images = allocate(file.name, n * height * width, Float32Array);
  let filled = 0;
  for (const part of parts) for (let i = 0; i < part.length; i++) images[filled++] = part[i]! / largest;
  return images;
}

/** What stands for an intensity of 1: bytes count to it, whatever the type of number; fractions are intensities. */
export const largestPixel = ({ whole }: NumberType): number => (whole ? 255 : 1);

/** A byte of ones: 255 where bytes have no sign. */
const ALL_ONES = new DataView(Uint8Array.of(255).buffer);

/**
 * The numbers after the header, as they come: exactly as many as it promises.
 * @param take gets a view of `count` whole numbers
 */
async function readNumbers(
  header: Header,
  watch: ByteWatch,
  take: (view: DataView<ArrayBuffer>, count: number) => void,
): Promise<void> {
  const { packed, type, start, end } = header;
  const { name } = packed.file;
  let position = 0;
  /** The first bytes of a number that goes on in the next chunk. */
  let rest = new Uint8Array(0);
  for await (const chunk of readBytes(packed, watch)) {
    const skip = Math.min(chunk.length, Math.max(0, start - position));
    position += chunk.length;
    if (position > end) {
      throw new DataError(
        { code: 'too-long', values: { file: name, expected: end } },
        `${name}: holds more than ${end} bytes, expected ${promise(header)} and nothing after`,
      );
    }
    const fresh = chunk.subarray(skip);
    const bytes = rest.length === 0 ? fresh : stacked([rest, fresh], Uint8Array);
    const count = Math.floor(bytes.length / type.bytes);
    if (count > 0) take(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), count);
    rest = bytes.slice(count * type.bytes);
  }
  if (position < end) {
    throw new DataError(
      { code: 'cut-short', values: { file: name, bytes: position, expected: end } },
      `${name}: is cut short at ${position} bytes, expected ${end} (${promise(header)})`,
    );
  }
}
