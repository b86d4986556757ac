import { exchangeRows } from '../../math/exchange';
import type { Dataset } from '../../worker/libraryProtocol';

/** Images of one size in a row. */
export type Pictures = Pick<Dataset, 'width' | 'height' | 'images'>;

/** `count` images from all over a data set, or all where there are fewer. */
export function samplesOf({ n, width, height, images }: Dataset, count: number): Pictures {
  const shown = Math.min(n, count);
  const pixels = width * height;
  const samples = new Float32Array(shown * pixels);
  for (let i = 0; i < shown; i++) {
    const from = Math.floor((i * n) / shown) * pixels;
    samples.set(images.subarray(from, from + pixels), i * pixels);
  }
  return { width, height, images: samples };
}

/** The same images with rows and columns exchanged. */
export function exchanged({ width, height, images }: Pictures): Pictures {
  return { width: height, height: width, images: exchangeRows(images, width, height) };
}
