import { describe, expect, it } from 'vitest';
import { boxQuadrature } from '../../src/math/boxes';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';
import { run } from '../support/run';
import { draw, mixtureAt, trainedCloud } from './clouds';

/** Standard deviation of a box from 0 to 1. */
const UNIT = 1 / (2 * Math.sqrt(3));

describe('quadrature of boxes', () => {
  it('is exact for two that overlap in a part', () => {
    // Squares of side 1, the second moved by (½, ¼): 3/8 of either lies in the other.
    const { mutualInformation, mass } = run(boxQuadrature([0, 0, 0.5, 0.25], [UNIT, UNIT, UNIT, UNIT]));
    expectClose(mutualInformation, (5 / 8) * Math.LN2, { abs: 1e-9 });
    expectClose(mass, 1, { abs: 1e-12 });
  });

  it('is exact for one inside the other', () => {
    // Sides 1 and ½: inside the small one q̄ is (1 + 4)/2.
    const { mutualInformation } = run(boxQuadrature([0, 0, 0.1, -0.2], [UNIT, UNIT, UNIT / 2, UNIT / 2]));
    const large = 0.75 * Math.log(2) + 0.25 * Math.log(1 / 2.5);
    expectClose(mutualInformation, 0.5 * large + 0.5 * Math.log(4 / 2.5), { abs: 1e-8 });
  });

  it('keeps the density of a wide one beside a narrow one that is 1e14 times as dense', () => {
    const narrow = UNIT * 1e-7;
    const { mutualInformation, mass } = run(
      boxQuadrature([0, 0, 0.1, 0.1, 3, 0.1], [UNIT, UNIT, narrow, narrow, UNIT, UNIT]),
    );
    // All three have next to no mass where another one is.
    expectClose(mutualInformation, Math.log(3), { abs: 1e-9 });
    expectClose(mass, 1, { abs: 1e-9 });
  });

  it('agrees with Monte Carlo, and with itself where edges coincide', () => {
    const random = createRandom(21);
    const cloud = trainedCloud(random, 60, { spread: 1, width: 0.3, uneven: 0.4, family: 'box' });
    // To a lattice, so that many edges are the same.
    const lattice = { ...cloud, mu: cloud.mu.map((value) => Math.round(4 * value) / 4), sigma: cloud.sigma.fill(0.25) };
    for (const boxes of [cloud, lattice]) {
      const draws = 20_000;
      let [sum, squares] = [0, 0];
      for (let k = 0; k < draws; k++) {
        const i = random.below(60);
        const ratio = Math.log(
          1 / (12 * boxes.sigma[2 * i]! * boxes.sigma[2 * i + 1]!) / mixtureAt(boxes, ...draw(boxes, i, random)),
        );
        sum += ratio / draws;
        squares += (ratio * ratio) / draws;
      }
      const { mutualInformation, mass } = run(boxQuadrature(boxes.mu, boxes.sigma));
      expectClose(mutualInformation, sum, { abs: 3 * Math.sqrt((squares - sum * sum) / draws) });
      expectClose(mass, 1, { abs: 1e-9 });
    }
  });

  it('comes near the exact value with a fraction of the steps', () => {
    const { mu, sigma } = trainedCloud(createRandom(22), 1500, { spread: 1, width: 0.2, uneven: 0.3, family: 'box' });
    const exact = run(boxQuadrature(mu, sigma));
    const coarse = run(boxQuadrature(mu, sigma, 900_000));
    expect(coarse.mutualInformation).not.toBe(exact.mutualInformation);
    expectClose(coarse.mutualInformation, exact.mutualInformation, { abs: 2e-3 });
    expectClose(coarse.mass, 1, { abs: 1e-3 });
  });

  it('keeps boxes in sight that are lower than a strip', () => {
    const { mu } = trainedCloud(createRandom(23), 400, { spread: 1, width: 1, uneven: 0, family: 'box' });
    const { mutualInformation, mass } = run(
      boxQuadrature(
        mu,
        mu.map(() => 1e-6),
        80_000,
      ),
    );
    expectClose(mass, 1, { abs: 0.02 });
    expectClose(mutualInformation, Math.log(400), { abs: 1e-6 });
  });
});
