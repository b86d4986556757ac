import { test } from 'vitest';
import { FAMILIES } from '../../../src/math/family';
import { expectConstantMemory } from './memory';

test('tensors and memory stay constant over 10,000 steps', { timeout: 120_000 }, () => expectConstantMemory(10_000));

test.each(FAMILIES)('and over 1,000 with a learned σ̃ and several samples: %s', { timeout: 60_000 }, (posterior) =>
  expectConstantMemory(1000, { posterior, latent: 3 }, { likelihood: 'gaussian-learned', samples: 3 }),
);
