/** From one seed, every engine follows the trajectory of the plain tfjs program; parity.long.browser.test.ts has more. */
import { it } from 'vitest';
import type { Architecture } from '../../src/model/layout';
import { type Change, expectOneTrajectory } from '../support/parity';

const shipped: Architecture = { inputs: 64, hidden: [64], latent: 2, activation: 'relu' };
const linear: Architecture = { inputs: 64, hidden: [], latent: 2, activation: 'relu' };
const odd: Architecture = { inputs: 64, hidden: [33, 17], latent: 1, activation: 'gelu' };

it.each<[Architecture, Change]>([
  [shipped, {}],
  [
    { ...odd, posterior: 'box' },
    { likelihood: 'gaussian', regulariser: 'simple', noiseScale: 0.6 },
  ],
  [
    { ...shipped, posterior: 'full' },
    { likelihood: 'gaussian-learned', samples: 2 },
  ],
  [linear, { likelihood: 'squared', beta: 0.1 }],
])('%o, %o', { timeout: 60_000 }, expectOneTrajectory);
