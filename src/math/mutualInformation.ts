import { allFinite } from './allFinite';
import { AxisMasses } from './axisMasses';
import type { Sliced } from './decoding';
import { type FactorLevels, factorLevels } from './factorLevels';
import type { Family } from './family';
import type { Posteriors } from './posterior';
import { quantile } from './quantile';
import { levelEntropy, SharedMass } from './sharedMass';

/** What the axes of a code say of factors, in nats. */
export interface FactorInformation {
  /** I(z_j; v), axes × factors, axis by axis: from 0 to the entropy of the factor; NaN where a code is no number. */
  readonly information: Float64Array;
  /** What chance gives to so few images, already taken out of `information`; axes × factors. */
  readonly bias: Float64Array;
  /** H(v) of each factor. */
  readonly entropies: Float64Array;
  /**
   * Of each factor (I of the axis that knows most − I of the next)/H(v), from 0 to 1: the gap of Chen et al., Isolating
   * Sources of Disentanglement in VAEs (2018). The next of a code of one axis is 0. NaN of a factor that does not vary.
   */
  readonly gaps: Float64Array;
}

/** Standard deviations below and above a centre that the cells of an axis reach: `AxisMasses` cuts Gaussians off there. */
const REACH = 6;

/** Cells of a typical standard deviation: what they lose of the information of a Gaussian is below 0.005 nats. */
const FINE = 3;

/** The same of boxes, which are cut off within a cell. */
const FINE_OF_BOX = 24;

/** Of the widths on an axis: narrower ones are seen less sharply than the cells are fine. */
const TYPICAL = 0.1;

/** Cells of an axis at most, and at least. */
const MOST = 1024;
const LEAST = 16;

/** Sums after which others have their turn: about two milliseconds. */
const SLICE = 200_000;

/**
 * What each axis of a code says of each factor, over N images: I(z_j; v) of z_j = μ_j + s·σ_j·ε, as the decoder is given
 * it, and of the level v of the factor.
 *
 * Where samples have a width, p(z_j|v) and p(z_j) are the mixtures of the images' own posteriors, each with its exact mass
 * in cells of a third of a narrow one; it is the information of the cell, at most that of z_j. Points, and posteriors with
 * s = 0, are brought to levels as the factors are, to 20 at most (`factorLevels`): what a finer look at z_j would tell is
 * not seen. From both the bias of few images is taken out to first order (`SharedMass`); that is too little
 * where posteriors are so narrow that hardly two share a cell.
 * @param noiseScale s
 * @param factors levels of the images, n each
 */
export function* mutualInformation(
  posteriors: Posteriors,
  noiseScale: number,
  factors: readonly FactorLevels[],
): Sliced<FactorInformation> {
  const { latent, family } = posteriors;
  const information = new Float64Array(latent * factors.length);
  const bias = new Float64Array(latent * factors.length);
  for (let axis = 0; axis < latent; axis++) {
    const mu = column(posteriors.mu, latent, axis);
    const sigma = column(posteriors.sigma, latent, axis).map((value) => noiseScale * value);
    yield undefined;
    const tables = yield* tablesOf(family, mu, sigma, factors);
    for (const [k, table] of (tables ?? []).entries()) {
      const found = table.information();
      information[axis * factors.length + k] = found.information;
      bias[axis * factors.length + k] = found.bias;
      yield undefined;
    }
    if (tables === null) {
      information.fill(Number.NaN, axis * factors.length, (axis + 1) * factors.length);
    }
  }
  const entropies = Float64Array.from(factors, levelEntropy);
  return { information, bias, entropies, gaps: gapsOf(information, entropies) };
}

/** How the images are shared among cells of one axis and the levels of each factor; null where a code is no number. */
function* tablesOf(
  family: Family,
  mu: Float64Array,
  sigma: Float64Array,
  factors: readonly FactorLevels[],
): Sliced<SharedMass[] | null> {
  if (!allFinite(mu) || (family !== 'point' && !allFinite(sigma))) return null;
  const isSpread = family !== 'point' && sigma.some((value) => value > 0);
  if (!isSpread) {
    const cells = factorLevels(mu, false);
    yield undefined;
    const tables = factors.map((factor) => new SharedMass(factor, cells.count));
    const whole = new Float64Array(cells.count).fill(1);
    for (const [i, cell] of cells.levels.entries()) for (const table of tables) table.add(i, whole, cell, cell);
    return tables;
  }
  const axis = cellsOf(mu, sigma, family === 'box' ? FINE_OF_BOX : FINE);
  yield undefined;
  const tables = factors.map((factor) => new SharedMass(factor, axis.size));
  let work = 0;
  for (let i = 0; i < mu.length; i++) {
    axis.set(family, mu[i]!, sigma[i]!);
    for (const table of tables) table.add(i, axis.masses, axis.first, axis.last);
    work += (axis.last - axis.first + 1) * (1 + factors.length);
    if (work > SLICE) {
      work = 0;
      yield undefined;
    }
  }
  return tables;
}

/** Cells that hold all posteriors of an axis. @param fine how many a typical standard deviation has */
function cellsOf(mu: Float64Array, sigma: Float64Array, fine: number): AxisMasses {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < mu.length; i++) {
    from = Math.min(from, mu[i]! - REACH * sigma[i]!);
    to = Math.max(to, mu[i]! + REACH * sigma[i]!);
  }
  const wanted = ((to - from) * fine) / quantile(sigma, TYPICAL);
  const size = Math.round(Math.min(MOST, Math.max(LEAST, wanted)));
  return new AxisMasses(from, (to - from) / size, size);
}

/** The gap of each factor. @param information axes × factors */
function gapsOf(information: Float64Array, entropies: Float64Array): Float64Array {
  return entropies.map((entropy, k) => {
    const ofAxes = information.filter((_, at) => at % entropies.length === k).sort();
    const [largest, next = 0] = [ofAxes.at(-1)!, ofAxes.at(-2)];
    return (largest - next) / entropy;
  });
}

/** Column `k` of numbers in rows of `width`. */
function column(values: Float32Array, width: number, k: number): Float64Array {
  const chosen = new Float64Array(values.length / width);
  for (let i = 0; i < chosen.length; i++) chosen[i] = values[i * width + k]!;
  return chosen;
}
