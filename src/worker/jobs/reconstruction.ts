import { drawCodes } from '../../math/draws';
import { expectationNodes } from '../../math/expectation';
import { logLikelihoods, type ObservationModel } from '../../math/logLikelihood';
import { lift, type PlaneAxes } from '../../math/planar';
import { onPlane, type Posteriors } from '../../math/posterior';
import { createRandom } from '../../math/random';
import type { Moment } from './moment';
import { type Work, wait } from './work';

/** Draws that R is a mean over where there are too many nodes, or codes have too many axes for quadrature. */
const DRAWS = 256;
const SEED = 9;

/** Codes decoded at a time. */
const BATCH = 128;

/** The squared error is that of a Gaussian with this σ̃, but for a constant. */
export const SQUARED: ObservationModel = { kind: 'gaussian', sigmaX: Math.SQRT1_2 };

/** Codes, m × d, and weights that sum to 1: Σ w f(z) stands for the expectation of f under a posterior. */
interface WeightedCodes {
  readonly codes: Float32Array;
  readonly weights: ArrayLike<number>;
}

/**
 * R of an image, the expectation of −ln p(x|z) under the share s of its posterior that samples use: by quadrature for
 * codes of one or two axes, else a mean over draws, the same ones at every moment.
 * @param row of the image's posterior
 * @param most codes to decode; as many draws stand for more nodes
 * @returns nats
 */
export function* expectedReconstruction(
  moment: Moment,
  image: Float32Array,
  posteriors: Posteriors,
  axes: PlaneAxes,
  row = 0,
  most = Number.POSITIVE_INFINITY,
): Work<number> {
  const { noiseScale } = moment.hyper;
  const { codes, weights } = weightedCodes(posteriors, row, noiseScale, axes, most);
  const { latent } = posteriors;
  const model = yield* moment.model();
  // −ln of the Gaussian has (D/2) ln(2πσ̃²) beside the square.
  const constant = model === null ? 0.5 * image.length * Math.log(Math.PI) : 0;
  let sum = 0;
  for (let from = 0; from < weights.length; from += BATCH) {
    const outputs = yield* wait(moment.rawOutputs(codes.subarray(from * latent, (from + BATCH) * latent)));
    logLikelihoods(model ?? SQUARED, image, outputs).forEach((logLikelihood, k) => {
      sum -= weights[from + k]! * (logLikelihood + constant);
    });
  }
  return sum;
}

function weightedCodes(
  posteriors: Posteriors,
  row: number,
  noiseScale: number,
  axes: PlaneAxes,
  most: number,
): WeightedCodes {
  const { latent } = posteriors;
  if (latent <= 2) {
    const plane = onPlane(posteriors, axes);
    const used = { ...plane, sigma: plane.sigma.map((value) => noiseScale * value) };
    const { points, weights } = expectationNodes(used, row, latent === 1 ? 1 : 2);
    if (weights.length <= most) return { codes: lift(points, latent, axes), weights };
  }
  const draws = Math.min(DRAWS, most);
  const codes = drawCodes(posteriors, row, noiseScale, draws, createRandom(SEED));
  return { codes, weights: new Float64Array(draws).fill(1 / draws) };
}
