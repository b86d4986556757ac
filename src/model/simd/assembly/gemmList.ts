import { ends, offsets, ROW, values } from './memory';
import { madd } from './vector';

/** Where the list of a row begins. */
@inline
function beginOf(row: i32): usize {
  return row > 0 ? values + load<usize>(ends + 4 * <usize>(row - 1)) : values;
}

/**
 * Rows `row` to `end` of four panels of C = C₀ + A·B, where A is listed (lists.ts): what gemmPanel gives, to the bit, as
 * the products that count are added in the same order, and those that are left out are 0.
 *
 * A row of 32 stays in registers. Each step of the loop takes one entry of A and a row of B, of each of its panels a half
 * line of the cache.
 * @param b row 0 of the first panel of B; the others follow `next` bytes apart
 * @param c row `row` of the first panel of C; the others follow `hop` bytes apart
 * @param from row `row` of C₀, whose panels are `skip` bytes apart; it is the same for all rows
 */
export function gemmListQuad(
  row: i32,
  end: i32,
  b: usize,
  next: usize,
  c: usize,
  hop: usize,
  from: usize,
  skip: usize,
): void {
  const b1 = b + next;
  const b2 = b1 + next;
  const b3 = b2 + next;
  const apart = offsets - values;
  let at = beginOf(row);
  for (; row < end; row++) {
    const stop = values + load<usize>(ends + 4 * <usize>row);
    let c00 = v128.load(from);
    let c01 = v128.load(from, 16);
    let c10 = v128.load(from + skip);
    let c11 = v128.load(from + skip, 16);
    let c20 = v128.load(from + 2 * skip);
    let c21 = v128.load(from + 2 * skip, 16);
    let c30 = v128.load(from + 3 * skip);
    let c31 = v128.load(from + 3 * skip, 16);
    for (; at < stop; at += 4) {
      const a = v128.load32_splat(at);
      const offset = load<usize>(at + apart);
      c00 = madd(a, v128.load(b + offset), c00);
      c01 = madd(a, v128.load(b + offset, 16), c01);
      c10 = madd(a, v128.load(b1 + offset), c10);
      c11 = madd(a, v128.load(b1 + offset, 16), c11);
      c20 = madd(a, v128.load(b2 + offset), c20);
      c21 = madd(a, v128.load(b2 + offset, 16), c21);
      c30 = madd(a, v128.load(b3 + offset), c30);
      c31 = madd(a, v128.load(b3 + offset, 16), c31);
    }
    v128.store(c, c00);
    v128.store(c, c01, 16);
    v128.store(c + hop, c10);
    v128.store(c + hop, c11, 16);
    v128.store(c + 2 * hop, c20);
    v128.store(c + 2 * hop, c21, 16);
    v128.store(c + 3 * hop, c30);
    v128.store(c + 3 * hop, c31, 16);
    c += ROW;
  }
}

/** The same for one panel. */
export function gemmListPanel(row: i32, end: i32, b: usize, c: usize, from: usize): void {
  const apart = offsets - values;
  let at = beginOf(row);
  for (; row < end; row++) {
    const stop = values + load<usize>(ends + 4 * <usize>row);
    let c0 = v128.load(from);
    let c1 = v128.load(from, 16);
    for (; at < stop; at += 4) {
      const a = v128.load32_splat(at);
      const offset = load<usize>(at + apart);
      c0 = madd(a, v128.load(b + offset), c0);
      c1 = madd(a, v128.load(b + offset, 16), c1);
    }
    v128.store(c, c0);
    v128.store(c, c1, 16);
    c += ROW;
  }
}
