import { expect, it } from 'vitest';
import { FAMILIES, type Family } from '../../../src/math/family';
import { onPlane, posteriorsOf } from '../../../src/math/posterior';
import { PRIOR_DRAWS, priorCodes, priorMarks } from '../../../src/panels/prior/priorMarks';
import type { Frame } from '../../../src/worker/frameProtocol';

/** What marks are made of: one posterior of three axes at the origin, as wide as `sigma`, seen on the first and the last. */
function frameOf(family: Family, sigma: number, noiseScale: number): Frame {
  const posteriors = posteriorsOf(family, 3, {
    mu: new Float32Array(3),
    logVar: new Float32Array(3).fill(family === 'point' ? Number.NEGATIVE_INFINITY : 2 * Math.log(sigma)),
    lower: family === 'full' ? new Float32Array(3) : null,
  });
  const frame: Partial<Frame> = { ...posteriors, noiseScale, plane: { axes: [0, 2], ...onPlane(posteriors, [0, 2]) } };
  return frame as Frame;
}

it('are the codes of the draw on the axes of the plane', () => {
  const codes = priorCodes(5, 3);
  const marks = priorMarks(frameOf('diagonal', 1, 1), 5);
  expect(marks).toHaveLength(PRIOR_DRAWS);
  for (const [k, { x, y }] of marks.entries()) expect([x, y]).toEqual([codes[3 * k], codes[3 * k + 2]]);
});

it('are others for each draw, and the same again', () => {
  const frame = frameOf('diagonal', 1, 1);
  const first = priorMarks(frame, 0);
  expect(priorMarks(frame, 1)).not.toEqual(first);
  expect(priorMarks(frame, 0)).toEqual(first);
  expect(priorCodes(0, 3)).toEqual(priorCodes(0, 3));
});

it.each(FAMILIES)('are reached by a %s as far as its outline goes at 2σ', (family) => {
  // Of all sizes that some of the draws are inside of, and of none.
  for (const [sigma, noiseScale] of [
    [0.5, 1],
    [0.5, 0.7],
    [1, 0],
  ] as const) {
    const marks = priorMarks(frameOf(family, sigma, noiseScale), 2);
    const reach = (family === 'box' ? Math.sqrt(3) * Math.min(noiseScale, 1) : 2 * noiseScale) * sigma;
    for (const { x, y, isReached } of marks) {
      const distance = family === 'box' ? Math.max(Math.abs(x), Math.abs(y)) : Math.hypot(x, y);
      expect(isReached).toBe(family !== 'point' && reach > 0 && distance <= reach);
    }
    const reached = marks.filter(({ isReached }) => isReached).length;
    if (family === 'point' || noiseScale === 0) expect(reached).toBe(0);
    else expect(reached % PRIOR_DRAWS).toBeGreaterThan(0);
  }
});

it('are neither in nor out of reach of a decoder alone', () => {
  const frame = frameOf('diagonal', 1, 1);
  const alone = { ...frame, plane: { ...frame.plane, mu: new Float32Array(0), sigma: new Float32Array(0) } };
  for (const { isReached } of priorMarks(alone, 0)) expect(isReached).toBeNull();
});
