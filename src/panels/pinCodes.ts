import type { Pin } from '../state/pins';

/** Codes of pins, to be decoded. */
export interface PinCodes {
  /** n × width, row by row. */
  readonly values: readonly number[];
  /** Two on the plane, d of whole codes. */
  readonly width: number;
  /** d, of whole codes; undefined of places on the plane. */
  readonly latent: number | undefined;
}

/**
 * Whole codes where pins have them, else their places on the plane.
 * @param latent d of the model: of labs that are compared one may have another than the pins
 */
export function pinCodes(pins: readonly Pick<Pin, 'x' | 'y' | 'code'>[], latent: number): PinCodes {
  const whole = pins.flatMap(({ code }) => (code?.length === latent ? code : []));
  if (whole.length === latent * pins.length && latent > 2) return { values: whole, width: latent, latent };
  return { values: pins.flatMap(({ x, y }) => [x, y]), width: 2, latent: undefined };
}
