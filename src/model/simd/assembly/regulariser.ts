import { addToLogVar, held, logVarAt, sigmaOf } from './latent';
import { FULL, family, hidden, latent, layerAt, POINT, panelStride, ROW, slotAt, slotWidth } from './memory';
import { exp, madd, splat, sum } from './vector';

/**
 * The regulariser K from the head's output, and β·∂K/∂(μ, ln L_ii², L_ik)/B in the head's δ. Rows after `count` get zero.
 *
 * The divergence to the prior is ½(μᵀμ + ‖L‖² − Σ ln L_ii² − d), the simple regulariser μᵀμ + ‖L − I‖², over all entries
 * of L; a point has the terms of μ alone.
 * @param share β/B
 * @returns the sum of K over the batch, in nats, before β, without what it has besides (a constant of the family)
 */
export function regularise(count: i32, rows: i32, simple: bool, share: f32): f64 {
  const head = layerAt(hidden);
  const stride = panelStride(rows);
  // Of a square's half or whole: its weight, and its slope.
  const weight: f32 = simple ? 1 : 0.5;
  const slopes = splat(2 * weight * share);
  let loss: f64 = 0;
  memory.fill(head.delta, 0, stride * (<usize>head.outputs >> 3));
  for (let j = 0; j < slotWidth; j += 4) {
    for (let row = 0; row < count; row++) {
      const at = <usize>row * ROW;
      const axes = at + 4 * <usize>j;
      const mu = v128.load(head.output + axes);
      v128.store(head.delta + axes, f32x4.mul(mu, slopes));
      if (family == POINT) {
        loss += sum(f32x4.mul(f32x4.mul(mu, mu), splat(weight)));
        continue;
      }
      const diagonal = at + slotAt(1, stride);
      const logVar = logVarAt(head.output + diagonal, j);
      let terms: v128;
      let slope: v128;
      if (simple) {
        // The derivative of (σ − 1)² by ln σ² is (σ − 1)σ.
        const sigma = sigmaOf(held(logVar));
        const beyond = f32x4.sub(sigma, splat(1));
        terms = madd(mu, mu, f32x4.mul(beyond, beyond));
        slope = f32x4.mul(beyond, sigma);
      } else {
        const beyond = f32x4.sub(exp(held(logVar)), splat(1));
        terms = f32x4.mul(f32x4.add(madd(mu, mu, beyond), f32x4.neg(logVar)), splat(0.5));
        slope = f32x4.mul(beyond, splat(0.5));
      }
      loss += sum(terms);
      addToLogVar(head.delta + diagonal, j, slope, splat(share));
    }
  }
  return family == FULL ? loss + <f64>weight * below(count, stride, slopes) : loss;
}

/** Σ L_ik² of what is below the diagonals, whose slopes go into δ. */
function below(count: i32, stride: usize, slopes: v128): f64 {
  const head = layerAt(hidden);
  let squares: f64 = 0;
  for (let k = 0; k < latent - 1; k++) {
    for (let j = 0; j < slotWidth; j += 4) {
      let at = slotAt(2 + k, stride) + 4 * <usize>j;
      for (let row = 0; row < count; row++) {
        const entries = v128.load(head.output + at);
        squares += sum(f32x4.mul(entries, entries));
        v128.store(head.delta + at, f32x4.mul(entries, slopes));
        at += ROW;
      }
    }
  }
  return squares;
}
