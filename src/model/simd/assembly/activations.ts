import { constant, madd, one, tanh, zero } from './vector';

// Kinds of activation; the one that is left, 2, is GELU.
const RELU: i32 = 0;
const TANH: i32 = 1;

/**
 * Activates `rows` rows of a panel in place. GELU leaves its derivative in `slope`; those of ReLU and tanh follow
 * from their values.
 */
export function activate(kind: i32, y: usize, slope: usize, rows: i32): void {
  const end = y + ((<usize>rows) << 5);
  if (kind == RELU) {
    for (; y < end; y += 32) {
      v128.store(y, f32x4.pmax(v128.load(y), zero()));
      v128.store(y, f32x4.pmax(v128.load(y, 16), zero()), 16);
    }
  } else if (kind == TANH) {
    for (; y < end; y += 16) v128.store(y, tanh(v128.load(y)));
  } else {
    for (; y < end; y += 16, slope += 16) gelu(y, slope);
  }
}

/** y = ½a(1 + t), t = tanh(√(2/π)(a + 0.044715a³)); y′ = ½(1 + t) + ½a(1 − t²)·√(2/π)(1 + 3·0.044715a²). */
@inline
function gelu(y: usize, slope: usize): void {
  const root = constant(21);
  const a = v128.load(y);
  const square = f32x4.mul(a, a);
  const t = tanh(f32x4.mul(f32x4.mul(root, a), madd(square, constant(22), one())));
  const share = madd(t, constant(20), constant(20));
  v128.store(y, f32x4.mul(a, share));
  // ½(1 − t²) = share·(1 − t), without cancellation.
  const bend = f32x4.mul(f32x4.mul(share, f32x4.sub(one(), t)), f32x4.mul(a, root));
  v128.store(slope, madd(bend, madd(square, constant(23), one()), share));
}

/** Multiplies `rows` rows of ∂L/∂y (`delta`) by the activation's derivative, in place. */
export function deactivate(kind: i32, delta: usize, y: usize, slope: usize, rows: i32): void {
  const end = delta + ((<usize>rows) << 5);
  if (kind == RELU) {
    for (; delta < end; delta += 16, y += 16) {
      v128.store(delta, v128.and(v128.load(delta), f32x4.gt(v128.load(y), zero())));
    }
  } else if (kind == TANH) {
    for (; delta < end; delta += 16, y += 16) {
      const t = v128.load(y);
      const d = v128.load(delta);
      v128.store(delta, f32x4.mul(d, f32x4.mul(f32x4.sub(one(), t), f32x4.add(one(), t))));
    }
  } else {
    for (; delta < end; delta += 16, slope += 16) {
      v128.store(delta, f32x4.mul(v128.load(delta), v128.load(slope)));
    }
  }
}
