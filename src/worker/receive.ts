import { drawOnce } from '../math/binarise';
import type { Images, Lent, Piece } from './protocol';

/**
 * The images that the page lends, once all of them are here.
 * @throws RangeError where there is no memory for them
 * @throws Error where the page cannot copy them
 */
export async function receive({ total, first, rest, resampled, ...known }: Lent): Promise<Images> {
  const numbers = rest === null ? first : await joined(total, first, rest);
  return resampled ? { ...known, images: drawOnce(numbers), intensities: numbers } : { ...known, images: numbers };
}

async function joined(total: number, first: Float32Array, rest: MessagePort): Promise<Float32Array> {
  try {
    const numbers = new Float32Array(total);
    numbers.set(first);
    for (let at = first.length; at < total; ) {
      const piece = await next(rest);
      if (typeof piece === 'string') {
        throw new Error(`The page cannot copy its images: ${total - at} of ${total} numbers are left (${piece})`);
      }
      numbers.set(piece, at);
      at += piece.length;
    }
    return numbers;
  } finally {
    rest.close();
  }
}

/** Asks the page for the next piece. */
const next = (rest: MessagePort): Promise<Piece> =>
  new Promise((resolve, reject) => {
    rest.onmessage = ({ data }: MessageEvent<Piece>) => resolve(data);
    rest.onmessageerror = () => reject(new Error('A piece of the images of the page cannot be read'));
    rest.postMessage(null);
  });
