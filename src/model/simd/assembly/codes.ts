import {
  FULL,
  family,
  heads,
  hidden,
  ISOTROPIC,
  images,
  latent,
  layerAt,
  layerCount,
  noise,
  POINT,
  padded,
  panelStride,
  pixels,
  ROW,
  slotAt,
} from './memory';
import { forward, gatherBatch } from './step';
import { one, sigmoid, zero } from './vector';

/** Copies the first `size` columns of one slot of a row. @returns the end of the copy */
@inline
function copySlot(from: usize, to: usize, size: i32): usize {
  memory.copy(to, from, 4 * <usize>size);
  return to + 4 * <usize>size;
}

/**
 * Rows of the head, as the layout has them, into `heads`: of the data named by `indices`, or of the images numbered so in
 * `images`.
 */
export function encode(count: i32, resident: bool): void {
  const rows = padded(count);
  gatherBatch(count, resident, false, false);
  for (let i = 0; i <= hidden; i++) forward(i, rows, false);
  const stride = panelStride(rows);
  let from = layerAt(hidden).output;
  let to = heads;
  for (let row = 0; row < count; row++) {
    to = copySlot(from, to, latent);
    if (family != POINT) to = copySlot(from + slotAt(1, stride), to, family == ISOTROPIC ? 1 : latent);
    for (let i: i32 = 1; family == FULL && i < latent; i++) {
      for (let k = 0; k < i; k++) to = copySlot(from + slotAt(2 + k, stride) + 4 * <usize>i, to, 1);
    }
    from += ROW;
  }
}

/** What `decode` makes of the decoder's outputs: means in [0, 1] by one of two, or nothing. */
const SIGMOID: i32 = 0;
const CLAMP: i32 = 1;

/** The decoder's outputs for the codes in `noise` (count × d), through a link, into `images` (count × D, row-major). */
export function decode(count: i32, link: i32): void {
  const rows = padded(count);
  const stride = panelStride(rows);
  const code = layerAt(hidden + 1).input;
  memory.fill(code, 0, stride);
  for (let row = 0; row < count; row++) {
    memory.copy(code + <usize>row * ROW, noise + 4 * <usize>(row * latent), 4 * <usize>latent);
  }
  const last = layerCount() - 1;
  for (let i = hidden + 1; i <= last; i++) forward(i, rows, false);
  const output = layerAt(last).output;
  for (let p = 0, n = padded(pixels) >> 3; p < n; p++) {
    const panel = output + <usize>p * stride;
    const end = panel + <usize>count * ROW;
    if (link == SIGMOID) {
      for (let at = panel; at < end; at += 16) v128.store(at, sigmoid(v128.load(at)));
    } else if (link == CLAMP) {
      for (let at = panel; at < end; at += 16) v128.store(at, f32x4.pmin(f32x4.pmax(v128.load(at), zero()), one()));
    }
    const bytes = <usize>min(8, pixels - 8 * p) * 4;
    let to = images + <usize>p * ROW;
    for (let row = 0; row < count; row++) {
      memory.copy(to, panel + <usize>row * ROW, bytes);
      to += 4 * <usize>pixels;
    }
  }
}
