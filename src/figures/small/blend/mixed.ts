import { type Blend, blendAt, meanImage } from '../../../math/blend';
import type { Frame } from '../../../worker/frameProtocol';
import type { Dataset } from '../../../worker/libraryProtocol';

/** Images whose shares are shown. */
export const SHOWN = 6;

/** What shares one place, of the moment of a frame. */
export interface Mixed extends Pick<Blend, 'images'> {
  readonly mean: Float32Array;
  /** The largest shares, the largest first. */
  readonly largest: readonly { readonly index: number; readonly share: number }[];
}

/**
 * What shares a place of the plane.
 * @param heldOut indices of images that the decoder is not trained on
 * @returns null where no sample can be there
 */
export function mixedAt(
  { plane, noiseScale, stride }: Frame,
  { images, width, height }: Dataset,
  heldOut: Uint32Array,
  place: readonly [x: number, y: number],
): Mixed | null {
  const rows = plane.mu.length / 2;
  const without = Array.from(heldOut, (index) => index / stride).filter((row) => Number.isInteger(row) && row < rows);
  const blend = blendAt(plane, noiseScale, place, without);
  if (blend === null) return null;
  const order = Array.from(blend.shares, (share, row) => ({ index: row * stride, share }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share);
  return {
    images: blend.images,
    mean: meanImage(blend.shares, images, width * height, stride),
    largest: order.slice(0, SHOWN),
  };
}
