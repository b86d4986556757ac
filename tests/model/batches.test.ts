import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../src/math/family';
import { Batches } from '../../src/model/batches';

const indices = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => 3 * i);

const sizes = fc.record({ size: fc.integer({ min: 1, max: 9 }), samples: fc.integer({ min: 1, max: 3 }) });

describe('a look at the next batch', () => {
  it('shows the images and the noise that are taken then, to the bit, and takes nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.tuple(sizes, fc.boolean()), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...FAMILIES),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(99),
        (n, steps, family, latent, seed) => {
          const looked = new Batches(indices(n), seed, { latent, family }, null);
          const plain = new Batches(indices(n), seed, { latent, family }, null);
          for (const [size, looks] of steps) {
            const seen = looks ? looked.peek(size) : null;
            const taken = looked.next(size);
            if (seen !== null) expect(seen).toEqual(taken);
            expect(taken).toEqual(plain.next(size));
            expect(looked.epochs).toBe(plain.epochs);
          }
        },
      ),
      { seed: 51, numRuns: 200 },
    );
  });

  it('stays as it was when the batch is taken and another after it', () => {
    const batches = new Batches(indices(10), 4, { latent: 2, family: 'diagonal' }, null);
    const seen = batches.peek({ size: 4, samples: 2 });
    const kept = { images: seen.images.slice(), noise: seen.noise.slice() };
    batches.next({ size: 4, samples: 2 });
    batches.next({ size: 4, samples: 2 });
    expect(seen).toEqual(kept);
  });
});
