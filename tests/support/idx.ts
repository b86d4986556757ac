import { gzipSync } from 'node:zlib';

/** An IDX file of unsigned bytes: magic 0x000008 and the rank, big-endian sizes, then the body. */
export function idxBytes(sizes: readonly number[], body: ArrayLike<number> | number): Uint8Array<ArrayBuffer> {
  const content = typeof body === 'number' ? new Uint8Array(body) : Uint8Array.from(body);
  const start = 4 + 4 * sizes.length;
  const bytes = new Uint8Array(start + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0800 + sizes.length);
  sizes.forEach((size, axis) => {
    view.setUint32(4 + 4 * axis, size);
  });
  bytes.set(content, start);
  return bytes;
}

/** Images of 2 × 3 pixels (height × width), pixel p of image i being 10·i + p. */
export function smallImages(n: number): Uint8Array<ArrayBuffer> {
  return idxBytes(
    [n, 2, 3],
    Array.from({ length: 6 * n }, (_, k) => (10 * Math.floor(k / 6) + (k % 6)) % 256),
  );
}

export function gzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(bytes));
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** `n` images of a bright bar whose place is the class, with a little seeded variation, and their labels. */
export function barImages(
  n: number,
  size: number,
): { images: Uint8Array<ArrayBuffer>; labels: Uint8Array<ArrayBuffer> } {
  const pixels = new Uint8Array(n * size * size);
  const labels = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const row = i % size;
    labels[i] = row;
    for (let x = 0; x < size; x++) pixels[i * size * size + row * size + x] = 255 - ((17 * i + 29 * x) % 64);
  }
  return { images: idxBytes([n, size, size], pixels), labels: idxBytes([n], labels) };
}

/** Types of numbers in an IDX file: their code, their bytes, and how one is written. */
const NUMBERS = {
  int8: [9, 1, 'setInt8'],
  int16: [11, 2, 'setInt16'],
  int32: [12, 4, 'setInt32'],
  float32: [13, 4, 'setFloat32'],
  float64: [14, 8, 'setFloat64'],
} as const;

/** An IDX file of other numbers than unsigned bytes, big-endian as all of them. */
export function idxNumbers(
  type: keyof typeof NUMBERS,
  sizes: readonly number[],
  values: readonly number[],
): Uint8Array<ArrayBuffer> {
  const [code, size, write] = NUMBERS[type];
  const bytes = idxBytes(sizes, size * values.length);
  bytes[2] = code;
  const view = new DataView(bytes.buffer, 4 + 4 * sizes.length);
  values.forEach((value, i) => {
    view[write](size * i, value);
  });
  return bytes;
}
