import { expect, it } from 'vitest';
import { OwnValues } from '../../src/state/ownValues';

const made = (): OwnValues =>
  new OwnValues({ mu: { initial: 1, min: -3, max: 3 }, sigma: { initial: 0.3, min: 0.02, max: 3 } });

it('begins as its figure has it, and keeps what is not named', () => {
  const values = made();
  expect(values.store.getState()).toEqual({ mu: 1, sigma: 0.3 });
  values.set({ mu: -3 });
  expect(values.store.getState()).toEqual({ mu: -3, sigma: 0.3 });
});

it.each([
  [{ mu: 3.01 }, 'mu is to be from -3 to 3, not 3.01'],
  [{ mu: 0, sigma: Number.NaN }, 'sigma is to be from 0.02 to 3, not NaN'],
  [{ beta: 1 }, 'The figure has no beta, only mu, sigma'],
])('refuses %j, and keeps what it had', (changes, says) => {
  const values = made();
  expect(() => values.set(changes as Record<string, number>)).toThrow(new RangeError(says));
  expect(values.store.getState()).toEqual({ mu: 1, sigma: 0.3 });
});

it('moves to the nearest value that there is', () => {
  const values = made();
  values.move({ mu: 7, sigma: -1 });
  expect(values.store.getState()).toEqual({ mu: 3, sigma: 0.02 });
  expect(() => values.move({ mu: Number.NaN })).toThrow(RangeError);
});
