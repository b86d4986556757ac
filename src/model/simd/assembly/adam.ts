import { constant, madd, splat } from './vector';

/**
 * Moments below this are 0: beside ε they move a weight by less than 1e-22 of the rate. Those of units whose gradient
 * has become 0 would else shrink to denormal numbers and stay there, since 0.9 times the smallest rounds to itself, and
 * Intel's processors take a hundred cycles for each: a step of 256-64-2 took twice as long after 8,000 steps.
 */
const TINY: f32 = 1e-30;

/** And gradients below this, as those of pixels that are black in every image: their squares would be denormal. */
const FAINT: f32 = 1e-16;

/** Numbers nearer to 0 than `tiny` as 0. NaN stays NaN. */
@inline
function settled(values: v128, tiny: v128): v128 {
  return v128.andnot(values, f32x4.lt(f32x4.abs(values), tiny));
}

/**
 * One step of Adam (Kingma & Ba 2014, β₁ 0.9, β₂ 0.999, ε 1e-8 outside the root) on `bytes` of parameters.
 * @param rate learning rate / (1 − β₁ᵗ)
 * @param debias 1 / (1 − β₂ᵗ)
 */
export function adam(
  weights: usize,
  first: usize,
  second: usize,
  gradient: usize,
  bytes: usize,
  rate: f32,
  debias: f32,
): void {
  const downhill = splat(-rate);
  const scale = splat(debias);
  const keepFirst = constant(24);
  const addFirst = constant(25);
  const keepSecond = constant(26);
  const addSecond = constant(27);
  const epsilon = constant(28);
  const tiny = splat(TINY);
  const faint = splat(FAINT);
  for (let i: usize = 0; i < bytes; i += 16) {
    const g = settled(v128.load(gradient + i), faint);
    const m = settled(madd(v128.load(first + i), keepFirst, f32x4.mul(g, addFirst)), tiny);
    const v = settled(madd(v128.load(second + i), keepSecond, f32x4.mul(f32x4.mul(g, g), addSecond)), tiny);
    v128.store(first + i, m);
    v128.store(second + i, v);
    const root = f32x4.add(f32x4.sqrt(f32x4.mul(v, scale)), epsilon);
    v128.store(weights + i, f32x4.add(v128.load(weights + i), f32x4.div(f32x4.mul(downhill, m), root)));
  }
}
