import { DataError } from '../dataset';
import { reason } from '../reason';
import { type Grey, greyOfColours } from './grey';
import { checkPixels } from './limits';
import { type PictureFormat, pictureSize } from './pictureSize';
import { decodePng } from './png';

/**
 * Most pixels of a picture that the browser decodes: with formats other than PNG a few bytes may stand for any number of
 * them, so there is no telling by the size of the file.
 */
const MOST_PIXELS = 2 ** 24;

/**
 * Decodes a picture to grey: PNG here, other formats by the browser, in a worker.
 * @throws DataError for what is damaged, too large, or not known to the browser
 */
export async function decodePicture(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  format: PictureFormat,
): Promise<Grey> {
  if (format === 'png') return decodePng(name, bytes);
  const size = pictureSize(bytes, format);
  if (size === null || size.width * size.height === 0) throw damaged(name, 'its header says no size');
  checkPixels(name, size.width, size.height, MOST_PIXELS);
  if (!('OffscreenCanvas' in globalThis)) throw damaged(name, `there is nothing here that decodes ${format}`);
  try {
    return await decodeInBrowser(new Blob([bytes], { type: `image/${format}` }));
  } catch (error) {
    throw damaged(name, reason(error));
  }
}

async function decodeInBrowser(blob: Blob): Promise<Grey> {
  const bitmap = await createImageBitmap(blob, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
  try {
    // A camera may have noted that the picture is to be turned, so the header does not have the last word.
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no canvas can be had');
    context.drawImage(bitmap, 0, 0);
    return greyOfColours(context.getImageData(0, 0, width, height).data, width, height);
  } finally {
    bitmap.close();
  }
}

const damaged = (file: string, what: string): DataError =>
  new DataError({ code: 'picture', values: { file } }, `${file}: cannot be decoded, ${what}`);
