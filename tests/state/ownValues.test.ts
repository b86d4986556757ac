import { expect, it } from 'vitest';
import type { AddressFault } from '../../src/state/address';
import type { OwnValue } from '../../src/state/ownValues';
import { openedWith, ownText } from '../support/ownText';

const SPECS: Readonly<Record<string, OwnValue>> = {
  mu: { initial: 1, min: -3, max: 3 },
  sigma: { initial: 0.3, min: 0.02, max: 3 },
  draws: { initial: 10, min: 0, max: 100, integer: true },
  painted: { initial: '', form: /^[0-3]?\w*$/, kind: 'painted', most: 5 },
};
const INITIAL = { mu: 1, sigma: 0.3, draws: 10, painted: '' };

it('begins as its figure has it, and keeps what is not named', () => {
  const values = openedWith('kl', SPECS);
  expect(values.store.getState()).toEqual(INITIAL);
  values.set({ mu: -3 });
  expect(values.store.getState()).toEqual({ ...INITIAL, mu: -3 });
});

it.each([
  [{ mu: 3.01 }, 'mu is 3.01; it must be a number from -3 to 3'],
  [{ mu: 0, sigma: Number.NaN }, 'sigma is NaN; it must be a number from 0.02 to 3'],
  [{ draws: 2.5 }, 'draws is 2.5; it must be a whole number from 0 to 100'],
  [{ painted: 'é' }, 'painted is no painted cloud: é'],
  [{ painted: 3 }, 'painted is no painted cloud: 3'],
  [{ beta: 1 }, 'The figure kl has no beta, only mu, sigma, draws, painted'],
])('refuses %j, and keeps what it had', (changes, says) => {
  const values = openedWith('kl', SPECS);
  expect(() => values.set(changes as unknown as Record<string, number>)).toThrow(new RangeError(says));
  expect(values.store.getState()).toEqual(INITIAL);
});

it('moves to the nearest value that there is, no finer than a pixel', () => {
  const values = openedWith('kl', SPECS);
  values.move({ mu: 7, sigma: -1, draws: 3.6, painted: '2ab' });
  expect(values.store.getState()).toEqual({ mu: 3, sigma: 0.02, draws: 4, painted: '2ab' });
  values.move({ mu: 0.123456 });
  expect(values.store.getState()).toMatchObject({ mu: 0.123 });
  expect(() => values.move({ mu: Number.NaN })).toThrow(RangeError);
});

it('has the address say what differs from how the figure opens, and nothing else', () => {
  const text = ownText();
  const values = openedWith('kl', SPECS, text);
  expect(text.getState()).toBeNull();
  values.set({ mu: 2, draws: 10 });
  expect(text.getState()).toEqual({ mu: '2' });
  values.set({ mu: 1 });
  expect(text.getState()).toBeNull();
});

it('leaves what is too long out of the address', () => {
  const text = ownText();
  const values = openedWith('kl', SPECS, text);
  values.set({ painted: '12345' });
  expect(text.getState()).toEqual({ painted: '12345' });
  values.set({ painted: '123456' });
  expect(text.getState()).toBeNull();
  expect(values.store.getState()).toMatchObject({ painted: '123456' });
});

it('takes what the address says, in capitals or not, and what is typed later, and keeps what is not named', () => {
  const text = ownText({ mu: '-0.5', DRAWS: '20' });
  const values = openedWith('kl', SPECS, text);
  expect(values.store.getState()).toEqual({ ...INITIAL, mu: -0.5, draws: 20 });
  expect(text.getState()).toEqual({ mu: '-0.5', draws: '20' });
  text.setState({ mu: '-0.5', draws: '20', sigma: '3' }, true);
  expect(values.store.getState()).toEqual({ ...INITIAL, mu: -0.5, draws: 20, sigma: 3 });
});

it('tells what it does not understand, and drops that alone', () => {
  const faults: AddressFault[] = [];
  const text = ownText({ mu: '4', sigma: '', draws: '1.5', painted: '123456', beta: '1', seed: '' });
  const values = openedWith('kl', SPECS, text, faults);
  expect(values.store.getState()).toEqual(INITIAL);
  expect(text.getState()).toBeNull();
  expect(faults).toEqual([
    { text: 'kl.mu=4', kind: 'bad-value', spec: expect.objectContaining({ kind: 'number', min: -3, max: 3 }) },
    { text: 'kl.sigma', kind: 'bad-value', spec: expect.objectContaining({ kind: 'number', min: 0.02, max: 3 }) },
    { text: 'kl.draws=1.5', kind: 'bad-value', spec: expect.objectContaining({ kind: 'number', integer: true }) },
    { text: 'kl.painted=123456', kind: 'bad-value', spec: { kind: 'painted' } },
    { text: 'kl.beta=1', kind: 'unknown', spec: null },
    { text: 'kl.seed', kind: 'unknown', spec: null },
  ]);
});

it('sets texts as an address has them, all or none', () => {
  const values = openedWith('kl', SPECS);
  values.setTexts({ Mu: '2', painted: '3' });
  expect(values.store.getState()).toMatchObject({ mu: 2, painted: '3' });
  expect(() => values.setTexts({ mu: '0', draws: 'many' })).toThrow('draws is NaN; it must be a whole number');
  expect(() => values.setTexts({ mu: '0', beta: '1' })).toThrow('The figure kl has no beta');
  expect(values.store.getState()).toMatchObject({ mu: 2 });
});
