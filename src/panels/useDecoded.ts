import { useMemo } from 'react';
import type { Frame } from '../worker/protocol';
import { usePictures } from './context';

interface DecodedOptions {
  /**
   * Whether the points may be dragged: then a frame that has as many shows where they were when it was asked for, so that
   * their images follow. Else it shows none of a point that has changed since.
   */
  readonly moving?: boolean;
}

/**
 * Has points of the plane decoded in every frame.
 * @param points rows of two, kept by the caller: others ask anew
 * @returns picks the image of the i-th point out of a frame; null where the frame has that of another, or none
 */
export function useDecoded(
  points: Float32Array,
  { moving = false }: DecodedOptions = {},
): (frame: Frame, i: number) => Float32Array | null {
  const request = useMemo(() => (points.length === 0 ? null : ({ kind: 'decode', points } as const)), [points]);
  const key = usePictures(request);
  return ({ view, pictures }, i) => {
    const asked = view.requests[key];
    const images = pictures[key];
    if (asked?.kind !== 'decode' || images === undefined || asked.points.length !== points.length) return null;
    // A frame from before the points changed has the image of another one here.
    const same = asked.points[2 * i] === points[2 * i] && asked.points[2 * i + 1] === points[2 * i + 1];
    if (!moving && !same) return null;
    const pixels = images.length / (points.length / 2);
    return images.subarray(i * pixels, (i + 1) * pixels);
  };
}
