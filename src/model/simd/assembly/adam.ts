import { constant, madd, splat } from './vector';

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
  for (let i: usize = 0; i < bytes; i += 16) {
    const g = v128.load(gradient + i);
    const m = madd(v128.load(first + i), keepFirst, f32x4.mul(g, addFirst));
    const v = madd(v128.load(second + i), keepSecond, f32x4.mul(f32x4.mul(g, g), addSecond));
    v128.store(first + i, m);
    v128.store(second + i, v);
    const root = f32x4.add(f32x4.sqrt(f32x4.mul(v, scale)), epsilon);
    v128.store(weights + i, f32x4.add(v128.load(weights + i), f32x4.div(f32x4.mul(downhill, m), root)));
  }
}
