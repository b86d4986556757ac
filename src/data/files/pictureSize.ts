/** Sides of a picture as its header has them, so that they are known before anything is decoded. */

/** What the browser decodes, and PNG. */
const PICTURES = ['png', 'jpeg', 'gif', 'webp', 'bmp'] as const;
export type PictureFormat = (typeof PICTURES)[number];

export const isPicture = (format: string | null): format is PictureFormat =>
  (PICTURES as readonly (string | null)[]).includes(format);

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** @returns null where the header is cut short, or says no size */
export function pictureSize(bytes: Uint8Array, format: PictureFormat): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    return READERS[format](view);
  } catch (error) {
    // Beyond the end of the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const READERS: Readonly<Record<PictureFormat, (view: DataView) => PictureSize | null>> = {
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  // Windows' own headers have 40 bytes and more; that of OS/2 has 12, and shorter numbers.
  bmp: (view) =>
    view.getUint32(14, true) === 12
      ? { width: view.getUint16(18, true), height: view.getUint16(20, true) }
      : { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) },
  webp: readWebp,
  jpeg: readJpeg,
};

/** https://developers.google.com/speed/webp/docs/riff_container: lossy, lossless, or extended, by the first chunk. */
function readWebp(view: DataView): PictureSize | null {
  switch (view.getUint32(12)) {
    case 0x56503820: // "VP8 "
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      // "VP8L"
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858: // "VP8X"
      return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 };
    default:
      return null;
  }
}

/** ITU-T T.81: segments that begin with 0xff and their kind; a start of frame has height and width. */
function readJpeg(view: DataView): PictureSize | null {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const kind = view.getUint8(at + 1);
    if (kind === 0xff) {
      at++;
      continue;
    }
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // Without a length of their own: restart markers, and one that means nothing.
    const alone = kind === 0x01 || (kind >= 0xd0 && kind <= 0xd8);
    at += 2 + (alone ? 0 : view.getUint16(at + 2));
  }
}
