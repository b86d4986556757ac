import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headWidth } from '../../src/math/posterior';
import { createLayout, familyOf } from '../../src/model/layout';
import { architectures } from '../support/architectures';

const runs = { seed: 11, numRuns: 200 };

describe('createLayout', () => {
  it('cuts the flat array into blocks without gaps or overlaps', () => {
    fc.assert(
      fc.property(architectures, (architecture) => {
        const { layers, observation, size } = createLayout(architecture);
        let end = 0;
        for (const { offset, inputs, outputs } of layers) {
          expect(offset).toBe(end);
          end += (inputs + 1) * outputs;
        }
        expect(observation).toBe(end);
        expect(size).toBe(end + 1);
      }),
      runs,
    );
  });

  it('chains the layers from the pixels through the code back to the pixels', () => {
    fc.assert(
      fc.property(architectures, (architecture) => {
        const { inputs, hidden, latent } = architecture;
        const { encoder, head, decoder, output, layers } = createLayout(architecture);
        expect(layers).toEqual([...encoder, head, ...decoder, output]);
        expect([...encoder, head].map((layer) => layer.inputs)).toEqual([inputs, ...hidden]);
        expect(encoder.map((layer) => layer.outputs)).toEqual(hidden);
        expect(head.outputs).toBe(headWidth(familyOf(architecture), latent));
        expect([...decoder, output].map((layer) => layer.inputs)).toEqual([latent, ...hidden.toReversed()]);
        expect([...decoder, output].map((layer) => layer.outputs)).toEqual([...hidden.toReversed(), inputs]);
      }),
      runs,
    );
  });

  it('names every layer differently', () => {
    const { layers } = createLayout({ inputs: 4, hidden: [3, 3], latent: 2, activation: 'relu' });
    expect(new Set(layers.map(({ name }) => name)).size).toBe(layers.length);
  });

  it('has the size of the shipped model', () => {
    // 64-64-2: two layers of 64 → 64, the head 64 → 4 and the first layer of the decoder 2 → 64, each with biases.
    const { observation } = createLayout({ inputs: 64, hidden: [64], latent: 2, activation: 'relu' });
    expect(observation).toBe(2 * 65 * 64 + 65 * 4 + 3 * 64);
  });
});
