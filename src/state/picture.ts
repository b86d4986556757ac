import { drawingOf, greyOf, middleOf } from '../math/raster/picture';
import type { Raster } from '../math/raster/raster';

/** Why a file is no picture for the pad: too large, none that the browser reads, or one shade alone. */
export type PictureFault = 'large' | 'unreadable' | 'plain';

/** A file cannot be put on the pad. */
export class PictureError extends Error {
  override readonly name = 'PictureError';

  constructor(
    readonly fault: PictureFault,
    /** '' of what has no name. */
    readonly file: string,
    message: string,
  ) {
    super(file === '' ? message : `${file}: ${message}`);
  }
}

/** Bytes of a file, and pixels of a picture, at most: a photograph has less of both. */
export const MOST_BYTES = 64e6;
const MOST_PIXELS = 128e6;

/** Pixels of the longer side that a picture is read at: the images of data sets have far fewer. */
const READ = 256;

/**
 * Reads a picture as a drawing: grey, a square around its content, dark and light as the data have them. Of several
 * pictures in one file, as an animation has, the first.
 * @param width and `height`: of the raster
 * @param paper the intensity of the data without ink; null where their images have no paper around them: then the middle of
 *   the picture stays as grey as it is
 * @throws PictureError
 */
export async function readPicture(file: Blob, width: number, height: number, paper: 0 | 1 | null): Promise<Raster> {
  const name = file instanceof File ? file.name : '';
  if (file.size > MOST_BYTES)
    throw new PictureError(
      'large',
      name,
      `${file.size} bytes are more than the ${MOST_BYTES} that are read as a picture`,
    );
  const pixels = await decode(file, name);
  const grey = greyOf(pixels.data, pixels.width, pixels.height);
  if (paper === null) return middleOf(grey, width, height);
  const raster = drawingOf(grey, width, height, paper);
  if (raster === null) throw new PictureError('plain', name, 'the picture has one shade alone, and nothing to draw');
  return raster;
}

async function decode(file: Blob, name: string): Promise<ImageData> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw new PictureError('unreadable', name, 'this browser reads no picture from it');
  }
  try {
    const { width, height } = bitmap;
    if (width * height > MOST_PIXELS)
      throw new PictureError('large', name, `${width} × ${height} pixels are more than are read as a picture`);
    const scale = Math.min(1, READ / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(scale * width));
    canvas.height = Math.max(1, Math.round(scale * height));
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  } finally {
    bitmap.close();
  }
}
