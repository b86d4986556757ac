import { expect, it } from 'vitest';
import { fitTo } from '../../src/state/drawingFit';

/** Images of 2×2 that are ink or paper, but for those of which the number is named: they have a grey pixel. */
function fitOf(n: number, grey: readonly number[]) {
  const images = Float32Array.from({ length: 4 * n }, (_, at) => (at % 4 === 0 ? 1 : 0));
  for (const image of grey) images[4 * image + 3] = 0.5;
  return fitTo({ name: 'd', n, width: 2, height: 2, images, labels: null });
}

it('images are of ink and paper alone where no pixel is grey', () => {
  expect(fitOf(3, []).isBinary).toBe(true);
  for (const image of [0, 1, 2]) expect(fitOf(3, [image]).isBinary, `image ${image}`).toBe(false);
});

it('of many images that is told from 400 of all over, not from every pixel', () => {
  // Every fourth is looked at, from the first on.
  expect(fitOf(1600, [1596]).isBinary).toBe(false);
  expect(fitOf(1600, [1597, 1598, 1599]).isBinary).toBe(true);
});
