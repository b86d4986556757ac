import { Layer, ROW } from './memory';
import { constant, madd } from './vector';

/** As in adam.ts of the model, which this language cannot import; a test compares. */
const EPSILON: f64 = 1e-8;

/** −rate and ε, both over √debias: read from memory, as V8 builds a splat anew in every turn of a loop. */
const factors: usize = memory.data(8, 8);

/**
 * What the next steps are taken with.
 * @param rate learning rate / (1 − β₁ᵗ)
 * @param debias 1 / (1 − β₂ᵗ)
 */
export function setPace(rate: f64, debias: f64): void {
  const bias = sqrt(debias);
  store<f32>(factors, <f32>(-rate / bias));
  store<f32>(factors, <f32>(EPSILON / bias), 4);
}

/**
 * One step of Adam (Kingma & Ba 2014, β₁ 0.9, β₂ 0.999, ε 1e-8 outside the root) on `rows` rows of a panel, which begin
 * `at` bytes from the layer's first: p −= rate·m/(√(v·debias) + ε), with rate and ε over √debias in place of v·debias. Two
 * vectors share one division, as the divider is what this loop waits for; so a second moment that has overflowed makes NaN of
 * a second parameter.
 *
 * Gradients are rounded to multiples of 2⁻⁵⁷ ≈ 7e-18 by adding and subtracting 1.5·2⁻³⁴: squares of smaller ones, as those
 * of pixels that are black in every image, would be denormal numbers, for each of which Intel's processors take a hundred
 * cycles. Beside ε that is nothing. `settle` keeps the moments from them.
 */
export function adam(layer: Layer, at: usize, gradient: usize, rows: i32): void {
  let weights = layer.weights + at;
  let first = layer.first + at;
  let second = layer.second + at;
  const downhill = v128.load32_splat(factors);
  const epsilon = v128.load32_splat(factors, 4);
  const keepFirst = constant(24);
  const addFirst = constant(25);
  const keepSecond = constant(26);
  const addSecond = constant(27);
  const coarse = constant(28);
  for (const end = weights + <usize>rows * ROW; weights < end; weights += 32) {
    const g0 = f32x4.sub(f32x4.add(v128.load(gradient), coarse), coarse);
    const g1 = f32x4.sub(f32x4.add(v128.load(gradient, 16), coarse), coarse);
    const m0 = madd(v128.load(first), keepFirst, f32x4.mul(g0, addFirst));
    const m1 = madd(v128.load(first, 16), keepFirst, f32x4.mul(g1, addFirst));
    const v0 = madd(v128.load(second), keepSecond, f32x4.mul(f32x4.mul(g0, g0), addSecond));
    const v1 = madd(v128.load(second, 16), keepSecond, f32x4.mul(f32x4.mul(g1, g1), addSecond));
    v128.store(first, m0);
    v128.store(first, m1, 16);
    v128.store(second, v0);
    v128.store(second, v1, 16);
    const root0 = f32x4.add(f32x4.sqrt(v0), epsilon);
    const root1 = f32x4.add(f32x4.sqrt(v1), epsilon);
    const share = f32x4.div(downhill, f32x4.mul(root0, root1));
    v128.store(weights, madd(f32x4.mul(share, root1), m0, v128.load(weights)));
    v128.store(weights, madd(f32x4.mul(share, root0), m1, v128.load(weights, 16)), 16);
    first += 32;
    second += 32;
    gradient += 32;
  }
}

/**
 * Moments below 1e-30 as 0; NaN stays. Beside ε they move a weight by less than 1e-22 of the rate. Those of units whose
 * gradient has become 0 would else shrink to denormal numbers and stay there, since 0.9 times the smallest rounds to
 * itself: a step of 256-64-2 took twice as long after 8,000 steps. Called every 64 steps, in which none falls below 0.001
 * of what it was.
 */
export function settle(moments: usize, bytes: usize): void {
  const sign = constant(11);
  const least = constant(29);
  for (const end = moments + bytes; moments < end; moments += 32) {
    const low = v128.load(moments);
    const high = v128.load(moments, 16);
    v128.store(moments, v128.andnot(low, f32x4.lt(v128.andnot(low, sign), least)));
    v128.store(moments, v128.andnot(high, f32x4.lt(v128.andnot(high, sign), least)), 16);
  }
}
