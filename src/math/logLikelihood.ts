/** ln p(x|z) of many images under many codes, from the decoder's raw outputs. */

import { innerProduct } from './products';
import { rowSums } from './rows';

/** A density of images given a code. Outputs are logits under `bernoulli`, means under `gaussian`. */
export type ObservationModel =
  | { readonly kind: 'bernoulli' }
  /** σ̃ > 0, standard deviation of a pixel. */
  | { readonly kind: 'gaussian'; readonly sigmaX: number };

/**
 * The density that a likelihood setting stands for. null for the squared error: it is the objective of a plain
 * autoencoder and no density of images (it lacks a σ̃), so that there is no p(x|z), no p(x) and no p(z|x).
 *
 * Grey pixels are soft targets under `bernoulli`: what is called ln p(x|z) is then minus the cross-entropy, which does
 * not integrate to 1 over grey images. All that compares codes of one image, as p(z|x) and the gap to the ELBO, is
 * exact.
 */
export function observationModel(
  likelihood: 'bernoulli' | 'gaussian' | 'gaussian-learned' | 'squared',
  sigmaX: number,
): ObservationModel | null {
  if (likelihood === 'squared') return null;
  return likelihood === 'bernoulli' ? { kind: 'bernoulli' } : { kind: 'gaussian', sigmaX };
}

/**
 * Both densities split into a product and terms of one side alone:
 *
 *     ln p(x|z) = scale · x·o(z) + ofOutput(z) + ofImage(x)
 *     Bernoulli:  x·a − Σ ln(1 + eᵃ)
 *     Gaussian:   x·m/σ̃² − ‖m‖²/(2σ̃²) − ‖x‖²/(2σ̃²) − (D/2) ln(2πσ̃²)
 *
 * so that the products of all images with all codes are one product of matrices.
 */
export const productScale = (model: ObservationModel): number => (model.kind === 'bernoulli' ? 1 : model.sigmaX ** -2);

/** ln p(x|z) of one image under each of m codes. @param outputs m × D */
export function logLikelihoods(model: ObservationModel, image: Float32Array, outputs: Float32Array): Float64Array {
  const pixels = image.length;
  const scale = productScale(model);
  const ofImage = imageTerms(model, image, pixels)[0]!;
  return outputTerms(model, outputs, pixels).map((term, k) => {
    return scale * innerProduct(image, 0, outputs, k, pixels) + term + ofImage;
  });
}

/** `ofOutput` of each row of m × D outputs; finite for every finite logit. */
export function outputTerms(model: ObservationModel, outputs: Float32Array, pixels: number): Float64Array {
  if (model.kind === 'gaussian') return squareTerms(model.sigmaX, outputs, pixels, 0);
  return rowSums(outputs, pixels, (logit) => -(Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)))));
}

/** `ofImage` of each row of n × D images. */
export function imageTerms(model: ObservationModel, images: Float32Array, pixels: number): Float64Array {
  if (model.kind === 'bernoulli') return new Float64Array(images.length / pixels);
  return squareTerms(model.sigmaX, images, pixels, 0.5 * pixels * Math.log(2 * Math.PI * model.sigmaX ** 2));
}

/** −‖row‖²/(2σ̃²) − constant. */
function squareTerms(sigmaX: number, rows: Float32Array, width: number, constant: number): Float64Array {
  const weight = -0.5 / sigmaX ** 2;
  return rowSums(rows, width, (value) => weight * value * value).map((sum) => sum - constant);
}
