/** What kinds of posteriors look like on the plane. */
import { describe, expect, it } from 'vitest';
import { outlineReach } from '../../src/math/family';

describe('outlines', () => {
  it('grow with k and s, but a box has nothing outside its sides', () => {
    expect(outlineReach('full', 2, 0.5)).toBe(1);
    expect(outlineReach('box', 1, 0.5)).toBe(Math.sqrt(3) * 0.5);
    expect(outlineReach('box', 2, 0.5)).toBe(Math.sqrt(3) * 0.5);
  });
});
