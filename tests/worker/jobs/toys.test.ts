/** Codes of sets whose answer is known look as they must. Three seeds, and for longer: toys.long.test.ts. */
import { expect, it } from 'vitest';
import { KNOWN, TOYS, verdictsOf } from '../../support/toys';

it.each(KNOWN)('$answer: the $model says so', async ({ answer, model }) => {
  const [found] = await verdictsOf(TOYS[answer]({ size: 12 }), model, 1, [2000]);
  expect(found!.shape.shape, JSON.stringify(found!.shape)).toBe(answer);
});
