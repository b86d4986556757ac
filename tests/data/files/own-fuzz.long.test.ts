import { expect, it } from 'vitest';
import { createRandom } from '../../../src/math/random';
import { readsOrRefuses } from '../../support/readsOrRefuses';

it.each([1, 2, 3, 4])(
  'the readers answer 25,000 inputs of seed %i with images or with a problem that is known',
  async (seed) => {
    const random = createRandom(seed);
    const answers = new Map<string, number>();
    for (let i = 0; i < 25_000; i++) {
      const answer = await readsOrRefuses(random);
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
    expect(answers.size).toBeGreaterThan(30);
  },
);
