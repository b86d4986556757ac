import { expect, it, vi } from 'vitest';
import { Selection } from '../../src/state/selection';

it('has no image at first, then the one that is selected, until it is released', () => {
  const selection = new Selection(() => 10);
  expect(selection.index).toBeNull();
  selection.select(7);
  expect(selection.index).toBe(7);
  selection.select(0);
  expect(selection.index).toBe(0);
  selection.release();
  expect(selection.index).toBeNull();
});

it('tells of changes alone', () => {
  const selection = new Selection(() => 10);
  const changed = vi.fn();
  selection.store.subscribe(changed);
  selection.release();
  selection.redraw();
  expect(changed).not.toHaveBeenCalled();
  selection.select(3);
  selection.select(3);
  expect(changed).toHaveBeenCalledTimes(1);
});

it('counts the draws from one posterior anew for each image', () => {
  const selection = new Selection(() => 10);
  selection.select(3);
  selection.redraw();
  selection.redraw();
  expect(selection.store.getState()).toEqual({ index: 3, draw: 2 });
  selection.select(4);
  expect(selection.store.getState()).toEqual({ index: 4, draw: 0 });
});

it('refuses what is no image, and keeps the one that there is', () => {
  const selection = new Selection(() => 10);
  selection.select(9);
  for (const index of [10, -1, 1.5, Number.NaN]) {
    expect(() => selection.select(index)).toThrow(
      new RangeError(`There is no image ${index}; the index must be a whole number from 0 to 9`),
    );
  }
  expect(selection.index).toBe(9);
});

it('takes any index before the data are there', () => {
  const selection = new Selection(() => null);
  selection.select(1234);
  expect(selection.index).toBe(1234);
  expect(() => selection.select(-1)).toThrow(
    new RangeError('There is no image -1; the index must be a whole number from 0'),
  );
});

it.each([
  [10, 9],
  [9, null],
  [null, 9],
])('of other data, which have %s images, is %s where it was 9', (count, index) => {
  let present: number | null = 10;
  const selection = new Selection(() => present);
  selection.select(9);
  present = count;
  selection.refit();
  expect(selection.index).toBe(index);
});
