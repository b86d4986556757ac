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

/**
 * The constants of the loops below. They are read from memory because V8 builds a constant of 128 bits anew at every
 * use, with three instructions, where a broadcast load is one.
 */
const CONSTANTS: usize = memory.data<f32>(
  [
    // 0: eˣ: range, magic number, log₂e, −ln 2 in two parts, polynomial; the sign bit.
    88, -87, 12582912, 1.44269504, -0.693359375, 2.1219444e-4, 0.49999994, 0.1666652, 0.041668393, 0.008368781,
    0.0013814467, -0.0,
    // 12: tanh: polynomial, its range.
    -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1, 0.625,
    // 18: common.
    1, 2, 0.5,
    // 21: GELU: √(2/π), 0.044715, 3·0.044715.
    0.7978845608, 0.044715, 0.134145,
    // 24: Adam: β₁, 1 − β₁, β₂, 1 − β₂, as in adam.ts, which this language cannot import; a test compares. 1.5·2⁻³⁴.
    0.9, 0.1, 0.999, 0.001, 8.731149137020111e-11,
    // 29: the least moment, and the farthest logit.
    1e-30, -60,
    // 31: 1/255, in two parts.
    0.003921627998352051, -5.9370901084321304e-8,
  ],
  16,
);

@inline
export function constant(index: usize): v128 {
  return v128.load32_splat(CONSTANTS + 4 * index);
}

@inline
export function one(): v128 {
  return constant(18);
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

/** −|x|. */
@inline
export function negative(x: v128): v128 {
  return v128.or(x, constant(11));
}

/**
 * eˣ for x ≤ 88, below `least`, −87 if nothing is said, taken as there: finite and positive. Within 2 ulp; e⁰ is exactly 1.
 * (Reduction of Cephes `expf`, S. L. Moshier 1989; the polynomial is the minimax of its form, within 3e-9.)
 */
@inline
export function expBelow(x: v128, least: v128 = constant(1)): v128 {
  return expOf(
    f32x4.pmax(x, least),
    constant(2),
    constant(3),
    constant(4),
    constant(5),
    constant(6),
    constant(7),
    constant(8),
    constant(9),
    constant(10),
    one(),
  );
}

/** `expBelow` without its bound, for a loop that holds the constants in registers: they are those from 2 to 10, and 1. */
@inline
export function expOf(
  x: v128,
  magic: v128,
  log2e: v128,
  ln2: v128,
  ln2Rest: v128,
  c2: v128,
  c3: v128,
  c4: v128,
  c5: v128,
  c6: v128,
  unit: v128,
): v128 {
  // Adding 1.5·2²³ rounds x·log₂e to an integer n and leaves n in the low bits.
  const shifted = madd(x, log2e, magic);
  const n = f32x4.sub(shifted, magic);
  // r = x − n·ln 2, with ln 2 in two parts so that the first product is exact.
  const r = madd(n, ln2Rest, madd(n, ln2, x));
  // eʳ = 1 + r(1 + r(c₂ + r(c₃ + r(c₄ + r(c₅ + r·c₆))))).
  let p = madd(c6, r, c5);
  p = madd(p, r, c4);
  p = madd(p, r, c3);
  p = madd(p, r, c2);
  p = madd(p, r, unit);
  p = madd(p, r, unit);
  // Times 2ⁿ, in the exponent's bits.
  return i32x4.add(p, i32x4.shl(shifted, 23));
}

/** eˣ for every number, above 88 taken as there. */
@inline
export function exp(x: v128): v128 {
  return expBelow(f32x4.pmin(x, constant(0)));
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
  const sign = v128.and(x, constant(11));
  const size = v128.xor(x, sign);
  const square = f32x4.mul(x, x);
  let p = madd(constant(12), square, constant(13));
  p = madd(p, square, constant(14));
  p = madd(p, square, constant(15));
  p = madd(p, square, constant(16));
  const small = madd(f32x4.mul(p, square), x, x);
  const e = exp(f32x4.add(size, size));
  const large = f32x4.sub(one(), f32x4.div(constant(19), f32x4.add(e, one())));
  return v128.bitselect(small, v128.or(large, sign), f32x4.lt(size, constant(17)));
}

/** 1/(1 + e⁻ˣ), within 3 ulp. */
@inline
export function sigmoid(x: v128): v128 {
  const e = expBelow(negative(x));
  const large = f32x4.div(one(), f32x4.add(one(), e));
  return v128.bitselect(large, f32x4.mul(e, large), f32x4.ge(x, zero()));
}
