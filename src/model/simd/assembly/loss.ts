import { constant, expOf, log, madd, one, product, splat, sum, zero } from './vector';

export const BERNOULLI: i32 = 0;

/** Rows between sums in float64; also keeps the product of 64 factors 1 + e ≤ 2 within float32. */
const GROUP: i32 = 64;

/** e^{−|a|} of one group of logits. */
const decays: usize = memory.data(32 * 64, 64);

/** The slopes' scale: read from memory, as V8 builds a splat anew in every turn of a loop. */
const scales: usize = memory.data(4, 4);

/**
 * e^{−|a|} of `rows` rows of logits, into `decays`. Logits farther out than 60 count as there: e⁻⁶⁰ is lost beside 1, and
 * smaller slopes, as those of pixels that are black in every image, would come to denormal numbers, for each of which
 * Intel's processors take a hundred cycles.
 */
function decay(a: usize, rows: i32): void {
  const sign = constant(11);
  const farthest = constant(30);
  const magic = constant(2);
  const log2e = constant(3);
  const ln2 = constant(4);
  const rest = constant(5);
  const c2 = constant(6);
  const c3 = constant(7);
  const c4 = constant(8);
  const c5 = constant(9);
  const c6 = constant(10);
  const unit = one();
  let to = decays;
  for (const end = a + (<usize>rows << 5); a < end; a += 32) {
    const low = f32x4.pmax(v128.or(v128.load(a), sign), farthest);
    const high = f32x4.pmax(v128.or(v128.load(a, 16), sign), farthest);
    v128.store(to, expOf(low, magic, log2e, ln2, rest, c2, c3, c4, c5, c6, unit));
    v128.store(to, expOf(high, magic, log2e, ln2, rest, c2, c3, c4, c5, c6, unit), 16);
    to += 32;
  }
}

/** ∂R/∂a = sigmoid(a) − x of four logits. @param ahead 1 where a ≥ 0, else 0 @param e e^{−|a|} @param factor 1 + e */
@inline
function excess(ahead: v128, x: v128, e: v128, factor: v128): v128 {
  // Over 1 + e: 1 where a ≥ 0, e ≤ 1 elsewhere.
  return f32x4.sub(f32x4.div(f32x4.pmax(e, ahead), factor), x);
}

/**
 * The Bernoulli loss R = Σ max(a, 0) − a·x + ln(1 + e^{−|a|}) of a panel of logits, which δ = (sigmoid(a) − x)·scale
 * replaces. The logarithms are taken of products over many rows: Σ ln(1 + eᵢ) = ln Π (1 + eᵢ), each factor rounded
 * to 6e-8 of its value, so R is within 6e-8 nats a pixel of the sum of logarithms.
 *
 * The exponentials are taken of a whole group before the rest: one chain of both is so long that a processor which looks
 * five hundred instructions ahead still waits for it half of the time.
 * @param count rows that are images
 * @returns the sum of R over the panel, in nats
 */
function bernoulli(y: usize, x: usize, count: i32, scale: f32): f64 {
  store<f32>(scales, scale);
  const scaled = v128.load32_splat(scales);
  const unit = one();
  let loss: f64 = 0;
  for (let left = count; left > 0; left -= GROUP) {
    let linear0 = zero();
    let linear1 = zero();
    let factors0 = unit;
    let factors1 = unit;
    const rows = min(left, GROUP);
    decay(y, rows);
    let e = decays;
    for (const end = y + (<usize>rows << 5); y < end; y += 32) {
      const a0 = v128.load(y);
      const x0 = v128.load(x);
      const e0 = v128.load(e);
      const f0 = f32x4.add(e0, unit);
      factors0 = f32x4.mul(factors0, f0);
      // max(a, 0) − a·x = a·(1 − x) where a ≥ 0, −a·x elsewhere.
      const ahead0 = v128.and(f32x4.ge(a0, zero()), unit);
      linear0 = madd(a0, f32x4.sub(ahead0, x0), linear0);
      v128.store(y, f32x4.mul(excess(ahead0, x0, e0, f0), scaled));
      const a1 = v128.load(y, 16);
      const x1 = v128.load(x, 16);
      const e1 = v128.load(e, 16);
      const f1 = f32x4.add(e1, unit);
      factors1 = f32x4.mul(factors1, f1);
      const ahead1 = v128.and(f32x4.ge(a1, zero()), unit);
      linear1 = madd(a1, f32x4.sub(ahead1, x1), linear1);
      v128.store(y, f32x4.mul(excess(ahead1, x1, e1, f1), scaled), 16);
      x += 32;
      e += 32;
    }
    loss += sum(linear0) + sum(linear1) + log(product(factors0) * product(factors1));
  }
  return loss;
}

@inline
function lanes(from: i32, live: i32): v128 {
  return i32x4.lt_s(i32x4.add(i32x4.splat(from), i32x4(0, 1, 2, 3)), i32x4.splat(live));
}

/**
 * Makes δ of the columns after the `live` ones, which are no pixels, 0. Their logits and intensities are.
 * @returns the sum of what they have added to R: ln 2 each
 */
function clearRest(y: usize, count: i32, live: i32): f64 {
  const mask0 = lanes(0, live);
  const mask1 = lanes(4, live);
  for (const end = y + (<usize>count << 5); y < end; y += 32) {
    v128.store(y, v128.and(v128.load(y), mask0));
    v128.store(y, v128.and(v128.load(y, 16), mask1), 16);
  }
  return 0.6931471805599453 * <f64>((8 - live) * count);
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
 * @param live columns that are pixels; the others get δ = 0
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
  if (likelihood != BERNOULLI) return weight * squared(y, x, count, splat(<f32>(2 * weight * share)));
  const loss = bernoulli(y, x, count, <f32>share);
  return live < 8 ? loss - clearRest(y, count, live) : loss;
}
