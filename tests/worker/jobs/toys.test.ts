/** Codes of sets whose answer is known look as they must. Both models, three seeds, and for longer: toys.long.test.ts. */
import { expect, it } from 'vitest';
import { KNOWN, TOYS, verdictsOf } from '../../support/toys';

/** Every answer once, of the models by turns. */
const SOME = KNOWN.filter((_, i) => i % 4 === 0 || i % 4 === 3);

it.each(SOME)('$answer: the $model says so', async ({ answer, model }) => {
  const [found] = await verdictsOf(TOYS[answer]({ size: 12 }), model, 1, [2000]);
  expect(found!.shape.shape, JSON.stringify(found!.shape)).toBe(answer);
});
