import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { FARTHEST } from '../../src/state/planeView';
import { PlaneRegion } from '../../src/state/region';

const BOX = { left: -1, bottom: 0, right: 0.5, top: 2 };

const regionOf = (box = BOX): PlaneRegion => {
  const region = new PlaneRegion();
  region.place(box);
  return region;
};

it('has nothing marked at first, then the latest rectangle, until it is taken away', () => {
  const region = new PlaneRegion();
  expect(region.box).toBeNull();
  region.place(BOX);
  expect(region.box).toEqual(BOX);
  region.place({ ...BOX, right: 3 });
  expect(region.box).toEqual({ ...BOX, right: 3 });
  region.clear();
  expect(region.box).toBeNull();
});

it.each([
  { ...BOX, left: 0.5 },
  { ...BOX, left: 1 },
  { ...BOX, top: -1 },
  { ...BOX, top: 0.00001 },
  { ...BOX, right: Number.NaN },
  { ...BOX, right: Number.POSITIVE_INFINITY },
  { ...BOX, bottom: -2 * FARTHEST },
])('refuses %j by its corners, and keeps what is marked', (box) => {
  const region = regionOf();
  const changed = vi.fn();
  region.store.subscribe(changed);
  expect(() => region.place(box)).toThrow(RangeError);
  expect(() => region.place(box)).toThrow(`from (${box.left}, ${box.bottom}) to (${box.right}, ${box.top})`);
  expect(region.box).toEqual(BOX);
  expect(changed).not.toHaveBeenCalled();
});

it('follows what is dragged as far as that is a region', () => {
  const region = new PlaneRegion();
  region.drag(BOX);
  region.drag({ ...BOX, right: -1 });
  region.drag({ ...BOX, right: 2 * FARTHEST });
  expect(region.box).toEqual(BOX);
});

it('is put around any code of any window, a quarter as wide, on the plane', () => {
  const coordinate = fc.double({ min: -FARTHEST, max: FARTHEST, noNaN: true });
  fc.assert(
    fc.property(coordinate, coordinate, fc.double({ min: 0.001, max: 1e6, noNaN: true }), (x, y, half) => {
      const region = new PlaneRegion();
      region.placeAround({ x, y }, half);
      const { left, bottom, right, top } = region.box!;
      expect(Math.abs(right - left - half / 2)).toBeLessThanOrEqual(1e-9 * FARTHEST);
      expect(Math.abs(top - bottom - half / 2)).toBeLessThanOrEqual(1e-9 * FARTHEST);
      // The code is in the middle, or at least inside.
      expect(left <= x && x <= right && bottom <= y && y <= top).toBe(true);
    }),
    { seed: 70, numRuns: 200 },
  );
});
