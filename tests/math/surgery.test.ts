import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxQuadrature } from '../../src/math/boxes';
import type { Family } from '../../src/math/family';
import { Mixture } from '../../src/math/mixture';
import { klOf, meanKl, onPlane, posteriorsOf } from '../../src/math/posterior';
import { gaussianQuadrature } from '../../src/math/quadrature';
import { createRandom } from '../../src/math/random';
import { type Surgery, surgery } from '../../src/math/surgery';
import trained from '../fixtures/trained_256-64-2.json';
import { expectClose } from '../support/close';
import { run } from '../support/run';
import { type Cloud, codesOf, draw, mixtureAt, randomCloud, reordered, trainedCloud, upright } from './clouds';
import { networkCodes } from './networks';
import { byUniformGrid } from './uniformGrid';

const seeded = { seed: 2016, numRuns: 60 };
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const partsOf = (cloud: Cloud): Surgery => run(surgery(codesOf(cloud), [0, 1]));
const GAUSSIAN = ['isotropic', 'diagonal', 'full'] as const;
const SPREADING: readonly Family[] = ['isotropic', 'diagonal', 'full', 'box'];

describe('surgery', () => {
  it.each(SPREADING)('of one posterior is its KL to the prior: %s', (family) => {
    const cloud = randomCloud(createRandom(1), 1, 1, 0.4, family);
    const { klMean, mutualInformation, aggregateKl, gridMass } = partsOf(cloud);
    expectClose(mutualInformation, 0, { abs: 1e-6 }, 'I');
    expectClose(aggregateKl, klOf(codesOf(cloud), 0), { abs: 1e-6 }, 'KL of all together');
    expect(klMean).toBe(run(meanKl(codesOf(cloud))));
    expectClose(gridMass, 1, { abs: 1e-6 }, 'mass');
  });

  it('of equal posteriors leaves nothing to each of them', () => {
    const equal = upright([0.3, -1, 0.3, -1, 0.3, -1], [0.5, 0.1, 0.5, 0.1, 0.5, 0.1]);
    for (const family of ['diagonal', 'box'] as const) {
      const { klMean, mutualInformation, aggregateKl } = partsOf({ ...equal, family });
      expectClose(mutualInformation, 0, { abs: 1e-6 }, 'I');
      expectClose(aggregateKl, klMean, { abs: 1e-6 }, 'KL of all together');
    }
    const prior = partsOf(upright([0, 0, 0, 0], [1, 1, 1, 1]));
    expectClose(prior.aggregateKl, 0, { abs: 1e-6 }, 'where all are the prior');
  });

  it('of posteriors that do not touch gives ln N to each of them, however narrow', () => {
    const mu = [2, 2, -2, 2, 2, -2, -2, -2];
    for (const family of ['diagonal', 'box'] as const) {
      for (const size of [0.2, 0.02, 1e-3, 1e-8, 1e-30]) {
        const parts = partsOf(
          upright(
            mu,
            mu.map(() => size),
            family,
          ),
        );
        expectClose(parts.mutualInformation, Math.log(4), { abs: 1e-6 }, `${family}, sigma ${size}`);
        expectClose(parts.gridMass, 1, { abs: 1e-6 }, 'mass');
        expect(parts.aggregateKl).toSatisfy(Number.isFinite);
      }
    }
  });

  it('of points is infinite, but for the entropy of the distinct ones', () => {
    const parts = partsOf(upright([2, 2, -2, 0], [0, 0, 0, 0], 'point'));
    expect(parts.klMean).toBe(Infinity);
    expect(parts.aggregateKl).toBe(Infinity);
    expectClose(parts.mutualInformation, Math.LN2, { abs: 1e-6 });
    expectClose(parts.gridMass, 1, { abs: 1e-6 });
    const twice = partsOf(upright([2, 2, -2, 0, 2, 2, 2, 2], new Float32Array(8), 'point'));
    // Three of four are one code.
    expectClose(twice.mutualInformation, -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25), { abs: 5e-6 });
  });

  it('of a large sample from the prior, each with the rest of the variance, comes near the prior', () => {
    const s = 0.5;
    const random = createRandom(5);
    const mu = Float32Array.from({ length: 4000 }, () => Math.sqrt(1 - s * s) * random.normal());
    const parts = partsOf(
      upright(
        mu,
        mu.map(() => s),
      ),
    );
    expectClose(parts.aggregateKl, 0, { abs: 0.01 });
    // I(x; z) of the Gaussian channel: −ln s an axis.
    expectClose(parts.mutualInformation, -2 * Math.log(s), { abs: 0.05 });
  });

  // Mean σ .21 as of the trained 256-64-2 model, and what is harder: small β, and narrow posteriors amid wide ones.
  it.each([
    { name: 'trained', spread: 0.98, width: 0.2, uneven: 0.3, family: 'diagonal' },
    { name: 'trained, round', spread: 0.98, width: 0.2, uneven: 0.3, family: 'isotropic' },
    { name: 'trained, tilted', spread: 0.98, width: 0.25, uneven: 0.2, family: 'full' },
    { name: 'narrowest .02', spread: 0.98, width: 0.1, uneven: 0.6, family: 'diagonal' },
    { name: 'small β', spread: 2.5, width: 0.06, uneven: 0.3, family: 'diagonal' },
  ] as const)('agrees with a grid that resolves the narrowest posterior: $name', ({ name, ...shape }) => {
    const cloud = trainedCloud(createRandom(1), 200, shape);
    if (name === 'trained')
      expectClose(
        cloud.sigma.reduce((sum, value) => sum + value / 400, 0),
        0.21,
        { abs: 0.01 },
      );
    if (name === 'narrowest .02') expectClose(Math.min(...cloud.sigma), 0.02, { abs: 0.006 });
    const parts = partsOf(cloud);
    const fine = byUniformGrid(cloud, 1.1);
    expectClose(parts.mutualInformation, fine.mutualInformation, { abs: 2e-6 }, 'I');
    expectClose(parts.aggregateKl, fine.aggregateKl, { abs: 2e-6 }, 'KL of all together');
  });

  it.each(SPREADING)('agrees with Monte Carlo within three standard errors: %s', (family) => {
    const random = createRandom(11);
    const cloud = trainedCloud(random, 200, { spread: 1, width: 0.15, uneven: 0.5, family });
    const draws = 20_000;
    let [sum, squares] = [0, 0];
    for (let k = 0; k < draws; k++) {
      const [x, y] = draw(cloud, random.below(200), random);
      const ratio = Math.log(mixtureAt(cloud, x, y)) + 0.5 * (x * x + y * y) + Math.log(2 * Math.PI);
      sum += ratio;
      squares += ratio * ratio;
    }
    const mean = sum / draws;
    const error = Math.sqrt((squares / draws - mean * mean) / draws);
    expect(error).toBeLessThan(0.01);
    expectClose(partsOf(cloud).aggregateKl, mean, { abs: 3 * error }, 'KL of all together');
  });

  it('of what random networks make of images is that of a grid which knows the prior: two parts, neither negative', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.integer({ min: 1, max: 40 }),
        real(0, 3),
        real(0, 4),
        fc.constantFrom(...GAUSSIAN),
        (seed, n, spread, narrowing, family) => {
          const codes = networkCodes(family, n, seed, spread, narrowing);
          const plane = onPlane(codes, [0, 1]);
          const { mutualInformation, aggregateKl, klMean, gridMass } = run(surgery(codes, [0, 1]));
          const fine = byUniformGrid(plane, 1.1);
          expectClose(aggregateKl, fine.aggregateKl, { abs: 1e-4 }, 'KL of all together');
          expectClose(mutualInformation + fine.aggregateKl, klMean, { abs: 1e-4 }, 'the parts');
          expect(fine.aggregateKl).toBeGreaterThan(-1e-4);
          expectClose(gridMass, 1, { abs: 1e-6 }, 'mass');
          // As the quadrature finds it, before it is held to its bounds.
          const found = run(gaussianQuadrature(run(Mixture.of(plane.mu, plane.sigma, plane.correlation))));
          expect(found.mutualInformation).toBeGreaterThan(-1e-4);
          expect(found.mutualInformation).toBeLessThan(Math.log(n) + 1e-4);
        },
      ),
      seeded,
    );
  });

  it('of the boxes of random networks tells no more of them than which one it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.integer({ min: 1, max: 40 }),
        real(0, 3),
        real(0, 4),
        (seed, n, spread, narrowing) => {
          const codes = networkCodes('box', n, seed, spread, narrowing);
          const { mutualInformation, mass } = run(boxQuadrature(codes.mu, codes.sigma));
          expect(mutualInformation).toBeGreaterThan(-1e-9);
          expect(mutualInformation).toBeLessThan(Math.log(n) + 1e-9);
          expectClose(mass, 1, { abs: 1e-9 }, 'mass');
        },
      ),
      seeded,
    );
  });

  // The narrowest σ is .01; that the model is trained so, and other β, are in surgery.long.test.ts.
  it('of a model that was trained at small β is that of a grid finer than its narrowest posterior', () => {
    const { mu, logVar } = trained;
    const codes = posteriorsOf('diagonal', 2, {
      mu: Float32Array.from(mu),
      logVar: Float32Array.from(logVar),
      lower: null,
    });
    expect(Math.min(...codes.sigma)).toBeLessThan(0.02);
    const { mutualInformation, aggregateKl } = run(surgery(codes, [0, 1]));
    const fine = byUniformGrid(onPlane(codes, [0, 1]), 1.1);
    expectClose(mutualInformation, fine.mutualInformation, { abs: 1e-5 }, 'I');
    expectClose(aggregateKl, fine.aggregateKl, { abs: 1e-5 }, 'KL of all together');
    expect(mutualInformation).toBeLessThan(Math.log(200) - 0.01);
  });

  it('holds all of the mass however far codes have strayed, and sees the others as sharply', () => {
    const near = trainedCloud(createRandom(2), 50, { spread: 1, width: 0.2, uneven: 0.3 });
    const far: Cloud = {
      ...near,
      mu: Float32Array.from([...near.mu, 4e4, -7e5]),
      sigma: Float32Array.from([...near.sigma, 1, 1]),
    };
    const parts = partsOf(far);
    expectClose(parts.gridMass, 1, { abs: 1e-6 });
    // The stray is told from all others: H(1/51) + 50/51 of what the others keep to themselves.
    const told = Math.log(51) / 51 + (50 / 51) * Math.log(51 / 50);
    expectClose(parts.mutualInformation, told + (50 / 51) * partsOf(near).mutualInformation, { abs: 1e-5 });
  });

  it('does not depend on the order of the codes, nor on the scale of an axis', () => {
    const random = createRandom(6);
    for (const family of SPREADING) {
      const cloud = randomCloud(random, 50, 1, 0.2, family);
      const { mutualInformation } = partsOf(cloud);
      expectClose(partsOf(reordered(cloud, random)).mutualInformation, mutualInformation, { abs: 1e-6 }, 'order');
      const stretch = (values: Float32Array): Float32Array =>
        values.map((value, at) => (at % 2 === 0 ? 32 : 0.125) * value);
      const stretched = { ...cloud, mu: stretch(cloud.mu), sigma: stretch(cloud.sigma) };
      expectClose(partsOf(stretched).mutualInformation, mutualInformation, { abs: 1e-6 }, 'scale');
    }
  });

  it('takes the KL of the two axes that are looked at', () => {
    const random = createRandom(8);
    const draws = (count: number): Float32Array => Float32Array.from({ length: count }, () => random.normal());
    for (const family of SPREADING) {
      const codes = { mu: draws(30), logVar: draws(30), lower: family === 'full' ? draws(30) : null };
      const deep = posteriorsOf(family, 3, codes);
      const parts = run(surgery(deep, [0, 2]));
      const flat = codesOf(onPlane(deep, [0, 2]));
      expectClose(parts.klMean, run(meanKl(flat)), { abs: 1e-5, rel: 1e-6 }, family);
      expectClose(parts.mutualInformation, run(surgery(flat, [0, 1])).mutualInformation, { abs: 1e-6 }, family);
    }
  });

  it.each(['isotropic', 'diagonal', 'box'] as const)('counts one axis of a code of one axis: %s', (family) => {
    const line = posteriorsOf(family, 1, { mu: Float32Array.of(-1, 1), logVar: Float32Array.of(-5, -5), lower: null });
    const parts = run(surgery(line, [0, -1]));
    expect(parts.klMean).toBe(run(meanKl(line)));
    // Two that do not touch.
    expectClose(parts.mutualInformation, Math.LN2, { abs: 1e-5 });
  });

  it.each(SPREADING)('passes on that a code is not finite: %s', (family) => {
    const { mutualInformation, aggregateKl, gridMass } = partsOf(upright([0, 0, Number.NaN, 0], [1, 1, 1, 1], family));
    expect([mutualInformation, aggregateKl, gridMass]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('rests often: one slice is a small part of the whole', () => {
    for (const family of SPREADING) {
      const cloud = randomCloud(createRandom(9), 1500, 1, 0.2, family);
      let slices = 0;
      for (const computation = surgery(codesOf(cloud), [0, 1]); !computation.next().done; ) slices += 1;
      expect(slices).toBeGreaterThan(10);
    }
  });
});
