import { describe, expect, it } from 'vitest';
import { Mixture } from '../../src/math/mixture';
import { gaussianQuadrature, type MixtureQuadrature } from '../../src/math/quadrature';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';
import { run } from '../support/run';
import { type Cloud, randomCloud, upright } from './clouds';
import { gaussianDensity } from './density';

function quadratureOf({ mu, sigma, correlation }: Cloud): MixtureQuadrature {
  return run(gaussianQuadrature(run(Mixture.of(mu, sigma, correlation))));
}

function slicesOf({ mu, sigma, correlation }: Cloud): number {
  let slices = 0;
  const computation = gaussianQuadrature(run(Mixture.of(mu, sigma, correlation)));
  while (!computation.next().done) slices += 1;
  return slices;
}

/** I of two Gaussians of unit variance, ±half apart, along the line through them. */
function informationOfTwo(half: number): number {
  const step = 0.01;
  let sum = 0;
  for (let z = -10 - half; z < 10 + half; z += step) {
    const [one, other] = [gaussianDensity(z, -half, 1), gaussianDensity(z, half, 1)];
    if (one > 0) sum += one * Math.log((2 * one) / (one + other)) * step;
  }
  return sum;
}

describe('quadrature of a mixture of Gaussians', () => {
  it.each([0, 0.25, 1, 2, 4, 8])('of two, ±%f σ apart in any direction, is their integral along a line', (half) => {
    for (const angle of [0, 0.3, 2]) {
      const [dx, dy] = [0.1 * half * Math.cos(angle), 0.1 * half * Math.sin(angle)];
      const { mutualInformation, mass } = quadratureOf(upright([5 + dx, 3 + dy, 5 - dx, 3 - dy], [0.1, 0.1, 0.1, 0.1]));
      expectClose(mutualInformation, informationOfTwo(half), { abs: 2e-6 }, `angle ${angle}`);
      expectClose(mass, 1, { abs: 1e-6 }, 'mass');
    }
  });

  it('of a narrow one inside a wide one is what they share', () => {
    // Where the narrow one is, the wide one has 1e-8 of its density.
    const { mutualInformation } = quadratureOf(upright([0, 0, 0.3, 0.2], [1, 1, 1e-4, 1e-4]));
    expectClose(mutualInformation, Math.LN2, { abs: 1e-5 });
    // σ and σ/10, concentric: by ∫ over r² /2, in which both densities are exponentials.
    const step = 1e-4;
    let expected = 0;
    for (let t = step / 2; t < 40; t += step) {
      const [wide, narrow] = [Math.exp(-t), 100 * Math.exp(-100 * t)];
      expected += 0.5 * wide * Math.log((2 * wide) / (wide + narrow)) * step;
      if (narrow > 0) expected += 0.5 * narrow * Math.log((2 * narrow) / (wide + narrow)) * step;
    }
    expectClose(quadratureOf(upright([0, 0, 0, 0], [1, 1, 0.1, 0.1])).mutualInformation, expected, { abs: 1e-5 });
  });

  it('is no more work where narrow posteriors do not touch', () => {
    const random = createRandom(71);
    const touching = slicesOf(randomCloud(random, 800, 1, 0.03));
    for (const size of [1e-3, 1e-6, 1e-9]) {
      expect(slicesOf(randomCloud(random, 800, 1, size))).toBeLessThan(touching);
    }
  });

  it('is no more work for codes of one axis', () => {
    const random = createRandom(72);
    const { mu, sigma } = randomCloud(random, 300, 1, 0.05);
    const flat = upright(
      mu.map((value, at) => (at % 2 === 0 ? value : 0)),
      sigma.map((value, at) => (at % 2 === 0 ? value : 1)),
    );
    expect(slicesOf(flat)).toBeLessThan(slicesOf(upright(mu, sigma)));
    expectClose(quadratureOf(flat).mass, 1, { abs: 1e-6 });
  });
});
