import { expect, it, vi } from 'vitest';
import { PriorDraws } from '../../src/state/priorDraws';

it('shows none at first, then those of a number, and comes back to them', () => {
  const prior = new PriorDraws();
  expect(prior.drawn).toBeNull();
  prior.show();
  expect(prior.drawn).toBe(0);
  prior.show(7);
  prior.redraw();
  expect(prior.drawn).toBe(8);
  prior.hide();
  expect(prior.drawn).toBeNull();
  prior.show();
  expect(prior.drawn).toBe(8);
});

it('comes from the last draw that an address can name to the first', () => {
  const prior = new PriorDraws();
  prior.show(999_999_999);
  prior.redraw();
  expect(prior.drawn).toBe(0);
  prior.show();
  expect(prior.drawn).toBe(0);
});

it.each([-1, 0.5, Number.NaN, 1e9])('refuses draw %d by its number, and stays as it was', (draw) => {
  const prior = new PriorDraws();
  expect(() => prior.show(draw)).toThrow(new RegExp(`no draw ${draw};`));
  expect(prior.drawn).toBeNull();
});

it('points at one of the codes, and at none of others', () => {
  const prior = new PriorDraws();
  prior.show();
  prior.point(3);
  const changed = vi.fn();
  prior.store.subscribe(changed);
  prior.point(3);
  expect(changed).not.toHaveBeenCalled();
  expect(prior.store.getState().pointed).toBe(3);
  prior.redraw();
  expect(prior.store.getState().pointed).toBeNull();
  prior.point(2);
  prior.hide();
  expect(prior.store.getState().pointed).toBeNull();
});
