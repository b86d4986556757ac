import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setApart } from '../../../src/draw/plane/apart';

describe('lines that are set apart', () => {
  it('stay where they do not cover each other', () => {
    const lines = [
      { x: 0, y: 0, width: 10 },
      { x: 11, y: 0, width: 10 },
      { x: 0, y: 20, width: 10 },
    ];
    expect(setApart(lines, 18)).toEqual([0, 0, 20]);
  });

  it('go to the nearer side of the one that they would cover', () => {
    const at = (y: number) => ({ x: 0, y, width: 40 });
    expect(setApart([at(0), at(4), at(-2)], 18)).toEqual([0, 18, -18]);
  });

  it('never cover each other', () => {
    const line = fc.record({
      x: fc.integer({ min: 0, max: 100 }),
      y: fc.integer({ min: 0, max: 60 }),
      width: fc.integer({ min: 1, max: 80 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const heights = setApart(lines, 18);
        for (const [i, a] of lines.entries())
          for (const [j, b] of lines.slice(0, i).entries())
            if (Math.abs(a.x - b.x) < (a.width + b.width) / 2)
              expect(Math.abs(heights[i]! - heights[j]!)).toBeGreaterThanOrEqual(18);
      }),
      { seed: 3 },
    );
  });
});
