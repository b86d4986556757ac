import type { Pin } from '../../state/pins';

/** The corners of the path through pins, n × 2. */
export const cornersOf = (pins: readonly Pick<Pin, 'x' | 'y'>[]): Float64Array =>
  Float64Array.from(pins.flatMap(({ x, y }) => [x, y]));
