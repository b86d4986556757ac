import { type Decoding, decodeBatches } from './decoding';
import { type Estimate, estimate, pooled } from './estimate';
import { expectationNodes } from './expectation';
import type { Shares } from './holdout';
import { latticeAround } from './lattice';
import { logLikelihoods, type ObservationModel } from './logLikelihood';
import { NodeTable } from './nodeTable';
import type { PlanarPosteriors } from './posterior';
import type { Random } from './random';
import { rowsAt, stacked } from './rows';
import { type TruePosterior, truePosteriors } from './truePosterior';

/** Images and what the model says of them. Codes have one or two axes: quadrature over more would take too many nodes. */
export interface EvidenceInput {
  readonly model: ObservationModel;
  /** N × D. */
  readonly images: Float32Array;
  /** D. */
  readonly pixels: number;
  /** q(z|x) of each image, as the encoder gives it: the share s of it that samples use is not looked at. */
  readonly posteriors: PlanarPosteriors;
  /** Axes of a code; 2, if nothing is said. Of one axis, the second of the plane says nothing of an image. */
  readonly axes?: 1 | 2;
  /** KL(q(z|x) ‖ p(z)) of each image, nats. */
  readonly kl: ArrayLike<number>;
}

/** ln p(x) of one image and the bound on it, in nats. */
export interface ImageEvidence extends TruePosterior {
  readonly index: number;
  /** μ on the plane. */
  readonly centre: readonly [x: number, y: number];
  /** E_q[ln p(x|z)] − KL(q ‖ p); −∞ where the posterior has no width. */
  readonly elbo: number;
  /** ln p(x) − ELBO = KL(q(z|x) ‖ p(z|x)), not below 0 but for the quadrature's error. */
  readonly gap: number;
}

/** The same over some images, in nats an image. */
export interface MeanEvidence {
  /** How many images were looked at. */
  readonly taken: number;
  readonly logEvidence: Estimate;
  /** null where posteriors have no width: their ELBO is −∞. */
  readonly elbo: Estimate | null;
  readonly gap: Estimate | null;
}

/** And over a data set. */
export interface Evidence extends MeanEvidence {
  /** Over the images that are trained on, and over those that are held out; null where none are. */
  readonly training: MeanEvidence;
  readonly heldOut: MeanEvidence | null;
  /** Those with the largest gap, largest first; none where there is no ELBO. */
  readonly largest: readonly ImageEvidence[];
  /** How many true posteriors were too narrow for the finest lattice. */
  readonly unresolved: number;
}

/** Images at a time: their products with all nodes are held together. */
const BLOCK = 16;

/**
 * Nodes to an image beside those of level 0, by the work they make: some 300 decodes for the ELBO, each with D
 * exponentials, which weigh 25 multiplications, and nodes of finer levels.
 */
const NODES_BESIDE = 8000;

/** Operations for all images, if nothing else is said: a few seconds of one core. */
const OPERATIONS = 2e9;

/** How many images of the largest gap are named. */
const NAMED = 8;

/**
 * ln p(x), ELBO and gap of some images. Asks for raw outputs.
 * @param indices which of the images
 */
export function* imageEvidence(input: EvidenceInput, indices: Uint32Array): Decoding<ImageEvidence[]> {
  const table = new NodeTable(latticeAround(input.posteriors), input.model, input.pixels);
  const found: ImageEvidence[] = [];
  for (let first = 0; first < indices.length; first += BLOCK) {
    const block = indices.subarray(first, first + BLOCK);
    const posteriors = yield* truePosteriors(table, {
      images: rowsAt(input.images, input.pixels, block),
      mu: rowsAt(input.posteriors.mu, 2, block),
    });
    for (const [k, posterior] of posteriors.entries()) {
      const index = block[k]!;
      const elbo = yield* lowerBound(input, index);
      const centre = [input.posteriors.mu[2 * index]!, input.posteriors.mu[2 * index + 1]!] as const;
      found.push({ ...posterior, index, centre, elbo, gap: posterior.logEvidence - elbo });
    }
  }
  return found;
}

/**
 * Means of ln p(x), ELBO and gap over images, each share apart and both together, and the images with the largest gaps.
 * Asks for raw outputs.
 *
 * Takes about (G² + 8000)·D operations an image, with G from 64 to 96, and the decoder's work for G² codes and some 300
 * more an image; where level 0 is too large to be held, for G² codes every 16 images. Above the budget a subset of each
 * share is drawn, and the standard errors say what that costs: half of the budget goes to the images that are held out,
 * though they are few, so that the shares can be told apart.
 * @param shares which images the means are over; one is trained on at least
 */
export function* evidence(
  input: EvidenceInput,
  shares: Shares,
  random: Random,
  operations = OPERATIONS,
): Decoding<Evidence> {
  const nodes = latticeAround(input.posteriors).size ** 2;
  yield undefined;
  const affordable = Math.floor(operations / ((nodes + NODES_BESIDE) * input.pixels));
  const heldOut = drawn(shares.heldOut, Math.max(affordable >> 1, affordable - shares.training.length), random);
  const training = drawn(shares.training, affordable - heldOut.length, random);
  yield undefined;
  const taken = nextToEachOther(stacked([training, heldOut], Uint32Array), input.posteriors.mu);
  const found = yield* imageEvidence(input, taken);
  const bounded = found.every(({ elbo }) => Number.isFinite(elbo));
  const isHeldOut = new Set(heldOut);
  const means = (held: boolean): MeanEvidence => {
    const those = found.filter(({ index }) => isHeldOut.has(index) === held);
    const population = shares[held ? 'heldOut' : 'training'].length;
    const of = (key: Term): Estimate =>
      estimate(
        those.map((image) => image[key]),
        population,
      );
    return {
      taken: those.length,
      logEvidence: of('logEvidence'),
      elbo: bounded ? of('elbo') : null,
      gap: bounded ? of('gap') : null,
    };
  };
  const [ofTraining, ofHeldOut] = [means(false), heldOut.length === 0 ? null : means(true)];
  return {
    ...together(ofTraining, ofHeldOut, shares),
    training: ofTraining,
    heldOut: ofHeldOut,
    largest: bounded ? found.toSorted((a, b) => b.gap - a.gap).slice(0, NAMED) : [],
    unresolved: found.filter(({ resolved }) => !resolved).length,
  };
}

type Term = 'logEvidence' | 'elbo' | 'gap';

/** Some of the images, or all; two at least where there are, so that their standard error is known. */
function drawn(share: Uint32Array, count: number, random: Random): Uint32Array {
  const order = share.slice();
  const wanted = Math.max(2, count);
  if (wanted < order.length) random.shuffle(order);
  return order.subarray(0, wanted);
}

/** The means over all images: each share counts by its size, however many of it were looked at. */
function together(training: MeanEvidence, heldOut: MeanEvidence | null, shares: Shares): MeanEvidence {
  if (heldOut === null) return training;
  const sizes = [shares.training.length, shares.heldOut.length];
  const of = (a: Estimate | null, b: Estimate | null): Estimate | null =>
    a === null || b === null ? null : pooled([a, b], sizes);
  return {
    taken: training.taken + heldOut.taken,
    logEvidence: pooled([training.logEvidence, heldOut.logEvidence], sizes),
    elbo: of(training.elbo, heldOut.elbo),
    gap: of(training.gap, heldOut.gap),
  };
}

/** E_q[ln p(x|z)] − KL(q ‖ p) by quadrature over q, without noise. */
function* lowerBound({ model, images, pixels, posteriors, axes, kl }: EvidenceInput, index: number): Decoding<number> {
  if (kl[index] === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  const { points, weights } = expectationNodes(posteriors, index, axes);
  const image = images.subarray(index * pixels, (index + 1) * pixels);
  let sum = 0;
  yield* decodeBatches(points, pixels, (outputs, first) => {
    logLikelihoods(model, image, outputs).forEach((logLikelihood, k) => {
      sum += weights[first + k]! * logLikelihood;
    });
  });
  return sum - kl[index]!;
}

/** Height of the strips in which images are taken: those of one strip ask for the same finer nodes. */
const STRIP = 0.5;

/** Indices in an order in which neighbours follow each other. */
function nextToEachOther(indices: Uint32Array, mu: Float32Array): Uint32Array {
  const strip = (index: number): number => Math.floor(mu[2 * index + 1]! / STRIP);
  return indices.toSorted((a, b) => strip(a) - strip(b) || mu[2 * a]! - mu[2 * b]!);
}
