import { one, splat } from './vector';

/** As `mix32` in math/mix32.ts, which this language cannot import. */
@inline
function mix(bits: v128): v128 {
  let h = v128.xor(bits, i32x4.shr_u(bits, 16));
  h = i32x4.mul(h, i32x4.splat(0x21f0aaad));
  h = v128.xor(h, i32x4.shr_u(h, 15));
  h = i32x4.mul(h, i32x4.splat(0x735a2d97));
  return v128.xor(h, i32x4.shr_u(h, 15));
}

/**
 * Draws of four pixels, 1 with their intensities as the probabilities, else 0: to the bit those of `drawRows` in
 * math/binarise.ts. Those behind the last pixel have intensity 0, and stay so.
 * @param place of the first among all pixels of the data
 */
@inline
export function drawFour(intensities: v128, place: i32, key: i32): v128 {
  const own = i32x4.add(i32x4.splat(place), i32x4(0, 1, 2, 3));
  const hash = mix(v128.xor(mix(own), i32x4.splat(key)));
  // Both sides times 2²⁴, which is exact.
  const uniform = f32x4.convert_i32x4_s(i32x4.shr_u(hash, 8));
  return v128.and(f32x4.lt(uniform, f32x4.mul(intensities, splat(16777216))), one());
}
