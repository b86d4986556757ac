import { describe, expect, it } from 'vitest';
import { drawCodes, normalCodes } from '../../src/math/draws';
import { FAMILIES, type Family } from '../../src/math/family';
import { type Posteriors, posteriorsOf } from '../../src/math/posterior';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';

/** Two posteriors of two axes; the second is looked at. */
function twoPosteriors(family: Family): Posteriors {
  return posteriorsOf(family, 2, {
    mu: Float32Array.of(9, 9, 0.5, -1),
    logVar: family === 'point' ? new Float32Array(4).fill(Number.NEGATIVE_INFINITY) : Float32Array.of(0, 0, -2, -1),
    lower: family === 'full' ? Float32Array.of(9, 0.4) : null,
  });
}

describe.each(FAMILIES)('draws from a %s', (family) => {
  const posteriors = twoPosteriors(family);

  it('have its mean and its covariance, by s', () => {
    const count = 40_000;
    const codes = drawCodes(posteriors, 1, 0.5, count, createRandom(3));
    const [mx, my] = [0, 1].map((axis) => {
      let sum = 0;
      for (let k = axis; k < codes.length; k += 2) sum += codes[k]! / count;
      return sum;
    }) as [number, number];
    expectClose(mx, 0.5, { abs: 0.01 }, 'mean across');
    expectClose(my, -1, { abs: 0.01 }, 'mean up');
    let [xx, xy, yy] = [0, 0, 0];
    for (let k = 0; k < codes.length; k += 2) {
      const [x, y] = [codes[k]! - mx, codes[k + 1]! - my];
      xx += (x * x) / count;
      xy += (x * y) / count;
      yy += (y * y) / count;
    }
    const [, , a, b] = posteriors.sigma;
    const covariance = family === 'full' ? 0.4 * Math.exp(-1) : 0;
    // Four standard errors of a variance estimated from so many draws.
    const tolerance = 4 * 0.25 * Math.SQRT2 * Math.max(a!, b!) ** 2 * count ** -0.5 + 1e-12;
    expectClose(xx, 0.25 * a! ** 2, { abs: tolerance }, 'variance across');
    expectClose(yy, 0.25 * b! ** 2, { abs: tolerance }, 'variance up');
    expectClose(xy, 0.25 * covariance, { abs: tolerance }, 'covariance');
  });

  it('are the same from the same seed', () => {
    const draw = (stream: number) => drawCodes(posteriors, 1, 1, 8, createRandom(17, stream));
    expect(draw(0)).toEqual(draw(0));
    if (family === 'point') expect([...draw(0)]).toEqual(Array.from({ length: 8 }, () => [0.5, -1]).flat());
    else expect(draw(0)).not.toEqual(draw(1));
  });

  it('of s = 0 are the centre', () => {
    expect([...drawCodes(posteriors, 1, 0, 2, createRandom(1))]).toEqual([0.5, -1, 0.5, -1]);
  });
});

it('of a box lie on it', () => {
  const posteriors = twoPosteriors('box');
  const codes = drawCodes(posteriors, 1, 1, 2000, createRandom(2));
  for (let k = 0; k < codes.length; k++) {
    const axis = k % 2;
    expect(Math.abs(codes[k]! - posteriors.mu[2 + axis]!)).toBeLessThanOrEqual(
      Math.sqrt(3) * posteriors.sigma[2 + axis]! + 1e-6,
    );
  }
});

it('from the prior have mean 0 and covariance I on each axis', () => {
  const [count, d] = [40_000, 3];
  const codes = normalCodes(count, d, createRandom(4));
  expect(codes).toHaveLength(count * d);
  for (let a = 0; a < d; a++) {
    let mean = 0;
    for (let k = a; k < codes.length; k += d) mean += codes[k]! / count;
    // Four standard errors.
    expectClose(mean, 0, { abs: 4 * count ** -0.5 }, `mean of axis ${a}`);
    for (let b = 0; b < d; b++) {
      let product = 0;
      for (let k = 0; k < count; k++) product += (codes[k * d + a]! * codes[k * d + b]!) / count;
      expectClose(product, a === b ? 1 : 0, { abs: 4 * Math.SQRT2 * count ** -0.5 }, `covariance of ${a} and ${b}`);
    }
  }
});
