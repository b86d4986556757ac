import { ends, offsets, ROW, values } from './memory';
import { zero } from './vector';

/**
 * For every choice of four lanes, 32 bytes: which bytes of them are chosen, in their order, and how far each is from lane 0
 * where a lane is a row of a panel.
 */
const CHOICES: usize = memory.data(16 * 32, 32);

function fillChoices(): void {
  for (let choice = 0; choice < 16; choice++) {
    let to = CHOICES + 32 * <usize>choice;
    for (let lane = 0; lane < 4; lane++) {
      if (((choice >> lane) & 1) == 0) continue;
      store<i32>(to, 0x03020100 + 0x04040404 * lane);
      store<i32>(to, <i32>ROW * lane, 16);
      to += 4;
    }
  }
}
fillChoices();

/** Bytes of `from` by their numbers, which are below 16. */
@inline
function choose(from: v128, bytes: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? i8x16.relaxed_swizzle(from, bytes) : i8x16.swizzle(from, bytes);
}

/**
 * Lists what is not 0 in each of the first `rows` rows of a matrix in panels of eight columns, `stride` bytes apart.
 *
 * The lists lie one after another, in the order of the rows; `ends` has how many bytes of `values` each and all before it
 * have. An entry of column k is its value and, at the same place of `offsets`, where row k of a panel is from its row 0:
 * that of the other factor, by which the value is multiplied. No branch depends on what is listed: four lanes are sifted at
 * a time.
 */
export function list(matrix: usize, stride: usize, rows: i32, chunks: i32): void {
  const none = zero();
  const four = i32x4.splat(4 * <i32>ROW);
  const apart = offsets - values;
  let to = values;
  for (let row = 0; row < rows; row++) {
    let at = matrix + <usize>row * ROW;
    let offset = none;
    for (let chunk = chunks; chunk > 0; chunk--) {
      const low = v128.load(at);
      const first = i32x4.bitmask(f32x4.ne(low, none));
      const ofFirst = CHOICES + (<usize>first << 5);
      v128.store(to, choose(low, v128.load(ofFirst)));
      v128.store(to + apart, i32x4.add(offset, v128.load(ofFirst, 16)));
      to += <usize>popcnt<i32>(first) << 2;
      offset = i32x4.add(offset, four);
      const high = v128.load(at, 16);
      const second = i32x4.bitmask(f32x4.ne(high, none));
      const ofSecond = CHOICES + (<usize>second << 5);
      v128.store(to, choose(high, v128.load(ofSecond)));
      v128.store(to + apart, i32x4.add(offset, v128.load(ofSecond, 16)));
      to += <usize>popcnt<i32>(second) << 2;
      offset = i32x4.add(offset, four);
      at += stride;
    }
    store<usize>(ends + 4 * <usize>row, to - values);
  }
}
