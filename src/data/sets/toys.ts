/** Sets of which it is known what a code space of two axes has to look like. */

import { normalCdf } from '../../math/normal';
import { createRandom } from '../../math/random';
import { coverPolygon } from '../../math/raster/polygon';
import type { Dataset, Factor } from '../dataset';
import { placed } from './outlines';
import { requirePositive } from './positive';

export interface ToyOptions {
  /** Number of images; 1,000 if not given. */
  readonly count?: number;
  /** Pixels a side; 16 if not given. */
  readonly size?: number;
}

/** The bar that turns, and its half width and half height, in sides of the sheet. */
const BAR = [0.4, 0.11] as const;

/**
 * A bar through the middle of the sheet, turned: after half a turn it is as before, so its codes must be a ring. The
 * factor `angle`, in radians, counter-clockwise from lying flat, takes evenly spaced values from 0 to π.
 * @throws RangeError if count or size is not a positive integer
 */
export function generateRing({ count = 1000, size = 16 }: ToyOptions = {}): Dataset {
  const [a, b] = BAR;
  const bar = Float64Array.of(-a, -b, a, -b, a, b, -a, b);
  const angles = evenly(count, 0, Math.PI);
  return drawn('ring', { count, size }, [{ ...factor('angle', angles), period: Math.PI }], (i) =>
    coverPolygon(placed(bar, size, angles[i]!, size / 2, size / 2), size, size),
  );
}

/** The blob that moves on the line, its standard deviation, and from where to where it does, in sides of the sheet. */
const LINE = { width: 0.2, from: 0.3, to: 0.7 } as const;

/**
 * A soft blob that moves from left to right: one number says where it is, so its codes must be a line. The factor `x`
 * takes evenly spaced values.
 * @throws RangeError if count or size is not a positive integer
 */
export function generateLine({ count = 1000, size = 16 }: ToyOptions = {}): Dataset {
  const { width, from, to } = LINE;
  const xs = evenly(count, from, to);
  return drawn('line', { count, size }, [factor('x', xs)], (i) => blob(xs[i]!, 0.5, width, size));
}

/**
 * The blob that moves on the disc, its standard deviation, and how far from the middle it gets, in sides of the sheet: as
 * wide as far, or some autoencoders begin with a fold that training does not open.
 */
const DISC = { width: 0.2, reach: 0.2 } as const;

/** Turn from each point of a sunflower's head to the next (Vogel 1979): the golden angle. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * A soft blob anywhere in a disc: two numbers say where it is, so its codes must fill a disc. The factors `x`, from the left, and
 * `y`, from the top, cover the disc evenly.
 * @throws RangeError if count or size is not a positive integer
 */
export function generateDisc({ count = 1000, size = 16 }: ToyOptions = {}): Dataset {
  const { width, reach } = DISC;
  const radius = (i: number): number => reach * Math.sqrt((i + 0.5) / count);
  const xs = Float32Array.from({ length: count }, (_, i) => 0.5 + radius(i) * Math.cos(GOLDEN * i));
  const ys = Float32Array.from({ length: count }, (_, i) => 0.5 + radius(i) * Math.sin(GOLDEN * i));
  return drawn('disc', { count, size }, [factor('x', xs), factor('y', ys)], (i) => blob(xs[i]!, ys[i]!, width, size));
}

/** Stream of the seed of the noise. */
const NOISE = 141;

/**
 * Pixels that are uniform on [0, 1] and independent: there is nothing to code.
 * @throws RangeError if count or size is not a positive integer
 */
export function generateNoise({ count = 1000, size = 16 }: ToyOptions = {}): Dataset {
  const random = createRandom(1, NOISE);
  return drawn('noise', { count, size }, [], () => Float64Array.from({ length: size * size }, () => random.uniform()));
}

const factor = (name: string, values: Float32Array): Factor => ({ name, values, levels: null });

/** Numbers from `from` to `to`, in the middle of as many equal parts of it. */
const evenly = (count: number, from: number, to: number): Float32Array =>
  Float32Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 0.5)) / count);

function drawn(
  name: string,
  { count, size }: Required<ToyOptions>,
  factors: readonly Factor[],
  draw: (i: number) => Float64Array,
): Dataset {
  requirePositive({ count, size });
  const images = new Float32Array(count * size * size);
  for (let i = 0; i < count; i++) images.set(draw(i), i * size * size);
  return { name, n: count, width: size, height: size, images, labels: null, factors };
}

/**
 * Ink that fades from a centre as a normal density does, 1 in the middle: exact means over pixels, size × size.
 * @param x and `y`: its centre, and `width` its standard deviation, in sides of the sheet
 */
function blob(x: number, y: number, width: number, size: number): Float64Array {
  const profile = (centre: number): Float64Array =>
    Float64Array.from({ length: size }, (_, pixel) => {
      const share = normalCdf(((pixel + 1) / size - centre) / width) - normalCdf((pixel / size - centre) / width);
      return share * Math.sqrt(2 * Math.PI) * width * size;
    });
  const [across, down] = [profile(x), profile(y)];
  return Float64Array.from({ length: size * size }, (_, at) => across[at % size]! * down[Math.floor(at / size)]!);
}
