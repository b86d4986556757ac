import { expect, it } from 'vitest';
import { pinCodes } from '../../src/panels/pinCodes';

const whole = [
  { x: 1, y: 3, code: [1, 2, 3] },
  { x: 4, y: 6, code: [4, 5, 6] },
];

it('pins are decoded with all axes of their codes', () => {
  expect(pinCodes(whole, 3)).toEqual({ values: [1, 2, 3, 4, 5, 6], width: 3, latent: 3 });
});

it('pins are decoded on the plane where it shows the whole code, and by a model of other axes', () => {
  const planar = { values: [1, 3, 4, 6], width: 2, latent: undefined };
  expect(pinCodes(whole, 2)).toEqual(planar);
  expect(pinCodes(whole, 5)).toEqual(planar);
  const flat = whole.map(({ x, y }) => ({ x, y, code: null }));
  expect(pinCodes(flat, 2)).toEqual(planar);
  expect(pinCodes([whole[0]!, flat[1]!], 3)).toEqual(planar);
});
