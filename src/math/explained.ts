import type { Sliced } from './decoding';
import type { Shares } from './holdout';
import { meanImage, varianceAbout } from './imageVariance';

/**
 * How much the images vary whose decodes are judged, (1/N) Σ ‖x − x̄‖², in squared intensities: those that are held out or,
 * where none are, those that are trained on. x̄ is the mean of the images trained on in both cases. The model knows no other:
 * about their own mean n images that it has not seen vary less by 1/n of their variance, and one image not at all.
 * @param images N × `pixels` intensities in [0, 1]
 * @param shares which of the N are trained on, one at least, and which are held out
 */
export function* judgedVariance(images: Float32Array, pixels: number, shares: Shares): Sliced<number> {
  const mean = yield* meanImage({ images, pixels, some: shares.training });
  return yield* varianceAbout({ images, pixels, some: judgedOf(shares) }, mean);
}

/** Images whose decodes are judged: those trained on may have been learned by heart, and say little of what is coded. */
const judgedOf = ({ training, heldOut }: Shares): Uint32Array => (heldOut.length > 0 ? heldOut : training);

/**
 * The share of the variance of the judged images that their decodes explain, 1 − Σ‖x − m‖² / Σ‖x − x̄‖², which is R² of
 * images that are held out (Hawinkel, Waegeman & Maere, Out-of-sample R², 2024). 1 where every decode is its image, 0 where
 * the mean of the images trained on would do as well, negative where it would do better.
 * @param variance their `judgedVariance`, in squared intensities
 * @param squaredErrors ‖x − m‖² of each of all images, in the same
 * @returns null where these do not vary
 */
export function explainedShare(variance: number, squaredErrors: Float64Array, shares: Shares): number | null {
  const judged = judgedOf(shares);
  return variance > 0 ? 1 - judged.reduce((sum, i) => sum + squaredErrors[i]! / judged.length, 0) / variance : null;
}
