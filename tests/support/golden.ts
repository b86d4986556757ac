/** The golden VAE 16-8-2: parameters, gradients and three Adam steps computed in float64 elsewhere. */

import type { Hyper, Parameters } from '../../src/model/engine';
import { createLayout, type Layout } from '../../src/model/layout';
import golden from '../fixtures/golden_vae_16-8-2.json';
import { plainHyper } from './models';

export { golden };

/** One value for each parameter, in the golden file's blocks: weights are [out][in]. */
export interface GoldenBlocks {
  enc_W: number[][];
  enc_b: number[];
  mu_W: number[][];
  mu_b: number[];
  lv_W: number[][];
  lv_b: number[];
  dec_W: number[][];
  dec_b: number[];
  out_W: number[][];
  out_b: number[];
}

export const goldenLayout: Layout = createLayout({ inputs: 16, hidden: [8], latent: 2, activation: 'relu' });

/** The golden file's blocks in the order of `Layout`: weights [in][out], the heads side by side. */
export function flatten(blocks: GoldenBlocks): Float64Array {
  const flat = new Float64Array(goldenLayout.size);
  let at = 0;
  const put = (weights: number[][], bias: number[]): void => {
    for (let i = 0; i < weights[0]!.length; i++) for (const row of weights) flat[at++] = row[i]!;
    for (const value of bias) flat[at++] = value;
  };
  put(blocks.enc_W, blocks.enc_b);
  put([...blocks.mu_W, ...blocks.lv_W], [...blocks.mu_b, ...blocks.lv_b]);
  put(blocks.dec_W, blocks.dec_b);
  put(blocks.out_W, blocks.out_b);
  return flat;
}

/** The golden parameters before the first step. */
export function goldenParameters(): Parameters {
  const values = Float32Array.from(flatten(golden.params));
  return {
    architecture: goldenLayout.architecture,
    values,
    first: new Float32Array(values.length),
    second: new Float32Array(values.length),
    step: 0,
  };
}

/** The four golden images, 4 × 16, and the noise of golden step `t` (0, 1, 2), 4 × 2. */
export const goldenImages = Float32Array.from(golden.x_uint8.flat(), (byte) => byte / 255);
export const goldenNoise = (t: number): Float32Array => Float32Array.from(golden.eps[t]!.flat());

/** Those of the golden steps. */
export const goldenHyper = plainHyper;

/** The golden file's variations of the objective that the engines offer: same parameters, images and noise. */
export const goldenVariants: readonly { name: string; hyper: Hyper; loss: number; grad: GoldenBlocks }[] = [
  { name: 'beta 1', hyper: goldenHyper, loss: golden.forward.loss, grad: golden.grad },
  { name: 'beta 4', hyper: { ...goldenHyper, beta: 4 }, ...golden.variants.beta4 },
  { name: 'beta 0.25', hyper: { ...goldenHyper, beta: 0.25 }, ...golden.variants.beta_0_25 },
  {
    name: 'Gaussian, fixed sigmaX',
    hyper: { ...goldenHyper, likelihood: 'gaussian', sigmaX: golden.variants.gaussian_fixed_sx.settings.sx },
    ...golden.variants.gaussian_fixed_sx,
  },
  {
    name: 'simple regulariser',
    hyper: { ...goldenHyper, regulariser: 'simple' },
    ...golden.variants.simple_regulariser,
  },
  { name: 'autoencoder', hyper: { ...goldenHyper, beta: 0, noiseScale: 0 }, ...golden.variants.autoencoder },
];
