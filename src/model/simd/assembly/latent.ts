import { codeDelta, half, hidden, Layer, latent, layerAt, noise, panelStride, spread } from './memory';
import { exp, madd, splat, sum, zero } from './vector';

/**
 * ln σ² above which σ² and σ stay as they are at it: e³⁰ ≈ 1e13, far beyond any trained ellipse. The regulariser's
 * own −ln σ² and its gradient keep their form, so that nothing overflows and the way back stays downhill.
 */
const HIGHEST: f32 = 30;

@inline
function lanes(from: i32): v128 {
  return i32x4.lt_s(i32x4.add(i32x4.splat(from), i32x4(0, 1, 2, 3)), i32x4.splat(latent));
}

/** Address of four values of ln σ² from that of the four of μ. */
@inline
function logVarOffset(stride: usize): usize {
  return half == 4 ? 16 : stride;
}

/**
 * z = μ + s·σ⊙ε from the head's output, the regulariser K, and what the way back needs: ∂z/∂(ln σ²) = ½s·σ⊙ε in
 * `spread` and β·∂K/∂(μ, ln σ²)/B in the head's δ. Rows after `count` are zero.
 * @param simple μ² + (σ − 1)² instead of the divergence to the prior
 * @param share β/B
 * @returns the sum of K over the batch, in nats, before β
 */
export function sample(count: i32, rows: i32, scale: f32, simple: bool, share: f32): f64 {
  const head = layerAt(hidden);
  const stride = panelStride(rows);
  const offset = logVarOffset(stride);
  const code = layerAt(hidden + 1).input;
  let loss: f64 = 0;
  memory.fill(code, 0, stride);
  memory.fill(spread, 0, stride);
  memory.fill(head.delta, 0, stride * (<usize>head.outputs >> 3));
  for (let j = 0; j < half; j += 4) {
    const mask = lanes(j);
    for (let row = 0; row < count; row++) {
      const at = ((<usize>row) << 5) + 4 * <usize>j;
      const mu = v128.load(head.output + at);
      const logVar = v128.load(head.output + at + offset);
      const held = f32x4.pmin(logVar, splat(HIGHEST));
      const sigma = exp(f32x4.mul(held, splat(0.5)));
      // The noise has d values a row: what is read beyond them belongs to others.
      const eps = v128.and(v128.load(noise + 4 * <usize>(row * latent + j)), mask);
      const step = f32x4.mul(f32x4.mul(sigma, splat(scale)), eps);
      v128.store(code + at, f32x4.add(mu, step));
      v128.store(spread + at, f32x4.mul(step, splat(0.5)));
      let terms: v128;
      let slope: v128;
      if (simple) {
        // μ² + (σ − 1)²: its derivative by ln σ² is (σ − 1)σ, by μ twice μ.
        const beyond = f32x4.sub(sigma, splat(1));
        terms = madd(mu, mu, f32x4.mul(beyond, beyond));
        slope = f32x4.mul(beyond, sigma);
        v128.store(head.delta + at, f32x4.mul(mu, splat(2 * share)));
      } else {
        const beyond = f32x4.sub(exp(held), splat(1));
        terms = f32x4.mul(f32x4.add(madd(mu, mu, beyond), f32x4.neg(logVar)), splat(0.5));
        slope = f32x4.mul(beyond, splat(0.5));
        v128.store(head.delta + at, f32x4.mul(mu, splat(share)));
      }
      loss += sum(terms);
      v128.store(head.delta + at + offset, f32x4.mul(slope, splat(share)));
    }
  }
  return loss;
}

/** Adds the way through z, ∂L/∂z·∂z/∂(μ, ln σ²), to the head's δ. */
export function unsample(rows: i32): void {
  const delta = layerAt(hidden).delta;
  const offset = logVarOffset(panelStride(rows));
  for (let j = 0; j < half; j += 4) {
    for (let row = 0; row < rows; row++) {
      const at = ((<usize>row) << 5) + 4 * <usize>j;
      const d = v128.load(codeDelta + at);
      v128.store(delta + at, f32x4.add(v128.load(delta + at), d));
      const below = delta + at + offset;
      v128.store(below, madd(d, v128.load(spread + at), v128.load(below)));
    }
  }
}
