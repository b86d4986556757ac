import { expect, it } from 'vitest';
import { shownLabels } from '../../src/panels/ellipseCloud';

const LABELS = Uint8Array.of(0, 1, 2, 3, 4, 5, 6);

/** A frame of every so many of the images. */
const frameOf = (stride: number, shown: number) =>
  ({ stride, plane: { mu: new Float32Array(2 * shown) } }) as Parameters<typeof shownLabels>[0];

it('are those of the images that are shown', () => {
  expect(shownLabels(frameOf(1, 7), LABELS)).toBe(LABELS);
  expect(shownLabels(frameOf(2, 4), LABELS)).toEqual(Uint8Array.of(0, 2, 4, 6));
  expect(shownLabels(frameOf(3, 3), LABELS)).toEqual(Uint8Array.of(0, 3, 6));
});

it('are the same array for one frame after another: what is painted when they change is not painted for every frame', () => {
  const shown = shownLabels(frameOf(3, 3), LABELS);
  expect(shownLabels(frameOf(3, 3), LABELS)).toBe(shown);
  expect(shownLabels(frameOf(3, 3), LABELS.slice()), 'of other numbers').not.toBe(shown);
  expect(shownLabels(frameOf(2, 4), LABELS), 'of more images').toEqual(Uint8Array.of(0, 2, 4, 6));
});

it('are none where there are none, and while a frame is still of other images', () => {
  expect(shownLabels(frameOf(1, 7), null)).toBeNull();
  expect(shownLabels(frameOf(1, 6), LABELS)).toBeNull();
  expect(shownLabels(frameOf(2, 3), LABELS)).toBeNull();
});
