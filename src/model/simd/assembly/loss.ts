import { expBelow, log, madd, negative, one, product, splat, sum, zero } from './vector';

export const BERNOULLI: i32 = 0;

/** Rows between sums in float64; also keeps the product of 64 factors 1 + e ≤ 2 within float32. */
const GROUP: i32 = 64;

/**
 * Logits farther out than this count as there: e⁻⁶⁰ is lost beside 1, and smaller slopes, as those of pixels that are
 * black in every image, would come to denormal numbers, for each of which Intel's processors take a hundred cycles.
 */
const SETTLED: f32 = -60;

@inline
function lanes(from: i32, live: i32): v128 {
  return i32x4.lt_s(i32x4.add(i32x4.splat(from), i32x4(0, 1, 2, 3)), i32x4.splat(live));
}

/** ∂R/∂a/B for four logits; see `reconstruct`. */
@inline
function excess(a: v128, x: v128, e: v128, factor: v128, scale: v128): v128 {
  // Over 1 + e: 1 where a ≥ 0, e ≤ 1 elsewhere.
  const share = f32x4.pmax(e, v128.and(f32x4.ge(a, zero()), one()));
  return f32x4.mul(f32x4.sub(f32x4.div(share, factor), x), scale);
}

/**
 * The Bernoulli loss R = Σ max(a, 0) − a·x + ln(1 + e^{−|a|}) of a panel of logits, which δ = (sigmoid(a) − x)·scale
 * replaces. The logarithms are taken of products over many rows: Σ ln(1 + eᵢ) = ln Π (1 + eᵢ), each factor rounded
 * to 6e-8 of its value, so R is within 6e-8 nats a pixel of the sum of logarithms.
 * @param live columns that are pixels; the others get δ = 0
 * @param count rows that are images
 * @returns the sum of R over the panel, in nats
 */
function bernoulli(y: usize, x: usize, count: i32, live: i32, scale: v128): f64 {
  const settled = splat(SETTLED);
  const mask0 = lanes(0, live);
  const mask1 = lanes(4, live);
  let loss: f64 = 0;
  for (let left = count; left > 0; left -= GROUP) {
    let linear0 = zero();
    let linear1 = zero();
    let factors0 = splat(1);
    let factors1 = splat(1);
    for (let n = min(left, GROUP); n > 0; n--) {
      const a0 = v128.load(y);
      const x0 = v128.load(x);
      const e0 = v128.and(expBelow(negative(a0), settled), mask0);
      const f0 = f32x4.add(e0, one());
      factors0 = f32x4.mul(factors0, f0);
      linear0 = f32x4.add(linear0, f32x4.sub(f32x4.pmax(a0, zero()), f32x4.mul(a0, x0)));
      v128.store(y, v128.and(excess(a0, x0, e0, f0, scale), mask0));
      const a1 = v128.load(y, 16);
      const x1 = v128.load(x, 16);
      const e1 = v128.and(expBelow(negative(a1), settled), mask1);
      const f1 = f32x4.add(e1, one());
      factors1 = f32x4.mul(factors1, f1);
      linear1 = f32x4.add(linear1, f32x4.sub(f32x4.pmax(a1, zero()), f32x4.mul(a1, x1)));
      v128.store(y, v128.and(excess(a1, x1, e1, f1, scale), mask1), 16);
      y += 32;
      x += 32;
    }
    loss += sum(linear0) + sum(linear1) + log(product(factors0) * product(factors1));
  }
  return loss;
}

/** Σ (x − m)² of a panel of means m, which δ = (m − x)·scale replaces. Columns beyond the pixels are zero already. */
function squared(y: usize, x: usize, count: i32, scale: v128): f64 {
  let loss: f64 = 0;
  for (let left = count; left > 0; left -= GROUP) {
    let sum0 = zero();
    let sum1 = zero();
    for (let n = min(left, GROUP); n > 0; n--) {
      const d0 = f32x4.sub(v128.load(y), v128.load(x));
      const d1 = f32x4.sub(v128.load(y, 16), v128.load(x, 16));
      sum0 = madd(d0, d0, sum0);
      sum1 = madd(d1, d1, sum1);
      v128.store(y, f32x4.mul(d0, scale));
      v128.store(y, f32x4.mul(d1, scale), 16);
      y += 32;
      x += 32;
    }
    loss += sum(sum0) + sum(sum1);
  }
  return loss;
}

/**
 * The reconstruction loss of a panel of outputs and its gradient, written over them.
 * @param weight of the squared error: 1, or 1/(2σ̃²)
 * @param share 1 over the number of codes
 * @returns the sum over the panel in nats, without the Gaussian's constant
 */
export function reconstruct(
  likelihood: i32,
  y: usize,
  x: usize,
  count: i32,
  live: i32,
  weight: f64,
  share: f64,
): f64 {
  return likelihood == BERNOULLI
    ? bernoulli(y, x, count, live, splat(<f32>share))
    : weight * squared(y, x, count, splat(<f32>(2 * weight * share)));
}
