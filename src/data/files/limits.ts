/** How much the page takes of files, and the refusals of more. */
import { DataError } from '../dataset';

/** Smallest and largest side of an image in a file of images, in pixels. */
export const MIN_SIDE = 2;
export const MAX_SIDE = 128;
/** Most pixels in all the images of one file; as float32 they fill 512 MB, about what one browser tab can spare. */
export const MAX_PIXELS = 2 ** 27;
/** Most bytes of one file, unpacked. */
export const MAX_BYTES = 2 ** 30;
/** Largest number that a pixel may be: float32 holds it, and twice as much. */
export const LARGEST_NUMBER = 2 ** 126;
/** Class numbers are bytes. */
export const LARGEST_CLASS = 255;

/** @throws DataError for images that are too small to be any, or too large to train on */
export function checkSides(file: string, width: number, height: number): void {
  for (const [side, pixels] of [
    ['height', height],
    ['width', width],
  ] as const) {
    if (pixels < MIN_SIDE || pixels > MAX_SIDE) {
      throw new DataError(
        { code: 'image-size', values: { file, width, height, smallest: MIN_SIDE, largest: MAX_SIDE } },
        `${file}: image ${side} is ${pixels} pixels, expected ${MIN_SIDE} to ${MAX_SIDE}`,
      );
    }
  }
}

/**
 * @param most pixels that are decoded
 * @throws DataError for a picture of more
 */
export function checkPixels(file: string, width: number, height: number, most: number): void {
  if (width * height <= most) return;
  throw new DataError(
    { code: 'picture-size', values: { file, width, height, largest: most } },
    `${file}: is ${width}×${height} pixels, expected at most ${most} in all`,
  );
}

/**
 * @param count pixels or labels in all
 * @param promise what the file says that it holds, in English
 * @throws DataError for more than fits
 */
export function checkCount(file: string, count: number, promise: string): void {
  if (count <= MAX_PIXELS) return;
  throw new DataError(
    { code: 'too-large', values: { file, count, largest: MAX_PIXELS } },
    `${file}: header claims ${promise}, ${count} numbers in all, expected at most ${MAX_PIXELS}`,
  );
}

/** @throws DataError for more bytes than are read of one file */
export function checkBytes(file: string, bytes: number): void {
  if (bytes <= MAX_BYTES) return;
  throw new DataError(
    { code: 'file-size', values: { file, bytes, largest: MAX_BYTES } },
    `${file}: holds ${bytes} bytes, expected at most ${MAX_BYTES}`,
  );
}

/**
 * Room for numbers.
 * @throws DataError where the browser does not give it
 */
export function allocate<T>(
  file: string,
  length: number,
  Kind: { new (length: number): T; BYTES_PER_ELEMENT: number },
): T {
  try {
    return new Kind(length);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const megabytes = Math.ceil((length * Kind.BYTES_PER_ELEMENT) / 2 ** 20);
    throw new DataError(
      { code: 'memory', values: { file, megabytes } },
      `${file}: needs ${megabytes} MB, which the browser does not give`,
    );
  }
}
