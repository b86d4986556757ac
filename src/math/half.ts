/**
 * Numbers in half precision (IEEE 754 binary16): 11 significant bits from 6.1e-5 to 65,504, steps of 6e-8 below. Half the
 * bytes of single precision.
 */

/** Bits of a single: the first that is too large for a half, infinity, and the least normal half. */
const TOO_LARGE = 0x477ff000;
const INFINITE = 0x7f800000;
const NORMAL = 0x38800000;

/** The largest half, and one that is no number. */
const LARGEST = 0x7bff;
const NO_NUMBER = 0x7e00;

/** By how much exponents of singles are above those of halves. */
const BIAS = 112;

/** Bits of the halves that are nearest to singles, ties to even; those beyond ±65,504 become that. */
export function toHalves(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < halves.length; i++) {
    const word = bits[i]!;
    halves[i] = ((word >>> 16) & 0x8000) | halfOf(word & 0x7fffffff, values[i]!);
  }
  return halves;
}

function halfOf(magnitude: number, value: number): number {
  if (magnitude > INFINITE) return NO_NUMBER;
  if (magnitude >= TOO_LARGE) return LARGEST;
  // Below the normal halves they are multiples of 2⁻²⁴, as singles between ½ and 1 are.
  if (magnitude < NORMAL) return (Math.fround(Math.abs(value) + 0.5) - 0.5) * 2 ** 24;
  const odd = (magnitude >>> 13) & 1;
  return (magnitude - (BIAS << 23) + 0xfff + odd) >>> 13;
}

/** One single, and its bits. */
const SINGLE = new Float32Array(1);
const WORD = new Uint32Array(SINGLE.buffer);

/** The number that a half is, given by its bits. */
export function fromHalf(half: number): number {
  const magnitude = half & 0x7fff;
  if (magnitude < 0x400) SINGLE[0] = magnitude * 2 ** -24;
  else WORD[0] = magnitude > LARGEST ? INFINITE | (magnitude << 13) : (magnitude << 13) + (BIAS << 23);
  WORD[0]! |= (half & 0x8000) << 16;
  return SINGLE[0]!;
}

/** The singles that equal halves, given by their bits. */
export function fromHalves(halves: Uint16Array): Float32Array {
  const values = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i++) values[i] = fromHalf(halves[i]!);
  return values;
}

/** The number that a bfloat16 is, the upper half of a single, given by its bits. */
export function fromUpperHalf(bits: number): number {
  WORD[0] = bits << 16;
  return SINGLE[0]!;
}
