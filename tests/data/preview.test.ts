import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/dataset';
import type { OwnImages } from '../../src/data/files/reading';
import { chosenOf, previewOf } from '../../src/data/preview';
import { resample } from '../../src/data/resample';
import { previewOfBars } from '../support/preview';

/** Images of 3 × 2 pixels whose values, multiples of 1/1024, tell image and pixel. */
function ownImages(n: number, changes: Partial<Dataset> = {}, inverted = false): OwnImages {
  const { found } = previewOfBars();
  const dataset: Dataset = {
    name: 'own',
    n,
    width: 3,
    height: 2,
    images: Float32Array.from({ length: 6 * n }, (_, i) => (i % 1024) / 1024),
    labels: Uint8Array.from({ length: n }, (_, i) => i % 3),
    ...changes,
  };
  return { dataset, found: { ...found, reading: { ...found.reading, inverted } } };
}

const AS_IS = { size: 0, count: 0, transposed: false, binary: 'off' as const };

describe('the preview of images', () => {
  it('is of the first 40, and of all where there are fewer', () => {
    const own = ownImages(100);
    const { images, n, all, width, height } = previewOf(own, AS_IS);
    expect([n, all, width, height]).toEqual([100, 100, 3, 2]);
    expect(images).toEqual(own.dataset.images.slice(0, 240));
    expect(previewOf(ownImages(7), AS_IS).images).toEqual(ownImages(7).dataset.images);
  });

  it('shows what would be trained on, whatever is chosen, and leaves what was read as it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 130 }),
        fc.constantFrom(0, 1, 2, 3, 8),
        fc.boolean(),
        fc.option(fc.boolean(), { nil: undefined }),
        fc.boolean(),
        (n, count, size, transposed, inverted, found) => {
          const own = ownImages(n, {}, found);
          const choices = { size, count, transposed, binary: 'off' as const, inverted };
          const preview = previewOf(own, choices);
          expect(own.dataset.images).toEqual(ownImages(n).dataset.images);
          expect(preview.found.reading.inverted).toBe(inverted ?? found);
          const chosen = chosenOf(own, choices);
          expect([preview.n, preview.width, preview.height]).toEqual([chosen.n, chosen.width, chosen.height]);
          const shown = Math.min(40, chosen.n) * chosen.width * chosen.height;
          expect(preview.images).toEqual(chosen.images.slice(0, shown));
          const counts = new Map<string, number>();
          for (const label of chosen.labels!) counts.set(String(label), (counts.get(String(label)) ?? 0) + 1);
          expect(new Map(preview.classes!.map((each) => [each.name, each.count]))).toEqual(counts);
        },
      ),
      { seed: 10 },
    );
  });

  it('exchanges ink and paper before images are put on a square of paper', () => {
    const own = ownImages(1, { images: Float32Array.of(1, 1, 1, 1, 1, 1) });
    expect([...previewOf(own, { ...AS_IS, inverted: true }).images]).toEqual([0, 0, 0, 0, 0, 0]);
    const dark = ownImages(1, { images: new Float32Array(6) });
    const square = chosenOf(dark, { ...AS_IS, inverted: true, size: 2 });
    // Two rows of three pixels of ink, in the middle of three rows: ink is 6 of 9 pixels.
    expect(square.images.reduce((sum, value) => sum + value, 0) / 4).toBeCloseTo(6 / 9, 6);
    expect(square.images).toEqual(resample({ ...dark.dataset, images: new Float32Array(6).fill(1) }, 2).images);
  });

  it('calls classes by their names, in their order, and leaves out those that have no images', () => {
    const labels = Uint8Array.of(2, 0, 2);
    const { classes } = previewOf(ownImages(3, { labels, classNames: ['cat', 'dog', 'owl'] }), AS_IS);
    expect(classes).toEqual([
      { name: 'cat', count: 1 },
      { name: 'owl', count: 2 },
    ]);
    expect(previewOf(ownImages(3, { labels: null }), AS_IS).classes).toBeNull();
  });
});
