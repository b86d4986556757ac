/** From one seed, every engine follows the trajectory of the plain tfjs program: all that a run may be. */
import { describe, it } from 'vitest';
import { FAMILIES } from '../../src/math/family';
import type { Likelihood } from '../../src/model/engine';
import type { Architecture } from '../../src/model/layout';
import { LIKELIHOODS, REGULARISERS } from '../support/models';
import { type Change, expectOneTrajectory } from '../support/parity';

const corners = [
  { beta: 0, noiseScale: 0 },
  { beta: 0, noiseScale: 1 },
  { beta: 1, noiseScale: 0 },
  { beta: 1, noiseScale: 1 },
];
const cases = LIKELIHOODS.flatMap((likelihood) =>
  REGULARISERS.flatMap((regulariser) => corners.map((corner) => ({ likelihood, regulariser, ...corner }))),
);

describe('64-64-2', () => {
  const architecture: Architecture = { inputs: 64, hidden: [64], latent: 2, activation: 'relu' };
  it.each(cases)('$likelihood, $regulariser, β = $beta, s = $noiseScale', { timeout: 60_000 }, (change) =>
    expectOneTrajectory(architecture, change),
  );
});

describe('posterior families', () => {
  const likelihoods: readonly Likelihood[] = [...LIKELIHOODS, 'gaussian-learned'];
  // Corners, regularisers and numbers of samples turn, so that every family meets all of them.
  const cases = FAMILIES.flatMap((posterior, f) =>
    likelihoods.map((likelihood, l) => ({
      posterior,
      likelihood,
      regulariser: REGULARISERS[(f + (l >> 1)) % REGULARISERS.length]!,
      samples: 1 + ((f + 3 * l) % 4),
      ...corners[(f + l) % corners.length]!,
    })),
  );
  it.each(cases)(
    '$posterior, $likelihood, $regulariser, $samples samples, β = $beta, s = $noiseScale',
    { timeout: 60_000 },
    ({ posterior, ...change }) =>
      expectOneTrajectory({ inputs: 64, hidden: [32], latent: 3, activation: 'tanh', posterior }, change),
  );
});

describe('deep, odd and drawn', () => {
  it.each<[Architecture, Change]>([
    [{ inputs: 64, hidden: [64], latent: 2, activation: 'relu' }, { resampled: true }],
    [
      { inputs: 64, hidden: [33, 17], latent: 3, activation: 'gelu', posterior: 'isotropic' },
      { regulariser: 'simple', samples: 3 },
    ],
    [
      { inputs: 64, hidden: [32], latent: 3, activation: 'gelu', posterior: 'full' },
      { resampled: true, samples: 3 },
    ],
    [
      { inputs: 64, hidden: [19], latent: 2, activation: 'tanh', posterior: 'box' },
      { resampled: true, likelihood: 'gaussian-learned', regulariser: 'simple' },
    ],
    [
      { inputs: 64, hidden: [33, 17], latent: 1, activation: 'tanh' },
      { regulariser: 'simple', noiseScale: 0.6 },
    ],
    [
      { inputs: 64, hidden: [29, 22, 11], latent: 5, activation: 'gelu' },
      { likelihood: 'gaussian', beta: 4 },
    ],
    [
      { inputs: 64, hidden: [], latent: 8, activation: 'relu', posterior: 'full' },
      { likelihood: 'gaussian-learned', samples: 4 },
    ],
  ])('%o, %o', { timeout: 60_000 }, (architecture, change) => expectOneTrajectory(architecture, change));
});
