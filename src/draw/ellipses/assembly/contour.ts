// AssemblyScript, compiled by `npm run kernels`
/**
 * Adds the area inside one ellipse to an accumulation buffer, whose rows and columns are said here.
 *
 * A buffer row holds differences: its running sum from the left is the coverage of each pixel, in integer units. So an
 * ellipse costs what its contour costs, not its area, and integers make the sum exact: every row returns to precisely
 * zero behind the last ellipse, and the order of ellipses leaves no trace.
 *
 *      y0 ────────╲──────── four rows at a time, a row a lane: between its two y's the left arc goes from x0 to x1,
 *                  ╲        and the area right of it rises from 0 to T across the pixels lo … hi that it touches.
 *      y1 ──────────╲──────
 */

/** Columns of margin left and right of the picture, which take what lies beside it. */
export const MARGIN: i32 = 4;

/** Spans up to this many pixels touch at most three of them, and are added four rows at a time. */
const NARROW: f32 = 2;

/** Adding 1.5·2²³ leaves the nearest integer in the low bits of a float; good for |x| < 2²². */
const ROUND: f32 = 12582912;
const ROUND_BITS: i32 = 0x4b400000;

@inline
export function toInt(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, f32x4.splat(ROUND)), i32x4.splat(ROUND_BITS));
}

@inline
function clamp(x: v128, least: v128, most: v128): v128 {
  return f32x4.pmin(most, f32x4.pmax(least, x));
}

/** Room for four vectors on their way to `wideEdge`. */
const LANES: usize = memory.data(64, 16);

/** Bytes of a buffer row, and the first column behind which nothing is read. */
export let pitch: i32 = 0;
export let beyond: f32 = 0;

export function setRow(bytes: i32, lastColumn: f32): void {
  pitch = bytes;
  beyond = lastColumn;
}

/**
 * Adds `unit` × the area of the ellipse |((x − cx − shear·(y − cy)) / a, (y − cy) / b)| ≤ 1 in every pixel of the
 * rows 0 … rows−1.
 * @param plane address of the buffer's first row
 * @param cx in columns, with the margin
 */
export function contour(plane: usize, rows: f32, cx: f32, cy: f32, a: f32, b: f32, shear: f32, unit: f32): void {
  const top = max<f32>(cy - b, 0);
  const bottom = min<f32>(cy + b, rows);
  if (!(top < bottom)) return;
  // Arcs on which x is monotone; those of a small ellipse are halved, so that a chord spans 45° at most.
  if (b < 5) {
    const bend = b * <f32>Math.SQRT1_2;
    arc(plane, top, min(bottom, cy - bend), cx, cy, a, b, shear, unit);
    arc(plane, max(top, cy - bend), min(bottom, cy), cx, cy, a, b, shear, unit);
    arc(plane, max(top, cy), min(bottom, cy + bend), cx, cy, a, b, shear, unit);
    arc(plane, max(top, cy + bend), bottom, cx, cy, a, b, shear, unit);
  } else {
    arc(plane, top, min(bottom, cy), cx, cy, a, b, shear, unit);
    arc(plane, max(top, cy), bottom, cx, cy, a, b, shear, unit);
  }
}

function arc(plane: usize, from: f32, to: f32, cx: f32, cy: f32, a: f32, b: f32, shear: f32, unit: f32): void {
  if (!(from < to)) return;
  if (shear === 0) walk(false, plane, from, to, cx, cy, a, b, 0, unit);
  else walk(true, plane, from, to, cx, cy, a, b, shear, unit);
}

@inline
function walk(
  tilted: bool,
  plane: usize,
  from: f32,
  to: f32,
  cx: f32,
  cy: f32,
  a: f32,
  b: f32,
  shear: f32,
  unit: f32,
): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const last = f32x4.splat(to);
  const centre = f32x4.splat(cy);
  const middle = f32x4.splat(cx);
  const axis = f32x4.splat(a);
  const slope = f32x4.splat(shear);
  const units = f32x4.splat(unit);
  const perB = f32x4.splat(<f32>1 / b);
  const third = f32x4.splat((a * b) / 12);
  let row = floor(from);
  let line = f32x4.add(f32x4.splat(row), f32x4(0, 1, 2, 3));
  let address = plane + <i32>row * pitch;
  // Where the arc enters: the last lane of what comes before.
  let y = f32x4.splat(from);
  let v = f32x4.mul(f32x4.sub(y, centre), perB);
  let u = f32x4.sqrt(f32x4.pmax(zero, f32x4.sub(one, f32x4.mul(v, v))));
  let left = f32x4.sub(middle, f32x4.mul(axis, u));
  let right = f32x4.add(middle, f32x4.mul(axis, u));
  if (tilted) {
    const s = f32x4.mul(slope, f32x4.sub(y, centre));
    left = f32x4.add(left, s);
    right = f32x4.add(right, s);
  }
  let before = i32x4.replace_lane(
    i32x4.splat(0),
    0,
    i32x4.extract_lane(toInt(f32x4.mul(units, f32x4.sub(y, line))), 0),
  );
  for (; row < to; row += 4, address += pitch << 2) {
    // Each lane's part of its row; a row behind the arc's end has none.
    const y1 = f32x4.pmin(last, f32x4.add(line, one));
    const covered = i32x4.sub(toInt(f32x4.mul(units, f32x4.pmax(zero, f32x4.sub(y1, line)))), before);
    before = i32x4.splat(0);
    line = f32x4.add(line, f32x4.splat(4));
    const dy = f32x4.sub(y1, v128.shuffle<i32>(y, y1, 3, 4, 5, 6));
    const v1 = f32x4.mul(f32x4.sub(y1, centre), perB);
    const u1 = f32x4.sqrt(f32x4.pmax(zero, f32x4.sub(one, f32x4.mul(v1, v1))));
    // Area between chord and arc, by the sine of the angle between their ends, as a mean shift outwards:
    // ab/2·(asin c − c) / dy.
    const c = f32x4.sub(
      f32x4.mul(v128.shuffle<i32>(u, u1, 3, 4, 5, 6), v1),
      f32x4.mul(u1, v128.shuffle<i32>(v, v1, 3, 4, 5, 6)),
    );
    const cc = f32x4.mul(c, c);
    const series = f32x4.add(one, f32x4.mul(cc, f32x4.add(f32x4.splat(0.45), f32x4.mul(cc, f32x4.splat(0.27)))));
    const bow = f32x4.div(f32x4.mul(f32x4.mul(third, f32x4.mul(c, cc)), series), f32x4.add(dy, f32x4.splat(1e-9)));
    const h = f32x4.mul(axis, u1);
    let left1 = f32x4.sub(middle, h);
    let right1 = f32x4.add(middle, h);
    if (tilted) {
      const s = f32x4.mul(slope, f32x4.sub(y1, centre));
      left1 = f32x4.add(left1, s);
      right1 = f32x4.add(right1, s);
    }
    edges(address, v128.shuffle<i32>(left, left1, 3, 4, 5, 6), left1, bow, covered);
    edges(address, v128.shuffle<i32>(right, right1, 3, 4, 5, 6), right1, f32x4.neg(bow), i32x4.neg(covered));
    y = y1;
    v = v1;
    u = u1;
    left = left1;
    right = right1;
  }
}

/**
 * Adds to four rows what lies right of an edge from x0 to x1 that bows to the left by `bow` on average.
 * Right of lo, the area left of column x is T·(x − mean) + T·(hi − x)²₊ / 2w: at three column boundaries this gives the
 * cover of three pixels, and its second differences are what the buffer takes.
 */
@inline
function edges(address: usize, x0: v128, x1: v128, bow: v128, covered: v128): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const most = f32x4.splat(beyond);
  let lo = f32x4.pmin(x0, x1);
  let hi = f32x4.pmax(x0, x1);
  const w = f32x4.sub(hi, lo);
  const wide = f32x4.gt(w, f32x4.splat(NARROW));
  if (v128.any_true(wide)) {
    wideEdges(address, lo, hi, bow, covered, i32x4.bitmask(wide));
    covered = v128.andnot(covered, wide);
  }
  lo = clamp(f32x4.sub(lo, bow), zero, most);
  hi = clamp(f32x4.sub(hi, bow), zero, most);
  const column = f32x4.floor(lo);
  const total = f32x4.convert_i32x4_s(covered);
  const before = toInt(f32x4.mul(total, f32x4.sub(f32x4.mul(f32x4.splat(0.5), f32x4.add(lo, hi)), column)));
  const over1 = f32x4.pmax(zero, f32x4.sub(f32x4.sub(hi, column), one));
  const over2 = f32x4.pmax(zero, f32x4.sub(over1, one));
  const perW = f32x4.div(total, f32x4.add(f32x4.add(w, w), f32x4.splat(1e-9)));
  const corner1 = toInt(f32x4.mul(f32x4.mul(over1, over1), perW));
  const corner2 = toInt(f32x4.mul(f32x4.mul(over2, over2), perW));
  const bend = i32x4.sub(corner1, corner2);
  // Four differences a lane → a vector of four columns a row.
  const step1 = i32x4.add(i32x4.sub(covered, before), corner1);
  const step2 = i32x4.sub(i32x4.sub(before, corner1), bend);
  const step3 = i32x4.sub(bend, corner2);
  const low12 = v128.shuffle<i32>(step1, step2, 0, 4, 1, 5);
  const low34 = v128.shuffle<i32>(step3, corner2, 0, 4, 1, 5);
  const high12 = v128.shuffle<i32>(step1, step2, 2, 6, 3, 7);
  const high34 = v128.shuffle<i32>(step3, corner2, 2, 6, 3, 7);
  const bytes = i32x4.shl(toInt(column), 2);
  add(address + i32x4.extract_lane(bytes, 0), v128.shuffle<i64>(low12, low34, 0, 2));
  add(address + pitch + i32x4.extract_lane(bytes, 1), v128.shuffle<i64>(low12, low34, 1, 3));
  add(address + (pitch << 1) + i32x4.extract_lane(bytes, 2), v128.shuffle<i64>(high12, high34, 0, 2));
  add(address + pitch * 3 + i32x4.extract_lane(bytes, 3), v128.shuffle<i64>(high12, high34, 1, 3));
}

@inline
function areaTo(x: v128, lo: v128, hi: v128, perW: v128, square: v128, cube: v128): v128 {
  const t = clamp(f32x4.mul(f32x4.sub(x, lo), perW), f32x4.splat(0), f32x4.splat(1));
  const bent = f32x4.mul(f32x4.mul(t, t), f32x4.add(square, f32x4.mul(cube, t)));
  return f32x4.add(bent, f32x4.pmax(f32x4.splat(0), f32x4.sub(x, hi)));
}

@inline
function add(address: usize, values: v128): void {
  v128.store(address, i32x4.add(v128.load(address), values));
}

/** The lanes of `edges` in `mask`, which are wider than its columns, one by one. */
function wideEdges(address: usize, lo: v128, hi: v128, bow: v128, covered: v128, mask: i32): void {
  v128.store(LANES, lo);
  v128.store(LANES, hi, 16);
  v128.store(LANES, bow, 32);
  v128.store(LANES, covered, 48);
  for (; mask; mask &= mask - 1) {
    const lane = ctz(mask);
    const at = LANES + (lane << 2);
    wideEdge(address + lane * pitch, load<f32>(at), load<f32>(at, 16), load<f32>(at, 32), load<i32>(at, 48));
  }
}

/**
 * One row of an edge of any width, four columns at a time. Across the span lo … hi the covered share of the row is
 * t + k·t·(1 − t), which is exact for a chord (k = 0) and at a pole (k = 1); its integral from lo is
 * w·t²·((1 + k)/2 − k·t/3).
 */
function wideEdge(address: usize, lo: f32, hi: f32, bow: f32, covered: i32): void {
  if (covered === 0 || lo >= beyond) return;
  const w = hi - lo;
  const k = min<f32>(max<f32>((bow * 6) / w, -1.2), 1.2);
  const shift = bow - k * w * <f32>0.16666667;
  lo -= shift;
  hi -= shift;
  const perW = f32x4.splat(<f32>1 / w);
  const square = f32x4.splat(<f32>0.5 * (1 + k) * w);
  const cube = f32x4.splat(<f32>-0.33333334 * k * w);
  const lows = f32x4.splat(lo);
  const highs = f32x4.splat(hi);
  const total = f32x4.splat(<f32>covered);
  const end = min<f32>(hi, beyond);
  let column = floor(max<f32>(lo, 0));
  let at = address + ((<usize>column) << 2);
  let right = f32x4.add(f32x4.splat(column), f32x4(1, 2, 3, 4));
  let area = f32x4.splat(0);
  if (lo < 0) area = areaTo(area, lows, highs, perW, square, cube);
  let before = i32x4.splat(0);
  for (;;) {
    const areas = areaTo(right, lows, highs, perW, square, cube);
    const cover = toInt(f32x4.mul(total, f32x4.sub(areas, v128.shuffle<i32>(area, areas, 3, 4, 5, 6))));
    add(at, i32x4.sub(cover, v128.shuffle<i32>(before, cover, 3, 4, 5, 6)));
    before = cover;
    area = areas;
    column += 4;
    at += 16;
    if (column >= end) break;
    right = f32x4.add(right, f32x4.splat(4));
  }
  // Behind the last of these columns the row is covered whole.
  const rest = covered - i32x4.extract_lane(before, 3);
  store<i32>(at, load<i32>(at) + rest);
}
