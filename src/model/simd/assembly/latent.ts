import {
  codeDelta,
  FULL,
  family,
  hidden,
  ISOTROPIC,
  latent,
  layerAt,
  noise,
  POINT,
  padded,
  panelStride,
  ROW,
  slotAt,
  slotWidth,
  spread,
} from './memory';
import { exp, madd, splat, sum } from './vector';

/**
 * ln L_ii² above which L_ii and its square stay as they are at it: e³⁰ ≈ 1e13, far beyond any trained ellipse. The
 * regulariser's own −ln L_ii² and its gradient keep their form, so that nothing overflows and the way back stays
 * downhill.
 */
const HIGHEST: f32 = 30;

/** Four axes, from j on. */
@inline
function axesFrom(j: i32): v128 {
  return i32x4.add(i32x4.splat(j), i32x4(0, 1, 2, 3));
}

/** Lanes of four axes, from j on, that a code has. */
@inline
function lanes(j: i32): v128 {
  return i32x4.lt_s(axesFrom(j), i32x4.splat(latent));
}

/** Four values of ln L_ii² from slot 1 of a posterior, 0 on axes that a code lacks. */
@inline
export function logVarAt(diagonal: usize, j: i32): v128 {
  if (family == ISOTROPIC) return v128.and(v128.load32_splat(diagonal), lanes(j));
  return v128.load(diagonal + 4 * <usize>j);
}

@inline
export function held(logVar: v128): v128 {
  return f32x4.pmin(logVar, splat(HIGHEST));
}

/** L_ii, from ln L_ii² as `held` has it. */
@inline
export function sigmaOf(logVar: v128): v128 {
  return exp(f32x4.mul(logVar, splat(0.5)));
}

/** Adds a·b to four slopes by ln L_ii² in slot 1 of a posterior's δ. An isotropic one has them all in one. */
@inline
export function addToLogVar(diagonal: usize, j: i32, a: v128, b: v128): void {
  if (family == ISOTROPIC) {
    store<f32>(diagonal, load<f32>(diagonal) + <f32>sum(f32x4.mul(a, b)));
  } else {
    const to = diagonal + 4 * <usize>j;
    v128.store(to, madd(a, b, v128.load(to)));
  }
}

/** s·ε of axis k of code r. */
@inline
function shift(r: i32, k: i32, scale: f32): v128 {
  return splat(scale * load<f32>(noise + 4 * <usize>(r * latent + k)));
}

/**
 * z = μ + s·L·ε from the head's output: the codes of all `count` images for the first sample, then for the next. Leaves
 * ∂z/∂(ln L_ii²) = ½s·L_ii·ε_i in `spread`. Rows after the last code are zero.
 */
export function sample(count: i32, samples: i32, scale: f32): void {
  const codes = count * samples;
  const stride = panelStride(padded(count));
  const code = layerAt(hidden + 1).input;
  memory.fill(code, 0, panelStride(padded(codes)));
  memory.fill(spread, 0, panelStride(padded(codes)));
  for (let j = 0; j < slotWidth; j += 4) {
    const mask = lanes(j);
    const column: usize = 4 * <usize>j;
    for (let row = 0; row < count; row++) {
      const from = layerAt(hidden).output + <usize>row * ROW;
      const mu = v128.load(from + column);
      if (family == POINT) {
        for (let r = row; r < codes; r += count) v128.store(code + <usize>r * ROW + column, mu);
        continue;
      }
      const sigma = f32x4.mul(sigmaOf(held(logVarAt(from + slotAt(1, stride), j))), splat(scale));
      for (let r = row; r < codes; r += count) {
        // The noise has d values a code: what is read beyond them belongs to others.
        const eps = v128.and(v128.load(noise + 4 * <usize>(r * latent + j)), mask);
        const step = f32x4.mul(sigma, eps);
        let z = f32x4.add(mu, step);
        if (family == FULL) {
          for (let k = 0; k < latent - 1; k++) {
            z = madd(v128.load(from + slotAt(2 + k, stride) + column), shift(r, k, scale), z);
          }
        }
        const at = <usize>r * ROW + column;
        v128.store(code + at, z);
        v128.store(spread + at, f32x4.mul(step, splat(0.5)));
      }
    }
  }
}

/** Adds the way through z, ∂L/∂z·∂z/∂(μ, L), to the head's δ. */
export function unsample(count: i32, samples: i32, scale: f32): void {
  const codes = count * samples;
  const stride = panelStride(padded(count));
  for (let j = 0; j < slotWidth; j += 4) {
    const column: usize = 4 * <usize>j;
    for (let row = 0; row < count; row++) {
      const to = layerAt(hidden).delta + <usize>row * ROW;
      for (let r = row; r < codes; r += count) {
        const at = <usize>r * ROW + column;
        const d = v128.load(codeDelta + at);
        v128.store(to + column, f32x4.add(v128.load(to + column), d));
        if (family == POINT) continue;
        addToLogVar(to + slotAt(1, stride), j, d, v128.load(spread + at));
        if (family != FULL) continue;
        for (let k = 0; k < latent - 1; k++) {
          // Column k of L has nothing on and above the diagonal, and keeps nothing there.
          const below = v128.and(d, i32x4.gt_s(axesFrom(j), i32x4.splat(k)));
          const entry = to + slotAt(2 + k, stride) + column;
          v128.store(entry, madd(below, shift(r, k, scale), v128.load(entry)));
        }
      }
    }
  }
}
