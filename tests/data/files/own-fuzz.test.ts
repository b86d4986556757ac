import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/math/random';
import { readsOrRefuses } from '../../support/readsOrRefuses';

describe('the readers on any input', { timeout: 60_000 }, () => {
  it('answer with images or with a problem that is known', async () => {
    const random = createRandom(20);
    const answers = new Map<string, number>();
    for (let i = 0; i < 2000; i++) {
      const answer = await readsOrRefuses(random);
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
    // The inputs reach what they are made for.
    for (const format of ['npy', 'npz', 'csv', 'png', 'zip', 'safetensors'])
      expect(answers.has(format), format).toBe(true);
    expect(answers.size).toBeGreaterThan(25);
  });
});
