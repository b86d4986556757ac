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
