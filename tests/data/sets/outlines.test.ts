import { describe, it } from 'vitest';
import { OUTLINES, placed, reachOf, SHAPES } from '../../../src/data/sets/outlines';
import { polygonMoments } from '../../../src/math/raster/polygon';
import { expectClose } from '../../support/close';

describe('the outlines of shapes', () => {
  it.each(SHAPES)('%s has an area of 1 about its centre of mass', (shape) => {
    const { area, x, y } = polygonMoments(OUTLINES[shape]);
    expectClose(Math.abs(area), 1, { abs: 1e-12 });
    expectClose(x, 0, { abs: 1e-12 });
    expectClose(y, 0, { abs: 1e-12 });
  });

  it('reach as far as closed forms say', () => {
    expectClose(reachOf(OUTLINES.square), Math.SQRT1_2, { abs: 1e-12 });
    // Area 3√3/4·R².
    expectClose(reachOf(OUTLINES.triangle), Math.sqrt(4 / (3 * Math.sqrt(3))), { abs: 1e-12 });
    // Area ½π·R², but for the corners.
    expectClose(reachOf(OUTLINES.ellipse), Math.sqrt(2 / Math.PI), { rel: 2e-3 });
  });

  it('are placed: made larger, turned counter-clockwise as seen with y downwards, and moved', () => {
    const [x, y] = placed(Float64Array.of(1, 0), 2, Math.PI / 6, 10, 20);
    expectClose(x!, 10 + Math.sqrt(3), { abs: 1e-12 });
    expectClose(y!, 20 - 1, { abs: 1e-12 });
    for (const shape of SHAPES) {
      const moments = polygonMoments(placed(OUTLINES[shape], 3, 1.1, -2, 5));
      expectClose(Math.abs(moments.area), 9, { rel: 1e-12 });
      expectClose(moments.x, -2, { rel: 1e-9 });
      expectClose(moments.y, 5, { rel: 1e-9 });
    }
  });
});
