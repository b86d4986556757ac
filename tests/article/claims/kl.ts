import { OWN_VALUES } from '../../../src/figures/own/values';
import { type AxisDensity, unitDraws } from '../../../src/math/axisDensity';
import { bhattacharyya, divergence, estimatedDivergence, type RunningMean } from '../../../src/math/divergence';
import { normalCdf } from '../../../src/math/normal';
import { createRandom } from '../../../src/math/random';
import type { Claims } from '../claims';

const normal = (mu: number, sigma: number): AxisDensity => ({ shape: 'normal', mu, sigma });

const PRIOR = normal(0, 1);
const Q = normal(1, 0.5);
const NARROW = normal(0, 0.2);
/** The box, and what stands inside of it. */
const BOX: AxisDensity = { shape: 'box', mu: 0, sigma: 1 };
const INSIDE = normal(0, 0.5);

/** The seed that the text sets. */
const SEED = 5;

/** As the figure draws. */
function mean(q: AxisDensity, p: AxisDensity, count: number): RunningMean {
  const eps = unitDraws('normal', OWN_VALUES.kl.draws.max, createRandom(SEED, 0));
  return estimatedDivergence(q, p, eps, [count])[0]!;
}

export const claims: Claims = {
  integral: () => divergence(Q, PRIOR),
  few: () => mean(Q, PRIOR, 100).mean,
  fewError: () => mean(Q, PRIOR, 100).standardError,
  many: () => mean(Q, PRIOR, 10_000).mean,
  manyError: () => mean(Q, PRIOR, 10_000).standardError,
  back: () => divergence(PRIOR, Q),
  narrow: () => divergence(NARROW, PRIOR),
  narrowBack: () => divergence(PRIOR, NARROW),
  outside: () => 10_000 * 2 * normalCdf(-Math.sqrt(3) / INSIDE.sigma),
  blind: () => mean(INSIDE, BOX, 1000).mean,
  overlap: () => bhattacharyya(INSIDE, BOX),
};
