import { describe, expect, it } from 'vitest';
import { Mixture } from '../../src/math/mixture';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';
import { run } from '../support/run';
import { mixtureAt, randomCloud, type upright } from './clouds';

const mixtureOf = ({ mu, sigma, correlation }: ReturnType<typeof upright>): Mixture =>
  run(Mixture.of(mu, sigma, correlation));

/** Its density at a point of its frame. */
function densityIn(mixture: Mixture, i: number, x: number, y: number): number {
  const dy = y - mixture.y[i]!;
  const u = mixture.run[i]! * (x - mixture.x[i]! - mixture.shear[i]! * dy);
  const v = mixture.rise[i]! * dy;
  return mixture.peak[i]! * Math.exp(-0.5 * (u * u + v * v));
}

describe('mixture in the unit square', () => {
  it.each(['diagonal', 'full'] as const)('is the same, moved and scaled: %s', (family) => {
    const cloud = randomCloud(createRandom(61), 20, 3, 0.5, family);
    // High and narrow, so that the axes are scaled apart.
    const tall = {
      ...cloud,
      mu: cloud.mu.map((value, at) => value * (at % 2 === 0 ? 1 : 50)),
      sigma: cloud.sigma.map((value, at) => value * (at % 2 === 0 ? 1 : 50)),
    };
    const mixture = mixtureOf(tall);
    const at = (x: number, y: number): number => {
      let sum = 0;
      for (let i = 0; i < mixture.n; i++) sum += densityIn(mixture, i, x, y);
      return sum;
    };
    // From the centres of the first two Gaussians, in either frame.
    const scale = (axis: 0 | 1): number => {
      const [one, other] = axis === 0 ? mixture.x : mixture.y;
      return (tall.mu[2 + axis]! - tall.mu[axis]!) / (other! - one!);
    };
    const area = scale(0) * scale(1);
    for (let i = 0; i < 20; i++) {
      const density = mixtureAt(tall, tall.mu[2 * i]!, tall.mu[2 * i + 1]!) * area;
      expectClose(at(mixture.x[i]!, mixture.y[i]!), density, { rel: 1e-4 }, `at centre ${i}`);
    }
    expectClose(Math.abs(scale(1) / scale(0)), 50, { rel: 0.5 }, 'scales');
  });

  it('does not reach squares where it has next to no density, and lies inside those that hold it', () => {
    const random = createRandom(62);
    const mixture = mixtureOf(randomCloud(random, 40, 1, 0.1, 'full'));
    let [near, inside] = [0, 0];
    for (let round = 0; round < 4000; round++) {
      const i = round % 40;
      const half = 0.5 * random.uniform();
      const square = { x: random.uniform(), y: random.uniform(), half };
      let [within, around] = [0, 0];
      for (let k = 0; k < 20; k++) {
        const [x, y] = [2 * random.uniform() - 1, 2 * random.uniform() - 1];
        within = Math.max(within, densityIn(mixture, i, square.x + half * x, square.y + half * y));
        // On the boundary.
        const side = Math.max(Math.abs(x), Math.abs(y));
        around = Math.max(around, densityIn(mixture, i, square.x + (half * x) / side, square.y + (half * y) / side));
      }
      const least = mixture.peak[i]! * Math.exp(-0.5 * 5.5 ** 2);
      if (mixture.reaches(i, square)) near += 1;
      else expect(within).toBeLessThanOrEqual(least);
      if (mixture.isInside(i, square)) {
        inside += 1;
        expect(around).toBeLessThanOrEqual(least);
      }
    }
    // Neither answer is given always.
    expect(near).toBeGreaterThan(100);
    expect(near).toBeLessThan(3900);
    expect(inside).toBeGreaterThan(0);
  });
});
