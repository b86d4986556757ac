import { blockDepth } from './gemm';
import { list } from './lists';
import { layerAt, layerCount, padded, panelStride } from './memory';
import { multiplyListed, updateListed } from './sparse';
import { backwardPanel, deltaBelow, forwardPanel, listed, update } from './step';

/** The matrix products of one training step and nothing else, on whatever is in memory: for measurements. */
export function products(count: i32): void {
  const rows = padded(count);
  const stride = panelStride(rows);
  for (let i = 0, n = layerCount(); i < n; i++) {
    const layer = layerAt(i);
    const ins = layer.inputs >> 3;
    const outs = layer.outputs >> 3;
    if (i == 0 && listed) {
      list(layer.input, stride, rows, ins);
      multiplyListed(rows);
      updateListed(rows, false);
      continue;
    }
    for (let k = 0, depth = blockDepth(ins); k < ins; k += depth) {
      for (let p = 0; p < outs; p++) forwardPanel(layer, p, rows, stride, k, min(depth, ins - k));
    }
    for (let k = 0, depth = blockDepth(outs); i > 0 && k < outs; k += depth) {
      for (let q = 0; q < ins; q++) backwardPanel(layer, q, rows, stride, k, min(depth, outs - k), deltaBelow(i));
    }
    update(i, rows, false);
  }
}
