import fc from 'fast-check';
import { FAMILIES } from '../../src/math/family';
import type { Architecture } from '../../src/model/layout';

/** Small architectures: no hidden layer to three, odd widths, every family of posteriors. */
export const architectures: fc.Arbitrary<Architecture> = fc.record({
  inputs: fc.integer({ min: 1, max: 20 }),
  hidden: fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 3 }),
  latent: fc.integer({ min: 1, max: 4 }),
  activation: fc.constantFrom('relu', 'tanh', 'gelu'),
  posterior: fc.constantFrom(...FAMILIES),
});
