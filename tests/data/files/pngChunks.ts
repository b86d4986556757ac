/** PNG put together from its chunks, sound or not. */
import { crc32 } from '../../../src/formats/crc32';
import { concat } from '../../support/idx';

type Bytes = Uint8Array<ArrayBuffer>;

/** A chunk with its length and its checksum. */
export function chunk(type: string, body: Uint8Array = new Uint8Array(0)): Bytes {
  const typed = concat(new TextEncoder().encode(type), body);
  const bytes = concat(new Uint8Array(4), typed, new Uint8Array(4));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  view.setUint32(bytes.length - 4, crc32(typed));
  return bytes;
}

/** The header of a picture of such sides. @param colour 0 grey, 2 colours, 3 a palette, 4 and 6 with transparency */
export function header(width: number, height: number, depth = 8, colour = 0): Bytes {
  const body = new Uint8Array(13);
  const view = new DataView(body.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  body.set([depth, colour], 8);
  return chunk('IHDR', body);
}

/** A PNG of such chunks before its packed pixels. */
export const pngOf = (packed: Uint8Array, ...before: readonly Uint8Array[]): Bytes =>
  concat(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    ...before,
    chunk('IDAT', packed),
    chunk('IEND'),
  );
