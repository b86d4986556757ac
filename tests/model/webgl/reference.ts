/** The objective and its gradient in float64, one image after another: slow, plain, and independent of the engines. */
import type { Hyper, LossTerms } from '../../../src/model/engine';
import { type Architecture, createLayout, type DenseLayer } from '../../../src/model/layout';

type Vector = Float64Array;

export interface Reference {
  readonly losses: LossTerms;
  readonly gradient: Float64Array;
}

const ROOT = Math.sqrt(2 / Math.PI);

function activate(kind: Architecture['activation'], a: number): number {
  if (kind === 'relu') return Math.max(a, 0);
  if (kind === 'tanh') return Math.tanh(a);
  return 0.5 * a * (1 + Math.tanh(ROOT * (a + 0.044715 * a ** 3)));
}

function derivative(kind: Architecture['activation'], a: number): number {
  if (kind === 'relu') return a > 0 ? 1 : 0;
  if (kind === 'tanh') return 1 - Math.tanh(a) ** 2;
  const t = Math.tanh(ROOT * (a + 0.044715 * a ** 3));
  return 0.5 * (1 + t) + 0.5 * a * (1 - t * t) * ROOT * (1 + 3 * 0.044715 * a * a);
}

function affine(w: Float32Array, { inputs, outputs, offset }: DenseLayer, x: Vector): Vector {
  return Float64Array.from({ length: outputs }, (_, o) => {
    let sum = w[offset + inputs * outputs + o]!;
    for (let i = 0; i < inputs; i++) sum += x[i]! * w[offset + i * outputs + o]!;
    return sum;
  });
}

/** Pre-activations of every layer and inputs of every layer. */
function run(architecture: Architecture, w: Float32Array, layers: readonly DenseLayer[], x: Vector) {
  const xs = [x];
  const as: Vector[] = [];
  layers.forEach((layer, i) => {
    const a = affine(w, layer, xs[i]!);
    as.push(a);
    if (i + 1 < layers.length) xs.push(a.map((value) => activate(architecture.activation, value)));
  });
  return { xs, as };
}

export function reference(
  architecture: Architecture,
  w: Float32Array,
  images: Float32Array,
  noise: Float32Array,
  h: Hyper,
): Reference {
  const layout = createLayout(architecture);
  const { inputs: D, latent: d, activation } = architecture;
  const rows = images.length / D;
  const gradient = new Float64Array(layout.size);
  let R = 0;
  let K = 0;
  const up = [...layout.encoder, layout.head];
  const down = [...layout.decoder, layout.output];

  /** Adds a stack's weight gradients and returns the gradient by its input. */
  const back = (layers: readonly DenseLayer[], xs: Vector[], as: Vector[], last: Vector): Vector => {
    let delta = last;
    for (let l = layers.length - 1; l >= 0; l--) {
      const { inputs, outputs, offset } = layers[l]!;
      const dx = new Float64Array(inputs);
      for (let o = 0; o < outputs; o++) {
        for (let i = 0; i < inputs; i++) {
          gradient[offset + i * outputs + o]! += xs[l]![i]! * delta[o]!;
          dx[i]! += w[offset + i * outputs + o]! * delta[o]!;
        }
        gradient[offset + inputs * outputs + o]! += delta[o]!;
      }
      delta = l === 0 ? dx : dx.map((value, i) => value * derivative(activation, as[l - 1]![i]!));
    }
    return delta;
  };

  for (let b = 0; b < rows; b++) {
    const x = Float64Array.from(images.subarray(b * D, (b + 1) * D));
    const encoder = run(architecture, w, up, x);
    const head = encoder.as.at(-1)!;
    const mu = head.subarray(0, d);
    const logVar = head.subarray(d);
    const sigma = logVar.map((value) => Math.exp(value / 2));
    const eps = noise.subarray(b * d, (b + 1) * d);
    const z = mu.map((value, i) => value + h.noiseScale * sigma[i]! * eps[i]!);
    const decoder = run(architecture, w, down, z);
    const out = decoder.as.at(-1)!;

    const weight = h.likelihood === 'gaussian' ? 1 / (2 * h.sigmaX ** 2) : 1;
    const constant = h.likelihood === 'gaussian' ? 0.5 * Math.log(2 * Math.PI * h.sigmaX ** 2) : 0;
    const delta = out.map((a, k) => {
      if (h.likelihood === 'bernoulli') {
        R += Math.max(a, 0) - a * x[k]! + Math.log1p(Math.exp(-Math.abs(a)));
        return (1 / (1 + Math.exp(-a)) - x[k]!) / rows;
      }
      R += weight * (x[k]! - a) ** 2 + constant;
      return (2 * weight * (a - x[k]!)) / rows;
    });

    const dz = back(down, decoder.xs, decoder.as, delta);
    const dHead = new Float64Array(2 * d);
    for (let i = 0; i < d; i++) {
      const m = mu[i]!;
      const s = sigma[i]!;
      const kl = h.regulariser === 'kl';
      K += kl ? 0.5 * (m * m + s * s - logVar[i]! - 1) : m * m + (s - 1) ** 2;
      dHead[i] = dz[i]! + (h.beta / rows) * (kl ? m : 2 * m);
      dHead[d + i] =
        dz[i]! * h.noiseScale * eps[i]! * s * 0.5 + (h.beta / rows) * (kl ? 0.5 * (s * s - 1) : (s - 1) * s);
    }
    back(up, encoder.xs, encoder.as, dHead);
  }
  const losses = { reconstruction: R / rows, regulariser: K / rows, total: (R + h.beta * K) / rows };
  return { losses, gradient };
}
