import { drawFour } from './draw';
import {
  BLOCK,
  data,
  drawn,
  images,
  indices,
  layerAt,
  padded,
  panelStride,
  pixelBytes,
  pixels,
  places,
  ROW,
  sources,
} from './memory';
import { constant, madd } from './vector';

/** Transposes four rows of four floats, 32 bytes apart, from `from` to `to`. */
@inline
function transpose4(from: usize, to: usize): void {
  const r0 = v128.load(from);
  const r1 = v128.load(from, 32);
  const r2 = v128.load(from, 64);
  const r3 = v128.load(from, 96);
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
  const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
  const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
  v128.store(to, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7), 32);
  v128.store(to, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), 64);
  v128.store(to, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7), 96);
}

/** Transposes an 8 × 8 block of a panel. */
export function transposeBlock(from: usize, to: usize): void {
  transpose4(from, to);
  transpose4(from + 16, to + 128);
  transpose4(from + 128, to + 16);
  transpose4(from + 144, to + 144);
}

/** Panel `index` of eight columns of a matrix of `rows` (`from`) into a transposed matrix of `columns` rows (`to`). */
export function transposePanel(from: usize, rows: i32, index: i32, columns: i32, to: usize): void {
  const hop = panelStride(columns);
  to += <usize>index * BLOCK;
  for (let row = 0; row < rows; row += 8) {
    transposeBlock(from, to);
    from += BLOCK;
    to += hop;
  }
}

/** k/255 for four bytes k, correctly rounded: the product with the first part of 1/255, of 16 bits, is exact. */
@inline
function share(k: v128): v128 {
  return madd(k, constant(31), f32x4.mul(k, constant(32)));
}

/** Eight pixels of an image as floats. Bytes are k/255, correctly rounded. */
@inline
function copyEight(from: usize, to: usize, bytes: bool): void {
  if (bytes) {
    const wide = v128.load_ext<u8>(from);
    const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(wide));
    const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(wide));
    v128.store(to, share(low));
    v128.store(to, share(high), 16);
  } else {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
  }
}

/** Fewer than eight pixels of an image, and zeros after them. */
function copyRest(from: usize, to: usize, rest: i32, bytes: bool): void {
  for (let i = 0; i < 8; i++) {
    let value: f32 = 0;
    if (i < rest) value = bytes ? <f32>load<u8>(from + i) / 255 : load<f32>(from + 4 * i);
    store<f32>(to + 4 * i, value);
  }
}

/** Puts draws in the place of an 8 × 8 block of intensities: `pixel` on of eight images. */
function drawBlock(at: usize, pixel: i32, key: i32): void {
  for (let r: usize = 0; r < 8; r++) {
    const place = load<i32>(places + 4 * r) + pixel;
    v128.store(at, drawFour(v128.load(at), place, key));
    v128.store(at, drawFour(v128.load(at, 16), place + 4, key), 16);
    at += ROW;
  }
}

/**
 * Gathers the images named by `indices` into the first layer's input, eight at a time, and their transpose.
 * Rows after the last image repeat the first of their eight: their δ is zero.
 * @param resident from the data; else from `images`
 * @param draws whether those of the data are drawn of their intensities, with the key (draw.ts)
 */
export function gather(count: i32, resident: bool, training: bool, draws: bool, key: i32): void {
  const layer = layerAt(0);
  const rows = padded(count);
  const stride = panelStride(rows);
  const bytes = resident && pixelBytes == 1;
  const size: usize = bytes ? 1 : 4;
  const base = resident ? (draws ? drawn : data) : images;
  const whole = pixels >> 3;
  const rest = pixels & 7;
  for (let row = 0; row < rows; row += 8) {
    let transposed = layer.transposed + <usize>(row >> 3) * panelStride(layer.inputs);
    for (let r = 0; r < 8; r++) {
      const image = load<u32>(indices + 4 * <usize>(row + r < count ? row + r : row));
      store<usize>(sources + 4 * r, base + <usize>image * <usize>pixels * size);
      store<i32>(places + 4 * r, image * pixels);
    }
    let to = layer.input + <usize>row * ROW;
    let at: usize = 0;
    for (let chunk = 0; chunk < whole; chunk++) {
      if (bytes) {
        for (let r: usize = 0; r < 8; r++) copyEight(load<usize>(sources + 4 * r) + at, to + ROW * r, true);
      } else {
        for (let r: usize = 0; r < 8; r++) copyEight(load<usize>(sources + 4 * r) + at, to + ROW * r, false);
      }
      if (draws) drawBlock(to, 8 * chunk, key);
      if (training) transposeBlock(to, transposed);
      transposed += BLOCK;
      to += stride;
      at += 8 * size;
    }
    if (rest > 0) {
      for (let r: usize = 0; r < 8; r++) copyRest(load<usize>(sources + 4 * r) + at, to + ROW * r, rest, bytes);
      if (draws) drawBlock(to, 8 * whole, key);
      if (training) transposeBlock(to, transposed);
    }
  }
}
