import { expect, it } from 'vitest';
import { onePer } from '../../src/state/onePer';

it('makes one for each owner, when it is first asked for', () => {
  const asked: object[] = [];
  const oneOf = onePer((owner: object) => {
    asked.push(owner);
    return { owner };
  });
  const [first, second] = [{}, {}];
  expect(asked).toEqual([]);
  const ofFirst = oneOf(first);
  expect(ofFirst.owner).toBe(first);
  expect(oneOf(first)).toBe(ofFirst);
  expect(oneOf(second).owner).toBe(second);
  expect(oneOf(first)).toBe(ofFirst);
  expect(asked).toHaveLength(2);
});
