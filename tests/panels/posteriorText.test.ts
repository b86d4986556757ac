import { describe, expect, it } from 'vitest';
import type { Family } from '../../src/math/family';
import { onPlane, posteriorsOf } from '../../src/math/posterior';
import { placeText, tuple } from '../../src/panels/axisText';
import { posteriorText, ROOM } from '../../src/panels/posteriorText';
import type { Frame } from '../../src/worker/frameProtocol';

/** The posterior of the second of two images, μ = 1, 2, … and σ = .1, .2, … */
function textOf(latent: number, axes: readonly [number, number], room: number, family: Family = 'diagonal') {
  const each = (value: (axis: number) => number): number[] => Array.from({ length: latent }, (_, axis) => value(axis));
  const posteriors = posteriorsOf(family, latent, {
    mu: Float32Array.from([...each(() => 0), ...each((axis) => axis + 1)]),
    logVar: Float32Array.from([...each(() => 0), ...each((axis) => 2 * Math.log((axis + 1) / 10))]),
    lower: family === 'full' ? new Float32Array(latent * (latent - 1)) : null,
  });
  const frame = { ...posteriors, plane: { axes, ...onPlane(posteriors, axes) } } as Frame;
  return posteriorText(frame, { posteriors, row: 1 }, 2.5, room);
}

describe('a posterior in words', () => {
  it('of one axis has one number of each, and none of what the plane shows across', () => {
    expect(textOf(1, [0, -1], ROOM)).toMatchObject({ mu: '1.00', sigma: '0.1' });
  });

  it('of two axes has both', () => {
    expect(textOf(2, [0, 1], ROOM)).toMatchObject({ mu: '(1.00, 2.00)', sigma: '(0.1, 0.2)', rho: null });
    expect(textOf(2, [0, 1], ROOM, 'full').rho).toBe('0.00');
  });

  it('of more has all for which there is room, else those of the plane by name', () => {
    expect(textOf(4, [1, 3], ROOM)).toMatchObject({
      mu: '(1.00, 2.00, 3.00, 4.00)',
      sigma: '(0.1, 0.2, 0.3, 0.4)',
    });
    const named = { mu: '(z₂ 2.00, z₄ 4.00)', sigma: '(z₂ 0.2, z₄ 0.4)' };
    expect(textOf(4, [1, 3], 2)).toMatchObject(named);
    expect(textOf(ROOM + 1, [1, 3], ROOM)).toMatchObject(named);
    expect(textOf(4, [1, 3], ROOM, 'full').rho).toBe('z₂, z₄: 0.00');
  });
});

it('axes are counted from 1, in their own order', () => {
  expect(tuple([11, 0], 12, (axis, k) => `${axis}/${k}`)).toBe('(z₁₂ 11/0, z₁ 0/1)');
});

it('a place of the plane is the code that it stands for, with as many numbers as that has', () => {
  const on = (latent: number, axes: readonly [number, number]) =>
    placeText({ latent, plane: { axes } } as unknown as Frame, [0.5, -1], 2.5);
  expect(on(1, [0, -1])).toBe('0.50');
  expect(on(2, [0, 1])).toBe('(0.50, −1.00)');
  expect(on(5, [3, 1])).toBe('(z₄ 0.50, z₂ −1.00)');
  expect(placeText(null, [0.5, -1], 2.5)).toBe('(0.50, −1.00)');
});
