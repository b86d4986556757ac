/**
 * The VAE's loss and gradient in float64, written to be read: the yardstick of the engines. One image at a time,
 * layer by layer, no blocking. Checked by the golden file (reference.test.ts) and by finite differences (../model/tfjs/gradients.test.ts).
 */

import type { Family } from '../../src/math/family';
import { headParts, klConstant, lowerCount } from '../../src/math/posterior';
import type { Hyper } from '../../src/model/engine';
import {
  type Activation,
  type Architecture,
  createLayout,
  type DenseLayer,
  familyOf,
  type Layout,
} from '../../src/model/layout';
import { LEAST_LOG_VAR_X } from '../../src/model/squaredError';

export interface ReferenceResult {
  /** Means over the batch, in nats. */
  readonly reconstruction: number;
  readonly regulariser: number;
  readonly total: number;
  /** ∂(total)/∂(parameters), in the order of the layout. */
  readonly gradient: Float64Array;
}

/** A value and its derivative at a. */
function activate(kind: Activation, a: number): [value: number, slope: number] {
  if (kind === 'relu') return a > 0 ? [a, 1] : [0, 0];
  if (kind === 'tanh') return [Math.tanh(a), 1 - Math.tanh(a) ** 2];
  const t = Math.tanh(Math.sqrt(2 / Math.PI) * (a + 0.044715 * a ** 3));
  const bend = Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * a ** 2);
  return [0.5 * a * (1 + t), 0.5 * (1 + t) + 0.5 * a * (1 - t ** 2) * bend];
}

/** R of one pixel and its derivatives by the output a and by the ln σ̃² that a model learns. */
function reconstruct(
  { likelihood, sigmaX }: Hyper,
  logVarX: number,
  a: number,
  x: number,
): [loss: number, byOutput: number, byLogVarX: number] {
  if (likelihood === 'bernoulli') {
    return [Math.max(a, 0) - a * x + Math.log1p(Math.exp(-Math.abs(a))), 1 / (1 + Math.exp(-a)) - x, 0];
  }
  if (likelihood === 'squared') return [(x - a) ** 2, 2 * (a - x), 0];
  const learned = likelihood === 'gaussian-learned';
  const variance = learned ? Math.exp(Math.max(logVarX, LEAST_LOG_VAR_X)) : sigmaX ** 2;
  const error = (x - a) ** 2 / (2 * variance);
  return [
    error + 0.5 * Math.log(2 * Math.PI * variance),
    (a - x) / variance,
    learned && logVarX >= LEAST_LOG_VAR_X ? 0.5 - error : 0,
  ];
}

/** One posterior: μ, ln L_ii² and all of L, as a row of the head says. */
interface Posterior {
  readonly mu: Float64Array;
  readonly logDiagonal: Float64Array;
  /** d × d, row-major. Zeros of a point. */
  readonly triangle: Float64Array;
}

/** Index in a row of the head of what L_ik comes from; −1 where it is zero. */
function headIndex(family: Family, d: number, i: number, k: number): number {
  const [diagonal, below] = headParts(family, d);
  if (i === k) return diagonal === 0 ? -1 : d + Math.min(i, diagonal - 1);
  return k > i || below === 0 ? -1 : 2 * d + lowerCount(i) + k;
}

function posteriorOf(family: Family, d: number, head: Float64Array): Posterior {
  const logDiagonal = Float64Array.from({ length: d }, (_, i) => head[headIndex(family, d, i, i)] ?? -Infinity);
  const triangle = Float64Array.from({ length: d * d }, (_, at) => {
    const [i, k] = [Math.floor(at / d), at % d];
    return i === k ? Math.exp(0.5 * logDiagonal[i]!) : (head[headIndex(family, d, i, k)] ?? 0);
  });
  return { mu: head.subarray(0, d), logDiagonal, triangle };
}

/** ∂L/∂head from ∂L/∂μ and ∂L/∂L. */
function headGradient(family: Family, { mu, triangle }: Posterior, byMu: Float64Array, byTriangle: Float64Array) {
  const d = mu.length;
  const [diagonal, below] = headParts(family, d);
  const delta = new Float64Array(d + diagonal + below);
  delta.set(byMu);
  for (let i = 0; i < d; i++) {
    for (let k = 0; k <= i; k++) {
      const at = headIndex(family, d, i, k);
      // L_ii = e^{½ ln L_ii²}.
      const slope = i === k ? 0.5 * triangle[i * d + i]! : 1;
      if (at >= 0) delta[at]! += byTriangle[i * d + k]! * slope;
    }
  }
  return delta;
}

/** K of one posterior and its derivatives by μ and by L, d × d. A point has the terms of μ alone. */
function regularise(
  family: Family,
  { regulariser }: Hyper,
  { mu, logDiagonal, triangle }: Posterior,
): [loss: number, byMu: Float64Array, byTriangle: Float64Array] {
  const d = mu.length;
  const simple = regulariser === 'simple';
  const byTriangle = new Float64Array(d * d);
  let loss = simple ? 0 : klConstant(family, d);
  for (let i = 0; i < d; i++) {
    loss += (simple ? 1 : 0.5) * mu[i]! ** 2;
    if (family === 'point') continue;
    for (let k = 0; k <= i; k++) {
      const l = triangle[i * d + k]!;
      const unit = i === k ? 1 : 0;
      if (simple) loss += (l - unit) ** 2;
      else loss += 0.5 * (l ** 2 - unit * (1 + logDiagonal[i]!));
      byTriangle[i * d + k] = simple ? 2 * (l - unit) : l - unit / l;
    }
  }
  return [loss, mu.map((m) => (simple ? 2 * m : m)), byTriangle];
}

/** y = x·W + b. */
function dense({ inputs, outputs, offset }: DenseLayer, values: ArrayLike<number>, x: Float64Array): Float64Array {
  return Float64Array.from({ length: outputs }, (_, o) => {
    let sum = values[offset + inputs * outputs + o]!;
    for (let i = 0; i < inputs; i++) sum += x[i]! * values[offset + i * outputs + o]!;
    return sum;
  });
}

/** Adds xᵀ·δ to the layer's gradient and returns δ·Wᵀ. */
function denseBackward(
  { inputs, outputs, offset }: DenseLayer,
  values: ArrayLike<number>,
  x: Float64Array,
  delta: Float64Array,
  gradient: Float64Array,
): Float64Array {
  const below = new Float64Array(inputs);
  for (let o = 0; o < outputs; o++) {
    for (let i = 0; i < inputs; i++) {
      gradient[offset + i * outputs + o]! += x[i]! * delta[o]!;
      below[i]! += delta[o]! * values[offset + i * outputs + o]!;
    }
    gradient[offset + inputs * outputs + o]! += delta[o]!;
  }
  return below;
}

interface Pass {
  /** The input of each layer and the slope of its activation at each output. */
  readonly inputs: Float64Array[];
  readonly slopes: Float64Array[];
  readonly output: Float64Array;
}

/** Runs x through hidden layers and a last linear one. */
function forward(layers: readonly DenseLayer[], kind: Activation, values: ArrayLike<number>, x: Float64Array): Pass {
  const inputs: Float64Array[] = [];
  const slopes: Float64Array[] = [];
  for (const [i, layer] of layers.entries()) {
    inputs.push(x);
    const a = dense(layer, values, x);
    const pairs = Array.from(a, (value): [number, number] =>
      i < layers.length - 1 ? activate(kind, value) : [value, 1],
    );
    x = Float64Array.from(pairs, (pair) => pair[0]);
    slopes.push(Float64Array.from(pairs, (pair) => pair[1]));
  }
  return { inputs, slopes, output: x };
}

/** The way back of `forward` from ∂L/∂output; returns ∂L/∂x. */
function backward(
  layers: readonly DenseLayer[],
  values: ArrayLike<number>,
  pass: Pass,
  delta: Float64Array,
  gradient: Float64Array,
): Float64Array {
  for (let i = layers.length - 1; i >= 0; i--) {
    const sloped = delta.map((value, o) => value * pass.slopes[i]![o]!);
    delta = denseBackward(layers[i]!, values, pass.inputs[i]!, sloped, gradient);
  }
  return delta;
}

const encoderOf = (layout: Layout): DenseLayer[] => [...layout.encoder, layout.head];
const decoderOf = (layout: Layout): DenseLayer[] => [...layout.decoder, layout.output];

/**
 * The mean loss of a batch and its gradient.
 * @param images the batch itself, B × D
 * @param noise ε, samples × B × d
 */
export function reference(
  architecture: Architecture,
  values: ArrayLike<number>,
  images: ArrayLike<number>,
  noise: ArrayLike<number>,
  hyper: Hyper,
): ReferenceResult {
  const layout = createLayout(architecture);
  const family = familyOf(architecture);
  const { inputs: D, latent: d, activation } = architecture;
  const { noiseScale, samples } = hyper;
  const B = images.length / D;
  const logVarX = values[layout.observation]!;
  const gradient = new Float64Array(layout.size);
  let reconstruction = 0;
  let regulariser = 0;
  for (let b = 0; b < B; b++) {
    const x = Float64Array.from({ length: D }, (_, k) => images[b * D + k]!);
    const up = forward(encoderOf(layout), activation, values, x);
    const posterior = posteriorOf(family, d, up.output);
    const { mu, triangle } = posterior;
    const [penalty, penaltyByMu, penaltyByTriangle] = regularise(family, hyper, posterior);
    regulariser += penalty / B;
    const byMu = penaltyByMu.map((slope) => (hyper.beta * slope) / B);
    const byTriangle = penaltyByTriangle.map((slope) => (hyper.beta * slope) / B);

    for (let sample = 0; sample < samples; sample++) {
      const eps = Float64Array.from({ length: d }, (_, i) => noise[(sample * B + b) * d + i]!);
      const z = mu.map((m, i) => m + noiseScale * eps.reduce((sum, e, k) => sum + triangle[i * d + k]! * e, 0));
      const down = forward(decoderOf(layout), activation, values, z);
      const deltaOutput = new Float64Array(D);
      for (let k = 0; k < D; k++) {
        const [loss, byOutput, byLogVarX] = reconstruct(hyper, logVarX, down.output[k]!, x[k]!);
        reconstruction += loss / (samples * B);
        deltaOutput[k] = byOutput / (samples * B);
        gradient[layout.observation]! += byLogVarX / (samples * B);
      }
      const deltaZ = backward(decoderOf(layout), values, down, deltaOutput, gradient);
      for (let i = 0; i < d; i++) {
        byMu[i]! += deltaZ[i]!;
        for (let k = 0; k <= i; k++) byTriangle[i * d + k]! += deltaZ[i]! * noiseScale * eps[k]!;
      }
    }
    backward(encoderOf(layout), values, up, headGradient(family, posterior, byMu, byTriangle), gradient);
  }
  return { reconstruction, regulariser, total: reconstruction + hyper.beta * regulariser, gradient };
}

/** The head of an image, and means in [0, 1] of a code: the engines' `encode` and `decode` for one row. */
export function referenceEncode(architecture: Architecture, values: ArrayLike<number>, x: Float64Array): Float64Array {
  return forward(encoderOf(createLayout(architecture)), architecture.activation, values, x).output;
}

export function referenceDecode(
  architecture: Architecture,
  values: ArrayLike<number>,
  z: Float64Array,
  likelihood: Hyper['likelihood'],
): Float64Array {
  const { output } = forward(decoderOf(createLayout(architecture)), architecture.activation, values, z);
  return output.map((a) => (likelihood === 'bernoulli' ? 1 / (1 + Math.exp(-a)) : Math.min(1, Math.max(0, a))));
}

/** Adam in float64 (β₁ 0.9, β₂ 0.999, ε 1e-8 outside the root, bias-corrected). */
export class ReferenceAdam {
  #t = 0;
  readonly first: Float64Array;
  readonly second: Float64Array;

  constructor(size: number) {
    this.first = new Float64Array(size);
    this.second = new Float64Array(size);
  }

  /** Moves `values` one step. */
  step(values: Float64Array, gradient: Float64Array, learningRate: number): void {
    this.#t++;
    for (let i = 0; i < values.length; i++) {
      const g = gradient[i]!;
      this.first[i] = 0.9 * this.first[i]! + 0.1 * g;
      this.second[i] = 0.999 * this.second[i]! + 0.001 * g * g;
      const m = this.first[i]! / (1 - 0.9 ** this.#t);
      const v = this.second[i]! / (1 - 0.999 ** this.#t);
      values[i]! -= (learningRate * m) / (Math.sqrt(v) + 1e-8);
    }
  }
}
