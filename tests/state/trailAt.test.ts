import { describe, expect, it } from 'vitest';
import type { SweepPoint } from '../../src/state/sweep';
import { trailAt } from '../../src/state/trailAt';

const pointOf = (step: number, reconstruction: number, held = true): SweepPoint => ({
  step,
  training: { reconstruction, regulariser: reconstruction / 2 },
  heldOut: held ? { reconstruction: reconstruction + 1, regulariser: 3 } : null,
});

describe('what a model of a sweep was at a step', () => {
  const trail = [pointOf(10, 40), pointOf(20, 30), pointOf(60, 10)];

  it('is what was measured there', () => {
    for (const point of trail) expect(trailAt(trail, point.step)).toEqual(point);
  });

  it('lies between two steps that were measured as far as the step does', () => {
    expect(trailAt(trail, 30)).toEqual(pointOf(30, 25));
    expect(trailAt([pointOf(0, 8, false), pointOf(4, 4, false)], 1)).toEqual(pointOf(1, 7, false));
  });

  it('is not known outside of what was measured', () => {
    expect([trailAt(trail, 9), trailAt(trail, 61), trailAt([], 0)]).toEqual([null, null, null]);
  });
});
