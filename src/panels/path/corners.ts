import { cornerShares } from '../../math/path';
import type { Pin } from '../../state/pins';
import { type PinCodes, pinCodes } from '../pinCodes';

/** The path through pins. */
export interface PinWay {
  /** Its corners on the plane, n × 2. */
  readonly corners: Float64Array;
  /** The codes themselves, of all axes. */
  readonly codes: PinCodes;
  /** At which share of its length, in all axes, each corner is. */
  readonly shares: Float64Array;
}

/** @param latent d of the model */
export function wayOf(pins: readonly Pick<Pin, 'x' | 'y' | 'code'>[], latent: number): PinWay {
  const codes = pinCodes(pins, latent);
  return {
    corners: Float64Array.from(pins.flatMap(({ x, y }) => [x, y])),
    codes,
    shares: cornerShares(codes.values, codes.width),
  };
}
