import { activate, deactivate } from './activations';
import { adam, setPace, settle as settleMoments } from './adam';
import { blockDepth, gemmPanel } from './gemm';
import { sample, unsample } from './latent';
import { list } from './lists';
import { reconstruct } from './loss';
import {
  activation,
  BLOCK,
  codeDelta,
  gradient,
  hidden,
  Layer,
  layerAt,
  layerCount,
  padded,
  panelStride,
  pixels,
  ROW,
  sparseData,
  sparseDraws,
  turned,
  zeros,
} from './memory';
import { gather, transposeBlock, transposePanel } from './panels';
import { regularise } from './regulariser';
import { multiplyListed, updateListed } from './sparse';

/** Sums over the images of the last forward pass, in nats; of R each image's mean over its samples. */
export let lastReconstruction: f64 = 0;
export let lastRegulariser: f64 = 0;
/** Sums over training steps of the means over their batches. */
export let sumReconstruction: f64 = 0;
export let sumRegulariser: f64 = 0;
export let sumTotal: f64 = 0;
export let steps: i32 = 0;

// What may change from call to call; see Hyper in engine.ts.
let likelihood: i32 = 0;
let simple: bool = false;
let beta: f64 = 1;
let noiseScale: f32 = 1;
let weight: f64 = 1;
let constant: f64 = 0;
let excess: f64 = 0;
let draws: bool = false;
let drawKey: i32 = 0;

/**
 * @param kind 0 Bernoulli; all others have a squared error
 * @param w weight of the squared error: 1, or of a Gaussian 1/(2σ̃²)
 * @param c what R has besides, an image: of a Gaussian ½ ln(2πσ̃²) a pixel
 * @param e what K has besides, an image: see `klConstant` in math/posterior.ts
 * @param isDrawn whether images are drawn of their intensities, with the key
 */
export function setHyper(
  kind: i32,
  w: f64,
  c: f64,
  simpleRegulariser: bool,
  e: f64,
  b: f64,
  s: f64,
  isDrawn: bool,
  key: i32,
): void {
  likelihood = kind;
  simple = simpleRegulariser;
  beta = b;
  noiseScale = <f32>s;
  weight = w;
  constant = c;
  excess = e;
  draws = isDrawn;
  drawKey = key;
}

export function clearLosses(): void {
  sumReconstruction = 0;
  sumRegulariser = 0;
  sumTotal = 0;
  steps = 0;
}

/** Whether the images of the batch are listed, so that products of the first layer pass over the pixels that are 0. */
export let listed: bool = false;

/** Gathers the images named by `indices`, of which those of the data are drawn anew where the settings say so. */
export function gatherBatch(count: i32, resident: bool, training: bool, drawn: bool): void {
  gather(count, resident, training, drawn, drawKey);
  const layer = layerAt(0);
  const rows = padded(count);
  listed = resident && (drawn ? sparseDraws : sparseData);
  if (listed) list(layer.input, panelStride(rows), rows, layer.inputs >> 3);
}

@inline
function isHidden(index: i32): bool {
  return index != hidden && index != layerCount() - 1;
}

/** Chunks `k` to `k + depth` of the sum of panel `p` of layer `index`'s output. */
@inline
export function forwardPanel(layer: Layer, p: i32, rows: i32, stride: usize, k: i32, depth: i32): void {
  const w = layer.weights + <usize>p * layer.panel;
  const y = layer.output + <usize>p * stride;
  const from = k > 0 ? y : w + <usize>layer.inputs * ROW;
  const x = layer.input + <usize>k * stride;
  gemmPanel(x, stride, rows, w + <usize>k * BLOCK, depth, y, from, k > 0 ? ROW : 0);
}

/**
 * One layer, with its activation if it is hidden; while training also the transpose for the next layer's weights.
 * All panels take their part of one block of x, which stays in the second-level cache, before the next block.
 */
export function forward(index: i32, rows: i32, training: bool): void {
  const layer = layerAt(index);
  const stride = panelStride(rows);
  const chunks = layer.inputs >> 3;
  const depth = blockDepth(chunks);
  const panels = layer.outputs >> 3;
  if (index == 0 && listed) {
    multiplyListed(rows);
    for (let p = 0; p < panels; p++) finishPanel(index, p, rows, stride, training);
    return;
  }
  for (let k = 0; k < chunks; k += depth) {
    for (let p = 0; p < panels; p++) {
      forwardPanel(layer, p, rows, stride, k, min(depth, chunks - k));
      if (k + depth >= chunks) finishPanel(index, p, rows, stride, training);
    }
  }
}

/** What follows the product of a hidden layer's panel: its activation, and its transpose while training. */
@inline
function finishPanel(index: i32, p: i32, rows: i32, stride: usize, training: bool): void {
  if (!isHidden(index)) return;
  const layer = layerAt(index);
  const y = layer.output + <usize>p * stride;
  activate(activation, y, layer.slope + <usize>p * stride, rows);
  if (training) transposePanel(y, rows, p, layer.outputs, layerAt(index + 1).transposed);
}

/**
 * The output layer, each panel followed by the loss of each sample, which leaves δ in its place.
 * @returns the sum over the images of R's mean over their samples
 */
function outputLoss(count: i32, samples: i32): f64 {
  const layer = layerAt(layerCount() - 1);
  const x = layerAt(0).input;
  const codes = count * samples;
  const rows = padded(codes);
  const stride = panelStride(rows);
  const imageStride = panelStride(padded(count));
  const chunks = layer.inputs >> 3;
  const depth = blockDepth(chunks);
  const share = 1 / <f64>codes;
  let loss: f64 = constant * <f64>codes;
  for (let k = 0; k < chunks; k += depth) {
    for (let p = 0, n = layer.outputs >> 3; p < n; p++) {
      forwardPanel(layer, p, rows, stride, k, min(depth, chunks - k));
      if (k + depth < chunks) continue;
      const images = x + <usize>p * imageStride;
      let y = layer.output + <usize>p * stride;
      for (let sample = 0; sample < samples; sample++) {
        loss += reconstruct(likelihood, y, images, count, pixels - 8 * p, weight, share);
        y += <usize>count * ROW;
      }
      memory.fill(y, 0, <usize>(rows - codes) * ROW);
    }
  }
  return loss / <f64>samples;
}

/** Rows of the input and the output of a layer: images, or codes. */
@inline
function rowsOf(index: i32, count: i32, samples: i32): i32 {
  return padded(index > hidden ? count * samples : count);
}

/** The whole way from the images named by `indices` to the loss, with δ of the output and of the head's regulariser. */
function pass(count: i32, samples: i32, training: bool): void {
  const images = padded(count);
  const codes = padded(count * samples);
  gatherBatch(count, true, training, draws);
  for (let i = 0; i <= hidden; i++) forward(i, images, training);
  lastRegulariser = excess * <f64>count + regularise(count, images, simple, <f32>(beta / <f64>count));
  sample(count, samples, noiseScale);
  if (training) transposePanel(layerAt(hidden + 1).input, codes, 0, 8, layerAt(hidden + 1).transposed);
  for (let i = hidden + 1, last = layerCount() - 1; i < last; i++) forward(i, codes, training);
  lastReconstruction = outputLoss(count, samples);
}

/** Chunks `k` to `k + depth` of panel `q` of ∂L/∂x = δ·Wᵀ, from the part of Wᵀ in `turned`. */
@inline
export function backwardPanel(layer: Layer, q: i32, rows: i32, stride: usize, k: i32, depth: i32, to: usize): void {
  const c = to + <usize>q * stride;
  gemmPanel(layer.delta + <usize>k * stride, stride, rows, turned, depth, c, k > 0 ? c : zeros, k > 0 ? ROW : 0);
}

/** Where ∂L/∂x of layer `index` goes: into the δ of the layer below, or of the code. */
@inline
export function deltaBelow(index: i32): usize {
  return index - 1 == hidden ? codeDelta : layerAt(index - 1).delta;
}

/** ∂L/∂x of one layer, a panel of Wᵀ at a time, times the derivative of the layer below. */
function backward(index: i32, rows: i32): void {
  const layer = layerAt(index);
  const stride = panelStride(rows);
  const chunks = layer.outputs >> 3;
  const depth = blockDepth(chunks);
  const curved = isHidden(index - 1);
  const to = deltaBelow(index);
  for (let k = 0; k < chunks; k += depth) {
    const size = min(depth, chunks - k);
    for (let q = 0, n = layer.inputs >> 3; q < n; q++) {
      let block = layer.weights + <usize>k * layer.panel + <usize>q * BLOCK;
      for (let p = 0; p < size; p++) {
        transposeBlock(block, turned + <usize>p * BLOCK);
        block += layer.panel;
      }
      backwardPanel(layer, q, rows, stride, k, size, to);
      if (!curved || k + depth < chunks) continue;
      const at = <usize>q * stride;
      deactivate(activation, to + at, layer.input + at, layerAt(index - 1).slope + at, rows);
    }
  }
}

/** Most inputs whose weights' gradients are taken at once, so that their part of xᵀ stays in the second-level cache. */
const HEIGHT: i32 = 256;

/** Rows `row` to `row + height` of panel `p` of ∂L/∂(W, b) = (x, 1)ᵀ·δ, into `gradient`. */
@inline
function gradientTile(layer: Layer, p: i32, rows: i32, row: i32, height: i32): void {
  const hop = panelStride(layer.inputs);
  const chunks = rows >> 3;
  const depth = blockDepth(chunks);
  for (let k = 0; k < chunks; k += depth) {
    const x = layer.transposed + <usize>k * hop + <usize>row * ROW;
    const delta = layer.delta + <usize>p * panelStride(rows) + <usize>k * BLOCK;
    gemmPanel(x, hop, height, delta, min(depth, chunks - k), gradient, k > 0 ? gradient : zeros, k > 0 ? ROW : 0);
  }
}

/**
 * The gradient of one layer's W and b, a tile of gemmPanel at a time, each followed by its Adam step, if it `moves`: so the
 * processor, which waits for the divider then, begins with the products of the next tile.
 */
export function update(index: i32, rows: i32, moves: bool): void {
  const layer = layerAt(index);
  for (let block = 0; block < layer.inputs; block += HEIGHT) {
    // The last row of all is the bias.
    const last = block + HEIGHT >= layer.inputs;
    const end = last ? layer.inputs + 1 : block + HEIGHT;
    for (let p = 0, n = layer.outputs >> 3; p < n; p++) {
      for (let row = block; row < end; ) {
        const left = end - row;
        const height = left % 5 == 0 || left > 16 ? 5 : 4;
        gradientTile(layer, p, rows, row, height);
        if (moves) adam(layer, <usize>p * layer.panel + <usize>row * ROW, gradient, height);
        row += height;
      }
    }
  }
}

/** Brings moments that are next to nothing to 0; see `settle` in adam.ts. */
export function settle(): void {
  for (let i = 0, n = layerCount(); i < n; i++) {
    const layer = layerAt(i);
    const bytes = layer.panel * (<usize>layer.outputs >> 3);
    settleMoments(layer.first, bytes);
    settleMoments(layer.second, bytes);
  }
}

/**
 * One training step on the mean loss of the batch in `indices` with the noise in `noise`, samples × count × d.
 * @param rate learning rate / (1 − β₁ᵗ)
 * @param debias 1 / (1 − β₂ᵗ)
 */
export function train(count: i32, samples: i32, rate: f64, debias: f64): void {
  setPace(rate, debias);
  pass(count, samples, true);
  for (let i = layerCount() - 1; i >= 0; i--) {
    const rows = rowsOf(i, count, samples);
    if (i == hidden) unsample(count, samples, noiseScale);
    // Before the weights move.
    if (i > 0) backward(i, rows);
    if (i == 0 && listed) updateListed(rows, true);
    else update(i, rows, true);
  }
  const share = 1 / <f64>count;
  sumReconstruction += lastReconstruction * share;
  sumRegulariser += lastRegulariser * share;
  sumTotal += (lastReconstruction + beta * lastRegulariser) * share;
  steps++;
}

export function evaluate(count: i32, samples: i32): void {
  pass(count, samples, false);
}
