/**
 * The layers of a model for one image at a time, forward and back to what went in, in float64: for what is asked of a few
 * images and must be exact. The engines do the same for batches, in float32. Generators yield after every layer: one of
 * the widest, 1024 × 1024, takes about 1.5 ms.
 */
import type { Activation, DenseLayer, Layout } from '../layout';

/** What a way through some layers leaves for the way back. */
export interface Pass {
  /** Slope of the activation at each output, layer by layer. */
  readonly slopes: readonly Float64Array[];
  readonly output: Float64Array;
}

/** The layers from an image to its head, and from a code to its outputs. */
export const encoderOf = ({ encoder, head }: Layout): readonly DenseLayer[] => [...encoder, head];
export const decoderOf = ({ decoder, output }: Layout): readonly DenseLayer[] => [...decoder, output];

/** GELU's tanh form: ½a(1 + tanh(c(a + 0.044715a³))). */
const GELU = { c: Math.sqrt(2 / Math.PI), cubic: 0.044715 };

/** An activation and its derivative at a. */
function activate(kind: Activation, a: number): readonly [value: number, slope: number] {
  if (kind === 'relu') return a > 0 ? [a, 1] : [0, 0];
  if (kind === 'tanh') {
    const t = Math.tanh(a);
    return [t, 1 - t * t];
  }
  const t = Math.tanh(GELU.c * (a + GELU.cubic * a ** 3));
  const bend = GELU.c * (1 + 3 * GELU.cubic * a ** 2);
  return [0.5 * a * (1 + t), 0.5 * (1 + t) + 0.5 * a * (1 - t * t) * bend];
}

/** Through hidden layers and a last one that is linear. @param values of the model, in the order of its layout */
export function* forward(
  layers: readonly DenseLayer[],
  activation: Activation,
  values: Float32Array,
  input: ArrayLike<number>,
): Generator<void, Pass> {
  const slopes: Float64Array[] = [];
  let x: Float64Array = Float64Array.from(input);
  for (const [at, layer] of layers.entries()) {
    const y = dense(layer, values, x);
    const slope = new Float64Array(y.length).fill(1);
    if (at < layers.length - 1) {
      for (let o = 0; o < y.length; o++) [y[o], slope[o]] = activate(activation, y[o]!);
    }
    slopes.push(slope);
    x = y;
    yield;
  }
  return { slopes, output: x };
}

/** ∂f/∂input of what `forward` went through. @param gradient ∂f/∂output */
export function* backward(
  layers: readonly DenseLayer[],
  values: Float32Array,
  { slopes }: Pass,
  gradient: Float64Array,
): Generator<void, Float64Array> {
  let delta = gradient;
  for (let at = layers.length - 1; at >= 0; at--) {
    const slope = slopes[at]!;
    delta = throughWeights(
      layers[at]!,
      values,
      delta.map((value, o) => value * slope[o]!),
    );
    yield;
  }
  return delta;
}

/** x·W + b. */
function dense({ inputs, outputs, offset }: DenseLayer, values: Float32Array, x: Float64Array): Float64Array {
  const bias = offset + inputs * outputs;
  const y = Float64Array.from(values.subarray(bias, bias + outputs));
  for (let i = 0; i < inputs; i++) {
    const [xi, row] = [x[i]!, offset + i * outputs];
    if (xi === 0) continue;
    for (let o = 0; o < outputs; o++) y[o]! += xi * values[row + o]!;
  }
  return y;
}

/** W·δ. */
function throughWeights(
  { inputs, outputs, offset }: DenseLayer,
  values: Float32Array,
  delta: Float64Array,
): Float64Array {
  return Float64Array.from({ length: inputs }, (_, i) => {
    const row = offset + i * outputs;
    let sum = 0;
    for (let o = 0; o < outputs; o++) sum += values[row + o]! * delta[o]!;
    return sum;
  });
}
