import { madd } from './vector';

/** Most chunks of eight columns of A to multiply at once: 8 kB of B and a tile of A fit the first-level cache. */
const DEPTH: i32 = 32;

/** Chunks to multiply at once of `chunks`: equal blocks, as a short last one would be all overhead. */
@inline
export function blockDepth(chunks: i32): i32 {
  const blocks = (chunks + DEPTH - 1) / DEPTH;
  return (chunks + blocks - 1) / blocks;
}

/**
 * One panel of C = C₀ + A·B, the inner loop of everything.
 *
 * A, `rows` × 8·chunks, is in panels of eight columns, `stride` bytes apart; B is one panel of 8·chunks rows; C is
 * one panel of `rows` rows, a multiple of eight or one more. Its rows start as the eight floats at `from`, `from + step`, …: a bias
 * with step 0, C itself with step 32.
 *
 * A tile of C, five or four rows of eight, stays in registers. Each step of the loop takes one column of A and one
 * row of B:
 *
 *             b0  b1            5 × 2 accumulators, 2 of B and 5 of A: just over the 15 registers that V8 has on
 *        a0 │ c00 c01           x64. It gathers the loads of a loop's body at its head, so that an unrolled body or
 *        a1 │ c10 c11           a taller tile spills: without fused multiply-add, in Chromium 156 on an x64 core,
 *        …  │  …   …            6 × 8 reaches 25 GFLOP/s, 5 × 8 twice unrolled 31, and this 33.
 *        a4 │ c40 c41
 */
export function gemmPanel(
  a: usize,
  stride: usize,
  rows: i32,
  b: usize,
  chunks: i32,
  c: usize,
  from: usize,
  step: usize,
): void {
  // 5·fives + 4·fours = rows, with as few fours as possible: 4·4 ≡ 1 (mod 5).
  const fours = (4 * rows) % 5;
  const hop = stride - 32;
  for (let n = (rows - 4 * fours) / 5; n > 0; n--) {
    let c00 = v128.load(from);
    let c01 = v128.load(from, 16);
    from += step;
    let c10 = v128.load(from);
    let c11 = v128.load(from, 16);
    from += step;
    let c20 = v128.load(from);
    let c21 = v128.load(from, 16);
    from += step;
    let c30 = v128.load(from);
    let c31 = v128.load(from, 16);
    from += step;
    let c40 = v128.load(from);
    let c41 = v128.load(from, 16);
    from += step;
    let p = a;
    let q = b;
    for (let chunk = chunks; chunk > 0; chunk--) {
      for (let k = 0; k < 8; k++) {
        const b0 = v128.load(q);
        const b1 = v128.load(q, 16);
        const a0 = v128.load32_splat(p);
        c00 = madd(a0, b0, c00);
        c01 = madd(a0, b1, c01);
        const a1 = v128.load32_splat(p, 32);
        c10 = madd(a1, b0, c10);
        c11 = madd(a1, b1, c11);
        const a2 = v128.load32_splat(p, 64);
        c20 = madd(a2, b0, c20);
        c21 = madd(a2, b1, c21);
        const a3 = v128.load32_splat(p, 96);
        c30 = madd(a3, b0, c30);
        c31 = madd(a3, b1, c31);
        const a4 = v128.load32_splat(p, 128);
        c40 = madd(a4, b0, c40);
        c41 = madd(a4, b1, c41);
        p += 4;
        q += 32;
      }
      p += hop;
    }
    v128.store(c, c00);
    v128.store(c, c01, 16);
    v128.store(c, c10, 32);
    v128.store(c, c11, 48);
    v128.store(c, c20, 64);
    v128.store(c, c21, 80);
    v128.store(c, c30, 96);
    v128.store(c, c31, 112);
    v128.store(c, c40, 128);
    v128.store(c, c41, 144);
    a += 160;
    c += 160;
  }
  for (let n = fours; n > 0; n--) {
    let c00 = v128.load(from);
    let c01 = v128.load(from, 16);
    from += step;
    let c10 = v128.load(from);
    let c11 = v128.load(from, 16);
    from += step;
    let c20 = v128.load(from);
    let c21 = v128.load(from, 16);
    from += step;
    let c30 = v128.load(from);
    let c31 = v128.load(from, 16);
    from += step;
    let p = a;
    let q = b;
    for (let chunk = chunks; chunk > 0; chunk--) {
      for (let k = 0; k < 8; k++) {
        const b0 = v128.load(q);
        const b1 = v128.load(q, 16);
        const a0 = v128.load32_splat(p);
        c00 = madd(a0, b0, c00);
        c01 = madd(a0, b1, c01);
        const a1 = v128.load32_splat(p, 32);
        c10 = madd(a1, b0, c10);
        c11 = madd(a1, b1, c11);
        const a2 = v128.load32_splat(p, 64);
        c20 = madd(a2, b0, c20);
        c21 = madd(a2, b1, c21);
        const a3 = v128.load32_splat(p, 96);
        c30 = madd(a3, b0, c30);
        c31 = madd(a3, b1, c31);
        p += 4;
        q += 32;
      }
      p += hop;
    }
    v128.store(c, c00);
    v128.store(c, c01, 16);
    v128.store(c, c10, 32);
    v128.store(c, c11, 48);
    v128.store(c, c20, 64);
    v128.store(c, c21, 80);
    v128.store(c, c30, 96);
    v128.store(c, c31, 112);
    a += 128;
    c += 128;
  }
}
