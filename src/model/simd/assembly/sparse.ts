/** The first layer where most pixels are 0: its products pass over them. */

import { adam } from './adam';
import { gemmListPanel, gemmListQuad } from './gemmList';
import { list } from './lists';
import { gradient, layerAt, panelStride, ROW, starts, zeros } from './memory';
import { madd, zero } from './vector';

/**
 * What the rows of a panel of x·W + b start from: the bias, and NaN in the columns where a weight is no finite number. Dense
 * products have it from 0 · ∞; these must not miss a model that has diverged because the pixel is black.
 */
function startPanel(w: usize, inputs: i32, to: usize): void {
  const none = zero();
  let c00 = none;
  let c01 = none;
  let c10 = none;
  let c11 = none;
  let c20 = none;
  let c21 = none;
  let c30 = none;
  let c31 = none;
  for (const end = w + <usize>inputs * ROW; w < end; w += 4 * ROW) {
    c00 = madd(v128.load(w), none, c00);
    c01 = madd(v128.load(w, 16), none, c01);
    c10 = madd(v128.load(w, 32), none, c10);
    c11 = madd(v128.load(w, 48), none, c11);
    c20 = madd(v128.load(w, 64), none, c20);
    c21 = madd(v128.load(w, 80), none, c21);
    c30 = madd(v128.load(w, 96), none, c30);
    c31 = madd(v128.load(w, 112), none, c31);
  }
  v128.store(to, f32x4.add(v128.load(w), f32x4.add(f32x4.add(c00, c10), f32x4.add(c20, c30))));
  v128.store(to, f32x4.add(v128.load(w, 16), f32x4.add(f32x4.add(c01, c11), f32x4.add(c21, c31))), 16);
}

/** y = x·W + b of the first layer, whose x is listed. */
export function multiplyListed(rows: i32): void {
  const layer = layerAt(0);
  const stride = panelStride(rows);
  const next = layer.panel;
  let w = layer.weights;
  let y = layer.output;
  let left = layer.outputs >> 3;
  for (; left >= 4; left -= 4) {
    for (let p: usize = 0; p < 4; p++) startPanel(w + p * next, layer.inputs, starts + p * ROW);
    gemmListQuad(0, rows, w, next, y, stride, starts, ROW);
    w += 4 * next;
    y += 4 * stride;
  }
  for (; left > 0; left--) {
    startPanel(w, layer.inputs, starts);
    gemmListPanel(0, rows, w, y, starts);
    w += next;
    y += stride;
  }
}

/** Rows of W whose gradients are followed by their Adam step: few, so that it runs beside the products of the next. */
const AT_ONCE: i32 = 2;

/** The gradient of the first layer's W and b, (x, 1)ᵀ·δ, with xᵀ listed, and its Adam step if it `moves`. */
export function updateListed(rows: i32, moves: bool): void {
  const layer = layerAt(0);
  const stride = panelStride(rows);
  const height = layer.inputs + 1;
  list(layer.transposed, panelStride(layer.inputs), height, rows >> 3);
  let delta = layer.delta;
  let at: usize = 0;
  for (let left = layer.outputs >> 3; left > 0; ) {
    const panels = left >= 4 ? 4 : 1;
    for (let row = 0; row < height; row += AT_ONCE) {
      const end = min(row + AT_ONCE, height);
      if (panels == 4) gemmListQuad(row, end, delta, stride, gradient, <usize>AT_ONCE * ROW, zeros, 0);
      else gemmListPanel(row, end, delta, gradient, zeros);
      for (let p: usize = 0; moves && p < <usize>panels; p++) {
        adam(layer, at + p * layer.panel + <usize>row * ROW, gradient + p * <usize>AT_ONCE * ROW, end - row);
      }
    }
    at += <usize>panels * layer.panel;
    delta += <usize>panels * stride;
    left -= panels;
  }
}
