import { madd } from './vector';

/**
 * Chunks of eight columns of A that are multiplied at once. 8 kB of B then stay in the first-level cache, with room
 * for the tile of A.
 */
const DEPTH: i32 = 32;

/**
 * One panel of C = init + A·B, the inner loop of everything.
 *
 * A, `rows` × 8·chunks, is in panels of eight columns, `stride` bytes apart; B is one panel of 8·chunks rows; C is
 * one panel of `rows` rows, each of which starts as the eight floats at `init`. `rows` is a multiple of eight.
 *
 * A tile of C, five or four rows of eight, stays in registers. Each step of the loop takes one column of A and one
 * row of B:
 *
 *             b0  b1            5 × 2 accumulators, 2 of B and at most 5 of A: just over the 15 registers that V8
 *        a0 │ c00 c01           has on x64. It gathers the loads of a loop's body at its head, so that a longer
 *        a1 │ c10 c11           body (unrolled) or a taller tile spills: 6 × 8 reaches 25 GFLOP/s and 5 × 8 twice
 *        …  │  …   …            unrolled 31, where this reaches 33 (without fused multiply-add).
 *        a4 │ c40 c41
 */
export function gemmPanel(a: usize, stride: usize, rows: i32, b: usize, chunks: i32, c: usize, init: usize): void {
  // Equal blocks: a short last one would be all overhead.
  const blocks = (chunks + DEPTH - 1) / DEPTH;
  const share = (chunks + blocks - 1) / blocks;
  let hop: usize = 0;
  while (chunks > 0) {
    const depth = min(chunks, share);
    gemmBlock(a, stride, rows, b, depth, c, init, hop);
    chunks -= depth;
    a += <usize>depth * stride;
    b += (<usize>depth) << 8;
    init = c;
    hop = 32;
  }
}

/** `gemmPanel` for one block of chunks. Rows start as the eight floats at `from`, `from + step`, … */
function gemmBlock(
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
