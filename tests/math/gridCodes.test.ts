import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxCodes, boxOfCodes, gridCodes } from '../../src/math/gridCodes';
import { expectAllClose, expectClose } from '../support/close';
import { windows } from './windows';

describe('gridCodes', () => {
  it('are the centres of cells that tile the window, row by row from the top left', () => {
    expectAllClose(gridCodes({ x: 1, y: -1, half: 2 }, 2), [0, 0, 2, 0, 0, -2, 2, -2], { abs: 1e-12 }, 'codes');
  });

  it('lie inside, evenly, and symmetric about the centre', () => {
    fc.assert(
      fc.property(windows, fc.integer({ min: 1, max: 24 }), (window, count) => {
        const codes = gridCodes(window, count);
        expect(codes).toHaveLength(2 * count * count);
        const side = (2 * window.half) / count;
        const near = { abs: 1e-5 * (window.half + Math.abs(window.x) + Math.abs(window.y)) };
        for (let i = 0; i < codes.length; i += 2) {
          expect(Math.abs(codes[i]! - window.x)).toBeLessThanOrEqual(window.half);
          expect(Math.abs(codes[i + 1]! - window.y)).toBeLessThanOrEqual(window.half);
          const opposite = codes.length - 2 - i;
          expectClose(codes[i]! + codes[opposite]!, 2 * window.x, near, 'x');
          expectClose(codes[i + 1]! + codes[opposite + 1]!, 2 * window.y, near, 'y');
          const column = (i / 2) % count;
          const row = Math.floor(i / 2 / count);
          expectClose(codes[i]!, codes[0]! + column * side, near, 'column');
          expectClose(codes[i + 1]!, codes[1]! - row * side, near, 'row');
        }
      }),
      { seed: 103, numRuns: 60 },
    );
  });
});

describe('boxCodes', () => {
  it('are the centres of cells that tile a rectangle, row by row from the top left', () => {
    const box = { left: 0, bottom: -2, right: 6, top: 0 };
    expectAllClose(boxCodes(box, 2), [1.5, -0.5, 4.5, -0.5, 1.5, -1.5, 4.5, -1.5], { abs: 1e-12 }, 'codes');
  });

  it('tell of which rectangle they are', () => {
    const sides = {
      width: fc.double({ min: 0.1, max: 10, noNaN: true }),
      height: fc.double({ min: 0.1, max: 10, noNaN: true }),
    };
    fc.assert(
      fc.property(windows, fc.record(sides), fc.integer({ min: 2, max: 24 }), ({ x, y }, { width, height }, count) => {
        const box = { left: x, bottom: y, right: x + width, top: y + height };
        const found = boxOfCodes(boxCodes(box, count), count);
        const near = { abs: 1e-5 * (Math.abs(x) + Math.abs(y) + width + height) };
        for (const edge of ['left', 'bottom', 'right', 'top'] as const) expectClose(found[edge], box[edge], near, edge);
      }),
      { seed: 104, numRuns: 60 },
    );
  });
});
