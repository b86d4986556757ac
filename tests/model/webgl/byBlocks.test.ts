import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Architecture, createLayout } from '../../../src/model/layout';
import { layerBlocks } from '../../../src/model/webgl/byBlocks';
import { LARGE_BLOCK, SMALL_BLOCK } from '../../../src/model/webgl/programs/block';

const layoutOf = (inputs: number, hidden: readonly number[], latent = 2) =>
  createLayout({ inputs, hidden, latent, activation: 'relu' } satisfies Architecture);

test('products of large layers have draws of their own, those of small layers none', () => {
  const own = { forward: LARGE_BLOCK, backward: LARGE_BLOCK, alone: true };
  const none = { forward: null, backward: null, alone: false };
  expect(layerBlocks(layoutOf(784, [256]), LARGE_BLOCK)).toEqual([{ ...own, backward: null }, none, none, own]);
  expect(layerBlocks(layoutOf(64, [64]), LARGE_BLOCK)).toEqual([none, none, none, none]);
});

test('small blocks ask for no more draws', () => {
  for (const { forward, backward, alone } of layerBlocks(layoutOf(784, [512, 256]), SMALL_BLOCK)) {
    expect([forward, backward, alone]).toEqual([null, null, false]);
  }
});

test('no model takes more than 24 draws, and the largest products come first', () => {
  const widths = fc.array(fc.integer({ min: 1, max: 1024 }), { maxLength: 3 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1024 }),
      widths,
      fc.integer({ min: 1, max: 16 }),
      (inputs, hidden, latent) => {
        const layout = layoutOf(inputs, hidden, latent);
        const blocks = layerBlocks(layout, LARGE_BLOCK);
        const more = blocks.map(({ forward, backward, alone }) => [forward, backward, alone].filter(Boolean).length);
        const sum = more.reduce((a, b) => a + b);
        // Eight, four for each hidden layer, one for several samples, two for a learned σ̃.
        expect(8 + 4 * hidden.length + 3 + sum).toBeLessThanOrEqual(24);
        const sizes = layout.layers.map((layer) => (layer.inputs + 1) * layer.outputs);
        const least = Math.min(...sizes.filter((_, i) => more[i]! > 0));
        sizes.forEach((size, i) => {
          const possible = i === 0 || i === hidden.length + 1 ? 2 : 3;
          if (size > least) expect(more[i]).toBe(possible);
        });
      },
    ),
    { seed: 12 },
  );
});
