import type { Dataset } from '../worker/libraryProtocol';

/** One image among many of the same size: its pixels, row by row. */
export const imageOf = (
  { images, width, height }: Pick<Dataset, 'images' | 'width' | 'height'>,
  index: number,
): Float32Array => images.subarray(index * width * height, (index + 1) * width * height);
