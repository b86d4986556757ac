/**
 * The VAE's loss and gradient in float64, written to be read: the yardstick of the engines. One image at a time,
 * layer by layer, no blocking. Checked by the golden file (reference.test.ts) and by finite differences (../model/tfjs/gradients.test.ts).
 */

import type { Hyper } from '../../src/model/engine';
import { type Activation, type Architecture, createLayout, type DenseLayer, type Layout } from '../../src/model/layout';

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

/** R of one pixel and its derivative by the output a. */
function reconstruct({ likelihood, sigmaX }: Hyper, a: number, x: number): [loss: number, slope: number] {
  if (likelihood === 'bernoulli') {
    return [Math.max(a, 0) - a * x + Math.log1p(Math.exp(-Math.abs(a))), 1 / (1 + Math.exp(-a)) - x];
  }
  if (likelihood === 'squared') return [(x - a) ** 2, 2 * (a - x)];
  const variance = sigmaX ** 2;
  return [(x - a) ** 2 / (2 * variance) + 0.5 * Math.log(2 * Math.PI * variance), (a - x) / variance];
}

/** K of one axis and its derivatives by μ and by ln σ². */
function regularise(
  { regulariser }: Hyper,
  mu: number,
  logVar: number,
): [loss: number, byMu: number, byLogVar: number] {
  const sigma = Math.exp(0.5 * logVar);
  if (regulariser === 'simple') return [mu ** 2 + (sigma - 1) ** 2, 2 * mu, (sigma - 1) * sigma];
  return [0.5 * (mu ** 2 + sigma ** 2 - logVar - 1), mu, 0.5 * (sigma ** 2 - 1)];
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
 * @param noise ε, B × d
 */
export function reference(
  architecture: Architecture,
  values: ArrayLike<number>,
  images: ArrayLike<number>,
  noise: ArrayLike<number>,
  hyper: Hyper,
): ReferenceResult {
  const layout = createLayout(architecture);
  const { inputs: D, latent: d, activation } = architecture;
  const B = images.length / D;
  const gradient = new Float64Array(layout.size);
  let reconstruction = 0;
  let regulariser = 0;
  for (let b = 0; b < B; b++) {
    const x = Float64Array.from({ length: D }, (_, k) => images[b * D + k]!);
    const eps = Float64Array.from({ length: d }, (_, i) => noise[b * d + i]!);
    const up = forward(encoderOf(layout), activation, values, x);
    const mu = up.output.subarray(0, d);
    const logVar = up.output.subarray(d);
    const shift = eps.map((e, i) => hyper.noiseScale * Math.exp(0.5 * logVar[i]!) * e);
    const down = forward(
      decoderOf(layout),
      activation,
      values,
      mu.map((m, i) => m + shift[i]!),
    );

    const deltaOutput = new Float64Array(D);
    for (let k = 0; k < D; k++) {
      const [loss, slope] = reconstruct(hyper, down.output[k]!, x[k]!);
      reconstruction += loss / B;
      deltaOutput[k] = slope / B;
    }
    const deltaZ = backward(decoderOf(layout), values, down, deltaOutput, gradient);
    const deltaHead = new Float64Array(2 * d);
    for (let i = 0; i < d; i++) {
      const [loss, byMu, byLogVar] = regularise(hyper, mu[i]!, logVar[i]!);
      regulariser += loss / B;
      deltaHead[i] = deltaZ[i]! + (hyper.beta * byMu) / B;
      deltaHead[d + i] = deltaZ[i]! * 0.5 * shift[i]! + (hyper.beta * byLogVar) / B;
    }
    backward(encoderOf(layout), values, up, deltaHead, gradient);
  }
  return { reconstruction, regulariser, total: reconstruction + hyper.beta * regulariser, gradient };
}

/** μ and ln σ² of images, and means in [0, 1] of codes: the engines' `encode` and `decode` for one row. */
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
