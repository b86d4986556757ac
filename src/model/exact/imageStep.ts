import type { Hyper, Parameters } from '../engine';
import { createLayout, familyOf } from '../layout';
import { sigmaXOf } from '../squaredError';
import { backward, decoderOf, encoderOf, forward } from './network';
import { meansOf, reconstruction } from './reconstruction';
import { type ExactPosterior, posteriorOf, regularisation, type Slopes, slopesOf } from './regulariser';

/** What one training step does with one image of its batch, exactly: float64 throughout. */
export interface ImageStep {
  readonly posterior: ExactPosterior;
  /** ε, samples × d, and z = μ + s·L·ε. */
  readonly noise: Float64Array;
  readonly codes: Float64Array;
  /** Means in [0, 1] of what the codes decode to, samples × D. */
  readonly decoded: Float32Array;
  /** R, the mean over the samples, and K before β; nats. */
  readonly reconstruction: number;
  readonly regulariser: number;
  /**
   * Gradients of the image's own loss R + β·K, in its two parts, with respect to its posterior. Of the step's loss, which
   * is the mean of a batch of B, they are B times as large.
   */
  readonly slopes: { readonly reconstruction: Slopes; readonly regulariser: Slopes };
}

/**
 * One image of a step, taken apart.
 * @param image D pixels
 * @param noise ε of its samples, samples × d
 */
export function* imageStep(
  { architecture, values }: Pick<Parameters, 'architecture' | 'values'>,
  image: Float32Array,
  noise: ArrayLike<number>,
  hyper: Hyper,
): Generator<void, ImageStep> {
  const layout = createLayout(architecture);
  const family = familyOf(architecture);
  const { latent, activation, inputs } = architecture;
  const { likelihood, noiseScale, beta } = hyper;
  const sigmaX = likelihood === 'gaussian-learned' ? sigmaXOf(values[layout.observation]!) : hyper.sigmaX;
  const head = yield* forward(encoderOf(layout), activation, values, image);
  const posterior = posteriorOf(family, latent, head.output);
  const eps = Float64Array.from(noise);
  const samples = eps.length / latent;
  const codes = new Float64Array(eps.length);
  const decoded = new Float32Array(samples * inputs);
  const byMu = new Float64Array(latent);
  const byEntry = new Float64Array(latent * latent);
  let loss = 0;
  for (let sample = 0; sample < samples; sample++) {
    const from = sample * latent;
    for (let i = 0; i < latent; i++) {
      let step = 0;
      for (let k = 0; k <= i; k++) step += posterior.triangle[i * latent + k]! * eps[from + k]!;
      codes[from + i] = posterior.mu[i]! + noiseScale * step;
    }
    const decoder = decoderOf(layout);
    const pass = yield* forward(decoder, activation, values, codes.subarray(from, from + latent));
    decoded.set(meansOf(likelihood, pass.output), sample * inputs);
    const of = reconstruction(likelihood, sigmaX, pass.output, image);
    loss += of.loss / samples;
    const byCode = yield* backward(decoder, values, pass, of.byOutput);
    // ∂z/∂μ is 1 on each axis, ∂z_i/∂L_ik is s·ε_k.
    for (let i = 0; i < latent; i++) {
      byMu[i]! += byCode[i]! / samples;
      for (let k = 0; k <= i; k++) {
        byEntry[i * latent + k]! += (byCode[i]! * noiseScale * eps[from + k]!) / samples;
      }
    }
  }
  const penalty = regularisation(family, hyper.regulariser, posterior);
  return {
    posterior,
    noise: eps,
    codes,
    decoded,
    reconstruction: loss,
    regulariser: penalty.loss,
    slopes: { reconstruction: slopesOf(family, byMu, byEntry), regulariser: scaled(penalty.slopes, beta) },
  };
}

/** β times the slopes; with β = 0 a regulariser that overflows must leave the rest alone. */
const scaled = ({ mu, triangle }: Slopes, beta: number): Slopes => {
  const times = (value: number): number => (beta === 0 ? 0 : beta * value);
  return { mu: mu.map(times), triangle: triangle.map(times) };
};
