// AssemblyScript, compiled by `npm run kernels`
/** From accumulated differences to pixels, four at a time. */
import { MARGIN, toInt } from './contour';

/** Bit of a tile's mask for the plane of dots; the classes have the bits below. */
export const DOTS: u32 = 0x80000000;

let colours: usize = 0;
let perUnit: f32 = 1;
let inkRed: f32 = 0;
let inkGreen: f32 = 0;
let inkBlue: f32 = 0;
let shade: f32 = 0;
/** Of pixels without ink: zero where the picture is transparent, else the opaque colour that it lies on. */
export let blank: u32 = 0;

/**
 * @param palette address of three floats a class: red, green, blue, 0 … 255
 * @param paper an opaque pixel of what the picture lies on; 0 for a transparent picture
 */
export function setTone(
  palette: usize,
  densityPerUnit: f32,
  red: f32,
  green: f32,
  blue: f32,
  share: f32,
  paper: u32,
): void {
  colours = palette;
  perUnit = densityPerUnit;
  inkRed = red;
  inkGreen = green;
  inkBlue = blue;
  shade = share;
  blank = paper;
}

/** The running sum of four differences after `carry`, which is moved on; the differences are taken out. */
@inline
function sums(at: usize, carry: usize): v128 {
  const zero = i32x4.splat(0);
  let d = v128.load(at);
  v128.store(at, zero);
  d = i32x4.add(d, v128.shuffle<i32>(zero, d, 3, 4, 5, 6));
  d = i32x4.add(d, v128.shuffle<i32>(zero, d, 2, 3, 4, 5));
  d = i32x4.add(d, v128.load32_splat(carry));
  store<i32>(carry, i32x4.extract_lane(d, 3));
  return d;
}

/**
 * One row of a tile.
 * @param row address of the row in the first plane, planeBytes apart from the next class's
 * @param carries address of the row's running sums, a class after the other, the dots' last of 32
 * @param mask which planes have ink here
 * @param from first column, with the margin; a multiple of 4
 * @param pixels address of the row in the picture
 */
export function toneRow(
  row: usize,
  planeBytes: usize,
  dots: usize,
  carries: usize,
  mask: u32,
  from: i32,
  to: i32,
  pixels: usize,
): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const classes = mask & ~DOTS;
  const scale = f32x4.splat(perUnit);
  const empty = i32x4.splat(blank);
  if (from === 0) {
    // The margin is no part of the picture, but its sums run on into it.
    for (let rest = classes; rest; rest &= rest - 1) {
      const c = <usize>ctz(rest);
      sums(row + c * planeBytes, carries + (c << 2));
    }
    if (mask & DOTS) sums(dots, carries + (31 << 2));
    from = MARGIN;
  }
  for (let x = from; x < to; x += 4) {
    const column = (<usize>x) << 2;
    let density = zero;
    let weight = zero;
    let red = zero;
    let green = zero;
    let blue = zero;
    for (let rest = classes; rest; rest &= rest - 1) {
      const c = <usize>ctz(rest);
      const f = f32x4.mul(scale, f32x4.convert_i32x4_s(sums(row + c * planeBytes + column, carries + (c << 2))));
      const colour = colours + c * 12;
      // Squares favour the class that dominates: a plain mean of many hues is grey.
      const w = f32x4.mul(f, f);
      density = f32x4.add(density, f);
      weight = f32x4.add(weight, w);
      red = f32x4.add(red, f32x4.mul(w, v128.load32_splat(colour)));
      green = f32x4.add(green, f32x4.mul(w, v128.load32_splat(colour, 4)));
      blue = f32x4.add(blue, f32x4.mul(w, v128.load32_splat(colour, 8)));
    }
    const dot = mask & DOTS ? sums(dots + column, carries + (31 << 2)) : zero;
    const at = pixels + column - (MARGIN << 2);
    if (!v128.any_true(v128.or(density, dot))) {
      v128.store(at, empty);
      continue;
    }
    const perWeight = f32x4.div(one, f32x4.add(weight, f32x4.splat(1e-30)));
    red = f32x4.mul(red, perWeight);
    green = f32x4.mul(green, perWeight);
    blue = f32x4.mul(blue, perWeight);
    let clear = f32x4.div(one, f32x4.sqrt(f32x4.add(one, f32x4.pmax(zero, f32x4.add(density, density)))));
    if (v128.any_true(dot)) {
      const f = f32x4.mul(scale, f32x4.convert_i32x4_s(dot));
      let t = f32x4.div(one, f32x4.add(one, f32x4.pmax(zero, f)));
      t = f32x4.mul(t, t);
      clear = f32x4.mul(clear, t);
      const m = f32x4.mul(f32x4.splat(shade), f32x4.sub(one, t));
      red = f32x4.add(red, f32x4.mul(m, f32x4.sub(f32x4.splat(inkRed), red)));
      green = f32x4.add(green, f32x4.mul(m, f32x4.sub(f32x4.splat(inkGreen), green)));
      blue = f32x4.add(blue, f32x4.mul(m, f32x4.sub(f32x4.splat(inkBlue), blue)));
    }
    let alpha = toInt(f32x4.mul(f32x4.splat(255), f32x4.sub(one, clear)));
    if (blank) {
      red = f32x4.add(red, f32x4.mul(clear, f32x4.sub(f32x4.splat(<f32>(blank & 255)), red)));
      green = f32x4.add(green, f32x4.mul(clear, f32x4.sub(f32x4.splat(<f32>((blank >> 8) & 255)), green)));
      blue = f32x4.add(blue, f32x4.mul(clear, f32x4.sub(f32x4.splat(<f32>((blank >> 16) & 255)), blue)));
      alpha = i32x4.splat(255);
    }
    v128.store(
      at,
      v128.or(
        v128.or(toInt(red), i32x4.shl(toInt(green), 8)),
        v128.or(i32x4.shl(toInt(blue), 16), i32x4.shl(alpha, 24)),
      ),
    );
  }
}
