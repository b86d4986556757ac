/** Arithmetic on four floats at a time: what SIMD lacks, as polynomials. Errors are against float64. */

/** a·b + c: one rounding on hardware with a fused multiply-add in the relaxed build, two otherwise. */
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

@inline
export function splat(value: f32): v128 {
  return f32x4.splat(value);
}

@inline
export function zero(): v128 {
  return i32x4.splat(0);
}

/** The sum of the four lanes, in float64. */
@inline
export function sum(v: v128): f64 {
  return (
    <f64>f32x4.extract_lane(v, 0) +
    <f64>f32x4.extract_lane(v, 1) +
    (<f64>f32x4.extract_lane(v, 2) + <f64>f32x4.extract_lane(v, 3))
  );
}

/** The product of the four lanes, in float64. */
@inline
export function product(v: v128): f64 {
  return (
    <f64>f32x4.extract_lane(v, 0) *
    <f64>f32x4.extract_lane(v, 1) *
    (<f64>f32x4.extract_lane(v, 2) * <f64>f32x4.extract_lane(v, 3))
  );
}

/**
 * eˣ for x in [−87, 88], arguments outside taken as the nearer end: finite and positive for every number.
 * Within 2 ulp; e⁰ is exactly 1. (Reduction and polynomial of Cephes `expf`, S. L. Moshier 1989.)
 */
@inline
export function exp(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, splat(88)), splat(-87));
  // Adding 1.5·2²³ rounds x·log₂e to an integer n and leaves n in the low bits.
  const magic = splat(12582912);
  const shifted = madd(x, splat(1.44269504088896341), magic);
  const n = f32x4.sub(shifted, magic);
  // r = x − n·ln 2, with ln 2 in two parts so that the first product is exact.
  const r = madd(n, splat(2.1219444e-4), madd(n, splat(-0.693359375), x));
  let p = madd(splat(1.98756915e-4), r, splat(1.3981999507e-3));
  p = madd(p, r, splat(8.3334519073e-3));
  p = madd(p, r, splat(4.1665795894e-2));
  p = madd(p, r, splat(1.6666665459e-1));
  p = madd(p, r, splat(5.0000001201e-1));
  p = f32x4.add(madd(p, f32x4.mul(r, r), r), splat(1));
  // Times 2ⁿ, in the exponent's bits.
  return i32x4.add(p, i32x4.shl(shifted, 23));
}

/** ln x for normal x > 0, within 1e-13 of max(1, |ln x|): ln m = 2 artanh s, s = (m − 1)/(m + 1), m in [√½, √2). */
export function log(x: f64): f64 {
  const bits = reinterpret<i64>(x);
  let exponent = <i32>(bits >> 52) - 1023;
  let m = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    exponent++;
  }
  const s = (m - 1) / (m + 1);
  const t = s * s;
  let series: f64 = 0;
  for (let k: f64 = 17; k > 0; k -= 2) series = series * t + 1 / k;
  return <f64>exponent * 0.6931471805599453 + 2 * s * series;
}

/** tanh x, within 3 ulp. (Cephes `tanhf`: a polynomial below 0.625, from e²ˣ above.) */
@inline
export function tanh(x: v128): v128 {
  const size = f32x4.abs(x);
  const square = f32x4.mul(x, x);
  let p = madd(splat(-5.70498872745e-3), square, splat(2.06390887954e-2));
  p = madd(p, square, splat(-5.37397155531e-2));
  p = madd(p, square, splat(1.33314422036e-1));
  p = madd(p, square, splat(-3.33332819422e-1));
  const small = madd(f32x4.mul(p, square), x, x);
  const e = exp(f32x4.add(size, size));
  const large = f32x4.sub(splat(1), f32x4.div(splat(2), f32x4.add(e, splat(1))));
  const signed = v128.or(large, v128.and(x, i32x4.splat(0x80000000)));
  return v128.bitselect(small, signed, f32x4.lt(size, splat(0.625)));
}

/** 1/(1 + e⁻ˣ), within 3 ulp. */
@inline
export function sigmoid(x: v128): v128 {
  const e = exp(f32x4.neg(f32x4.abs(x)));
  const large = f32x4.div(splat(1), f32x4.add(splat(1), e));
  return v128.bitselect(large, f32x4.mul(e, large), f32x4.ge(x, zero()));
}
