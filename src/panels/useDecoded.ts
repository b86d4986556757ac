import { useMemo } from 'react';
import type { Frame, PictureRequest } from '../worker/frameProtocol';
import { usePictures } from './context';

interface DecodedOptions {
  /**
   * Whether the codes may be dragged: then a frame that has as many shows where they were when it was asked for, so that
   * their images follow. Else it shows none of a code that has changed since.
   */
  readonly moving?: boolean;
  /** d, of whole codes; left out, points of the plane are decoded. */
  readonly latent?: number | undefined;
}

/** What a request wants decoded, where it asks of what another asks of. */
function codesOf(request: PictureRequest | undefined, like: PictureRequest | null): Float32Array | null {
  if (request?.kind === 'decode' && like?.kind === 'decode') return request.points;
  return request?.kind === 'codes' && like?.kind === 'codes' && request.latent === like.latent ? request.codes : null;
}

/**
 * Has points of the plane, or whole codes, decoded in every frame.
 * @param codes rows of two or of d numbers, kept by the caller: others ask anew
 * @returns picks the image of the i-th code out of a frame; null where the frame has that of another, or none
 */
export function useDecoded(
  codes: Float32Array,
  { moving = false, latent }: DecodedOptions = {},
): (frame: Frame, i: number) => Float32Array | null {
  const width = latent ?? 2;
  const request = useMemo((): PictureRequest | null => {
    if (codes.length === 0) return null;
    return latent === undefined ? { kind: 'decode', points: codes } : { kind: 'codes', latent, codes };
  }, [codes, latent]);
  const key = usePictures(request);
  return ({ view, pictures }, i) => {
    const known = codesOf(view.requests[key], request);
    const images = pictures[key];
    if (images === undefined || known?.length !== codes.length) return null;
    // A frame from before the codes changed has the image of another one here.
    const row = codes.subarray(i * width, (i + 1) * width);
    if (!moving && !row.every((value, k) => value === known[i * width + k])) return null;
    const pixels = images.length / (codes.length / width);
    return images.subarray(i * pixels, (i + 1) * pixels);
  };
}
