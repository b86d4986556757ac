/** Codes of sets whose answer is known look as they must, from three seeds, soon and after long training. */
import { expect, it } from 'vitest';
import { KNOWN, TOYS, verdictsOf } from '../../support/toys';

const cases = KNOWN.flatMap((known) => [1, 2, 3].map((seed) => ({ ...known, seed })));

it.each(cases)('$answer: the $model of seed $seed says so', async ({ answer, model, seed }) => {
  for (const { step, shape } of await verdictsOf(TOYS[answer]({}), model, seed, [2000, 4000, 8000]))
    expect(shape.shape, `step ${step}: ${JSON.stringify(shape)}`).toBe(answer);
});
