/** Principal components of images, beside which a linear autoencoder is held: it finds the same plane. */
import { countOf, type ImageRows, startOf } from './imageRows';
import { meanImage, varianceAbout } from './imageVariance';
import { createRandom } from './random';
import { combine, gramMatrix, orthonormal } from './subspace';
import { eigenSymmetric } from './symmetric';

export interface PrincipalComponents {
  /** The mean image, D pixels. */
  readonly mean: Float64Array;
  /** k × D, orthonormal rows, by falling variance. */
  readonly components: Float64Array;
  /** Variances along them, over N, not N − 1; none below 0. */
  readonly variances: Float64Array;
  /** Mean squared error of an image rebuilt from its k components, (1/N) Σ ‖x − x̂‖²: the least of any linear model. */
  readonly error: number;
  /** Whether every component's ‖C v − λ v‖ came below 1e-6 of the largest variance. */
  readonly converged: boolean;
}

/** Directions that are carried along besides the k: the error of a sweep then falls as λ_{k+9} / λ_k. */
const SPARE = 8;
const MOST_SWEEPS = 200;
const RESIDUAL = 1e-6;

/** In shares of the largest variance: keeps directions without any variance independent, far below the residual. */
const SHIFT = 1e-12;

/** Multiply-adds between two yields: about 1 ms. */
const WORK = 1 << 19;

/**
 * The first k principal components of N images of D pixels, by orthogonal iteration with Rayleigh–Ritz (Golub & Van
 * Loan, Matrix Computations, §8.2), on the images themselves: no D × D covariance, and pixels that are 0 cost nothing,
 * which is most of a digit's. A sweep takes 2·N·(pixels that are not 0)·(k + 8) multiply-adds; ten to thirty sweeps
 * are usual. Yields about every ms.
 *
 * Of images that are all alike, or of one, every direction has the variance 0: some orthonormal ones are then given.
 * @param rows one image at least
 * @param k from 1 to D
 * @throws RangeError for a k that is not
 */
export function* principalComponents(rows: ImageRows, k: number): Generator<void, PrincipalComponents> {
  const D = rows.pixels;
  if (!(Number.isInteger(k) && k >= 1 && k <= D)) {
    throw new RangeError(`${k} components of ${D} pixels: expected a whole number from 1 to ${D}`);
  }
  const size = Math.min(D, k + SPARE);
  const mean = yield* meanImage(rows);
  const variance = yield* varianceAbout(rows, mean);
  const random = createRandom(0);
  let basis = orthonormal(
    Float64Array.from({ length: size * D }, () => random.normal()),
    size,
  );
  // What is left of the covariance is then rounding, of which no directions can be told.
  if (variance === 0) {
    return { mean, components: basis.slice(0, k * D), variances: new Float64Array(k), error: 0, converged: true };
  }
  for (let sweep = 1; ; sweep++) {
    const image = yield* covarianceTimes(rows, mean, basis, size);
    const { values, vectors } = eigenSymmetric(gramMatrix(basis, image, size), size);
    const ritz = combine(vectors, basis, size);
    const next = combine(vectors, image, size);
    const converged = worstResidual(ritz, next, values, k) <= RESIDUAL * values[0]!;
    if (converged || sweep === MOST_SWEEPS) {
      const variances = values.slice(0, k).map((value) => Math.max(0, value));
      const error = Math.max(0, variance - variances.reduce((sum, value) => sum + value, 0));
      return { mean, components: ritz.slice(0, k * D), variances, error, converged };
    }
    const shift = SHIFT * values[0]!;
    basis = orthonormal(
      next.map((value, at) => value + shift * ritz[at]!),
      size,
    );
  }
}

/**
 * Mean squared error of images rebuilt from components, be they those that the components were found of or others:
 * (1/N) Σ ‖x − x̂‖², x̂ the nearest image on the components' plane. Yields about every ms.
 */
export function* rebuildError(
  rows: ImageRows,
  { mean, components }: Pick<PrincipalComponents, 'mean' | 'components'>,
): Generator<void, number> {
  const { images, pixels: D } = rows;
  const n = countOf(rows);
  const rest = Math.ceil(WORK / components.length);
  const left = new Float64Array(D);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    if (i % rest === rest - 1) yield;
    const start = startOf(rows, i);
    for (let p = 0; p < D; p++) left[p] = images[start + p]! - mean[p]!;
    for (let from = 0; from < components.length; from += D) {
      let along = 0;
      for (let p = 0; p < D; p++) along += left[p]! * components[from + p]!;
      for (let p = 0; p < D; p++) left[p]! -= along * components[from + p]!;
    }
    for (let p = 0; p < D; p++) sum += left[p]! ** 2 / n;
  }
  return sum;
}

/** Where images lie along components, from the mean: N × k. Yields about every ms. */
export function* alongComponents(
  rows: ImageRows,
  { mean, components }: Pick<PrincipalComponents, 'mean' | 'components'>,
): Generator<void, Float32Array> {
  const { images, pixels: D } = rows;
  const k = components.length / D;
  const n = countOf(rows);
  const rest = Math.ceil(WORK / components.length);
  const found = new Float32Array(n * k);
  for (let i = 0; i < n; i++) {
    if (i % rest === rest - 1) yield;
    const start = startOf(rows, i);
    for (let j = 0; j < k; j++) {
      let along = 0;
      for (let p = 0; p < D; p++) along += (images[start + p]! - mean[p]!) * components[j * D + p]!;
      found[i * k + j] = along;
    }
  }
  return found;
}

/** C·v of each row v of `rows`, with C the covariance of the images: (1/N) Σ (x − mean)·((x − mean)·v). */
function* covarianceTimes(
  of: ImageRows,
  mean: Float64Array,
  rows: Float64Array,
  size: number,
): Generator<void, Float64Array> {
  const { images, pixels: D } = of;
  const n = countOf(of);
  // By pixels, so that a pixel that is 0 is passed over with all of its directions.
  const turned = transposed(rows, size);
  const sums = new Float64Array(D * size);
  const offset = new Float64Array(size);
  for (let at = 0; at < rows.length; at++) offset[at % size]! -= turned[at]! * mean[Math.floor(at / size)]!;
  const along = new Float64Array(size);
  const total = new Float64Array(size);
  let work = 0;
  for (let image = 0; image < n; image++) {
    const start = startOf(of, image);
    along.set(offset);
    for (let p = 0; p < D; p++) {
      const x = images[start + p]!;
      if (x === 0) continue;
      for (let i = 0, at = p * size; i < size; i++, at++) along[i]! += x * turned[at]!;
    }
    for (let i = 0; i < size; i++) total[i]! += along[i]!;
    for (let p = 0; p < D; p++) {
      const x = images[start + p]!;
      if (x === 0) continue;
      for (let i = 0, at = p * size; i < size; i++, at++) sums[at]! += x * along[i]!;
      work += 2 * size;
    }
    work += D;
    if (work >= WORK) {
      work = 0;
      yield;
    }
  }
  // Σ along is 0 but for rounding. Of images that are far from 0 and nearly alike that is not small beside the covariance.
  for (let at = 0; at < sums.length; at++) sums[at]! -= mean[Math.floor(at / size)]! * total[at % size]!;
  return transposed(sums, D).map((sum) => sum / n);
}

/** A matrix of `rows` rows with rows and columns exchanged. */
function transposed(matrix: Float64Array, rows: number): Float64Array {
  const columns = matrix.length / rows;
  return Float64Array.from(matrix, (_, at) => matrix[(at % rows) * columns + Math.floor(at / rows)]!);
}

/** The largest ‖C v − λ v‖ among the first k directions. */
function worstResidual(ritz: Float64Array, image: Float64Array, values: Float64Array, k: number): number {
  const D = ritz.length / values.length;
  let worst = 0;
  for (let i = 0; i < k; i++) {
    let squared = 0;
    for (let at = i * D; at < (i + 1) * D; at++) squared += (image[at]! - values[i]! * ritz[at]!) ** 2;
    worst = Math.max(worst, Math.sqrt(squared));
  }
  return worst;
}
