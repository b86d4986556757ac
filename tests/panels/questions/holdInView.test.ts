import { describe, expect, it } from 'vitest';
import { holdInView } from '../../../src/panels/questions/holdInView';
import { PlaneView } from '../../../src/state/planeView';

describe('a code that is to be seen', () => {
  it('leaves the window as it is where it is in it', () => {
    const plane = new PlaneView(() => true);
    const before = plane.current;
    holdInView(plane, 3, -3);
    expect(plane.current).toBe(before);
    expect(plane.taken).toBeNull();
  });

  it('widens the window around its middle until it holds it', () => {
    const plane = new PlaneView(() => true);
    plane.take({ x: 1, y: 1, half: 2 });
    holdInView(plane, 1, -9);
    const { x, y, half } = plane.current;
    expect([x, y]).toEqual([1, 1]);
    expect(half).toBeGreaterThan(10);
    expect(half).toBeLessThan(12);
  });
});
