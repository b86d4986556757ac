/** Posteriors as numbers: what the families of family.ts are to encoders, to samples, to the plane and to the KL. */
import type { Sliced } from './decoding';
import { BOX_REACH, type Family } from './family';
import { klAxis } from './kl';
import type { PlaneAxes } from './planar';
import type { Random } from './random';

/** What an encoder says of n images: codes of d axes each, row-major. */
export interface Codes {
  /** μ, n × d. */
  readonly mu: Float32Array;
  /** ln L_ii², n × d; of all families but `full` that is ln σ². −∞ for points. */
  readonly logVar: Float32Array;
  /** What L has below its diagonal, n × d(d−1)/2, row by row: L₁₀, L₂₀, L₂₁, … Of `full` alone; null elsewhere. */
  readonly lower: Float32Array | null;
}

/** Posteriors of n images. */
export interface Posteriors extends Codes {
  readonly family: Family;
  /** d, axes of a code. */
  readonly latent: number;
  /** Standard deviation on each axis, n × d: the root of the covariance's diagonal, (L·Lᵀ)_ii. */
  readonly sigma: Float32Array;
}

/** The same seen on the plane of two axes: their marginals. */
export interface PlanarPosteriors {
  readonly family: Family;
  /** n × 2. */
  readonly mu: Float32Array;
  /** Standard deviations, n × 2. */
  readonly sigma: Float32Array;
  /** Of the two axes, n numbers in (−1, 1); null where they are independent in every posterior. */
  readonly correlation: Float32Array | null;
}

/** ½ ln(2πe/12): the KL of a uniform distribution to the normal prior beyond that of the normal of the same variance, nats. */
export const BOX_EXCESS = 0.5 * Math.log((Math.PI * Math.E) / 6);

/** How many entries L has below its diagonal. */
export const lowerCount = (latent: number): number => (latent * (latent - 1)) / 2;

/** How many numbers the encoder's head gives after the d of μ: of ln L_ii², and of what is below the diagonal. */
export function headParts(family: Family, latent: number): readonly [diagonal: number, below: number] {
  switch (family) {
    case 'point':
      return [0, 0];
    case 'isotropic':
      return [1, 0];
    case 'diagonal':
    case 'box':
      return [latent, 0];
    case 'full':
      return [latent, lowerCount(latent)];
  }
}

/** How many numbers the encoder's head gives for a code of d axes. */
export function headWidth(family: Family, latent: number): number {
  const [diagonal, below] = headParts(family, latent);
  return latent + diagonal + below;
}

/** The rows of an encoder's head, n × `headWidth`, as codes. */
export function codesOfHead(family: Family, latent: number, head: Float32Array): Codes {
  const width = headWidth(family, latent);
  const n = head.length / width;
  const mu = new Float32Array(n * latent);
  const logVar = new Float32Array(n * latent);
  const below = lowerCount(latent);
  const lower = family === 'full' ? new Float32Array(n * below) : null;
  for (let i = 0; i < n; i++) {
    const row = i * width;
    for (let axis = 0; axis < latent; axis++) {
      const at = i * latent + axis;
      mu[at] = head[row + axis]!;
      if (family === 'point') logVar[at] = Number.NEGATIVE_INFINITY;
      else logVar[at] = head[row + latent + (family === 'isotropic' ? 0 : axis)]!;
    }
    lower?.set(head.subarray(row + 2 * latent, row + width), i * below);
  }
  return { mu, logVar, lower };
}

/** Codes with the standard deviations of their axes. */
export function posteriorsOf(family: Family, latent: number, codes: Codes): Posteriors {
  const { logVar, lower } = codes;
  const sigma = logVar.map((value) => Math.exp(0.5 * value));
  if (lower !== null) {
    const below = lowerCount(latent);
    for (let i = 0; i < sigma.length / latent; i++) {
      for (let axis = 1; axis < latent; axis++) {
        const at = i * latent + axis;
        const from = i * below + lowerCount(axis);
        let squares = sigma[at]! ** 2;
        for (let k = from; k < from + axis; k++) squares += lower[k]! ** 2;
        sigma[at] = Math.sqrt(squares);
      }
    }
  }
  return { family, latent, ...codes, sigma };
}

/** Those of every `stride`-th image, from the first on; of a stride of 1 the posteriors themselves. */
export function everyNth(posteriors: Posteriors, stride: number): Posteriors {
  if (stride === 1) return posteriors;
  const { family, latent, mu, logVar, lower, sigma } = posteriors;
  const rows = (values: Float32Array, width: number): Float32Array => {
    const n = Math.ceil(values.length / width / stride);
    const some = new Float32Array(n * width);
    for (let i = 0; i < n; i++) some.set(values.subarray(i * stride * width, (i * stride + 1) * width), i * width);
    return some;
  };
  return {
    family,
    latent,
    mu: rows(mu, latent),
    logVar: rows(logVar, latent),
    lower: lower && rows(lower, lowerCount(latent)),
    sigma: rows(sigma, latent),
  };
}

/** Row `axis` of the L of code `i`, up to its diagonal: axis + 1 numbers. */
export function triangleRow({ logVar, lower }: Codes, latent: number, i: number, axis: number): number[] {
  const from = i * lowerCount(latent) + lowerCount(axis);
  const row = Array.from({ length: axis }, (_, k) => (lower === null ? 0 : lower[from + k]!));
  return [...row, Math.exp(0.5 * logVar[i * latent + axis]!)];
}

/**
 * Posteriors as they are seen on two axes. An axis of −1, which a code of one axis lacks, shows the prior: centre 0,
 * width 1.
 */
export function onPlane(posteriors: Posteriors, axes: PlaneAxes): PlanarPosteriors {
  const { family, latent, mu, sigma, lower } = posteriors;
  return {
    family,
    mu: columns(mu, latent, axes, 0),
    sigma: columns(sigma, latent, axes, 1),
    correlation: lower === null || axes[1] < 0 ? null : correlations({ ...posteriors, lower }, axes),
  };
}

/** Two columns of n × d numbers as n × 2; the numbers themselves where d = 2 and nothing changes places. */
function columns(values: Float32Array, latent: number, [first, second]: PlaneAxes, absent: number): Float32Array {
  if (latent === 2 && first === 0 && second === 1) return values;
  const n = values.length / latent;
  const flat = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    flat[2 * i] = values[latent * i + first]!;
    flat[2 * i + 1] = second < 0 ? absent : values[latent * i + second]!;
  }
  return flat;
}

/** (L·Lᵀ)_jk / (σ_j·σ_k) of each code: the dot product of two rows of L up to the end of the shorter. */
function correlations(
  { latent, sigma, logVar, lower }: Posteriors & { lower: Float32Array },
  axes: PlaneAxes,
): Float32Array {
  const below = lowerCount(latent);
  const [short, long] = [Math.min(...axes), Math.max(...axes)];
  const correlation = new Float32Array(sigma.length / latent);
  for (let i = 0; i < correlation.length; i++) {
    const one = i * below + lowerCount(short);
    const other = i * below + lowerCount(long);
    let covariance = Math.exp(0.5 * logVar[i * latent + short]!) * lower[other + short]!;
    for (let m = 0; m < short; m++) covariance += lower[one + m]! * lower[other + m]!;
    correlation[i] = covariance / (sigma[i * latent + short]! * sigma[i * latent + long]!);
  }
  return correlation;
}

/** What the KL of a family to the prior has beyond that of the normal with the same μ and L, over d axes, nats. */
export const klConstant = (family: Family, latent: number): number => (family === 'box' ? latent * BOX_EXCESS : 0);

/**
 * KL(q(z|x) ‖ p(z)) of code i over all axes, in nats; +∞ for a point, as for any σ of 0.
 *
 * Full covariance: ½(tr Σ + μᵀμ − d − ln det Σ), where ln det Σ = Σ ln L_ii².
 */
export function klOf({ family, latent, mu, sigma, logVar, lower }: Posteriors, i: number): number {
  let kl = klConstant(family, latent);
  for (let axis = i * latent; axis < (i + 1) * latent; axis++) {
    // L_ii is σ_i itself where L is a diagonal.
    kl += klAxis(mu[axis]!, lower === null ? sigma[axis]! : Math.exp(0.5 * logVar[axis]!));
  }
  if (lower !== null) {
    const below = lowerCount(latent);
    for (let k = i * below; k < (i + 1) * below; k++) kl += 0.5 * lower[k]! ** 2;
  }
  return kl;
}

/** Codes whose KL is taken between two rests: about a millisecond. */
const SLICE = 8192;

/** Mean of `klOf` over all codes, or over some of them. @param some their indices */
export function* meanKl(posteriors: Posteriors, some: Uint32Array | null = null): Sliced<number> {
  const n = some?.length ?? posteriors.mu.length / posteriors.latent;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    if (i % SLICE === SLICE - 1) yield undefined;
    sum += klOf(posteriors, some === null ? i : some[i]!);
  }
  return sum / n;
}

/** One value of ε: of mean 0 and variance 1, as the family samples it, or just `normal`. */
export const unitNoise = (family: Family | 'normal', random: Random): number =>
  family === 'box' ? BOX_REACH * (2 * random.uniform() - 1) : random.normal();
