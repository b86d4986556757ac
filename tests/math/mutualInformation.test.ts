import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorLevels } from '../../src/math/factorLevels';
import type { Family } from '../../src/math/family';
import { type FactorInformation, mutualInformation } from '../../src/math/mutualInformation';
import { normalCdf } from '../../src/math/normal';
import { type Posteriors, posteriorsOf } from '../../src/math/posterior';
import { createRandom, type Random } from '../../src/math/random';
import { expectClose } from '../support/close';
import { run, runToEnd } from '../support/run';

/** Posteriors with these centres, all of one width on every axis. @param mu n × d */
function codes(family: Family, mu: ArrayLike<number>, sigma: number, latent = 1): Posteriors {
  const logVar = new Float32Array(mu.length).fill(2 * Math.log(sigma));
  return posteriorsOf(family, latent, { mu: Float32Array.from(mu), logVar, lower: null });
}

const numbers = (values: ArrayLike<number>) => factorLevels(values, false);
const kinds = (values: ArrayLike<number>) => factorLevels(values, true);
const informationOf = (posteriors: Posteriors, ...factors: Parameters<typeof mutualInformation>[2]) =>
  run(mutualInformation(posteriors, 1, factors)) as FactorInformation;

const normals = (random: Random, n: number): Float64Array => Float64Array.from({ length: n }, () => random.normal());

const density = (z: number, sigma: number): number =>
  Math.exp(-0.5 * (z / sigma) ** 2) / (sigma * Math.sqrt(2 * Math.PI));

/** ∫ Σ_v p(v) p(z|v) ln p(z|v)/p(z) by the midpoint rule, which is exact to many digits for smooth densities. */
function integral(ofLevel: (z: number) => readonly number[], from: number, to: number): number {
  const steps = 20_000;
  let sum = 0;
  for (let k = 0; k < steps; k++) {
    const conditional = ofLevel(from + ((k + 0.5) * (to - from)) / steps);
    const mean = conditional.reduce((total, p) => total + p / conditional.length, 0);
    for (const p of conditional) if (p > 0) sum += (p / conditional.length) * Math.log(p / mean);
  }
  return (sum * (to - from)) / steps;
}

/** Edges of 20 equally likely parts of a standard normal, by bisection. */
const EDGES = Array.from({ length: 21 }, (_, k) => {
  let [low, high] = [-40, 40];
  for (let turn = 0; turn < 80; turn++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < k / 20) low = middle;
    else high = middle;
  }
  return k === 0 ? Number.NEGATIVE_INFINITY : k === 20 ? Number.POSITIVE_INFINITY : low;
});

/** I(v + σε; v) of a standard normal v of which only its twentieth is known: v given z is normal again. */
function gaussianChannel(sigma: number): number {
  const total = Math.hypot(1, sigma);
  const ofLevel = (z: number): number[] => {
    const [mean, width] = [z / total ** 2, sigma / total];
    const below = EDGES.map((edge) => normalCdf((edge - mean) / width));
    return below.slice(1).map((value, k) => 20 * density(z, total) * (value - below[k]!));
  };
  return integral(ofLevel, -9 * total, 9 * total);
}

describe('the information of a code about a factor', () => {
  it.each([0.05, 0.3, 1])('of a kind with Gaussian noise is that of the mixtures: σ = %s', (sigma) => {
    const places = [0, 1, 2.5, 2.6, -3];
    const labels = Array.from({ length: 500 }, (_, i) => i % 5);
    const found = informationOf(
      codes(
        'diagonal',
        labels.map((label) => places[label]!),
        sigma,
      ),
      kinds(labels),
    );
    const expected = integral((z) => places.map((place) => density(z - place, sigma)), -12, 12);
    // Of images that agree in all but their kind chance gives nothing, but for what is counted too little.
    expectClose(found.information[0]!, expected, { abs: 0.008 }, 'I');
    expect(found.information[0]! + found.bias[0]!, 'cells lose some').toBeLessThanOrEqual(expected + 1e-6);
    expectClose(found.entropies[0]!, Math.log(5), { abs: 1e-12 });
  });

  it('of two kinds with uniform noise is ln 2 where they do not overlap, and nothing where they do', () => {
    const labels = Array.from({ length: 400 }, (_, i) => i % 2);
    const sigma = 0.5;
    const overlap = 1 - 1 / (2 * Math.sqrt(3) * sigma);
    const { information } = informationOf(codes('box', labels, sigma), kinds(labels));
    expectClose(information[0]!, Math.LN2 * (1 - overlap), { abs: 0.005 });
  });

  it.each([0.1, 0.5, 1])('of a normal number with noise is that of the Gaussian channel, σ = %s', (sigma) => {
    const expected = gaussianChannel(sigma);
    // No more than of the number itself, and with noise as wide as its twentieths hardly less.
    const whole = 0.5 * Math.log1p(1 / sigma ** 2);
    expect(expected).toBeLessThan(whole);
    if (sigma === 1) expectClose(expected, whole, { abs: 0.02 });
    const errors = Array.from({ length: 12 }, (_, seed) => {
      const values = normals(createRandom(seed + 1), 2000);
      return informationOf(codes('diagonal', values, sigma), numbers(values)).information[0]! - expected;
    });
    const mean = errors.reduce((sum, error) => sum + error / 12, 0);
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + (error - mean) ** 2 / 11, 0));
    expectClose(mean, 0, { abs: 0.01 + (3 * spread) / Math.sqrt(12) }, 'the mean error');
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.06);
  });

  it.each<[Family, number]>([
    ['diagonal', 0.3],
    ['box', 0.3],
    ['diagonal', 0.05],
    ['point', 0],
  ])('is nothing, but for chance, where both are independent: %s, σ = %s', (family, sigma) => {
    const found = Array.from({ length: 10 }, (_, seed) => {
      const random = createRandom(100 + seed);
      const posteriors = codes(family, normals(random, 1000), sigma);
      const letters = Array.from({ length: 1000 }, () => random.below(7));
      return informationOf(posteriors, numbers(normals(random, 1000)), kinds(letters));
    });
    for (const k of [0, 1]) {
      const of = (values: 'information' | 'bias') => found.reduce((sum, each) => sum + each[values][k]! / 10, 0);
      // Where posteriors are so narrow that few share a cell, less than half of the bias is left.
      expect(of('information')).toBeLessThan(sigma === 0.05 ? 0.08 : 0.015);
      expect(of('bias')).toBeGreaterThan((sigma === 0.05 ? 1.5 : 2) * of('information'));
    }
  });

  it('of points has the bias of Miller and Madow taken out', () => {
    const random = createRandom(5);
    const values = normals(random, 2000);
    const labels = Array.from({ length: 2000 }, (_, i) => i % 4);
    const { bias } = informationOf(codes('point', values, 0), kinds(labels));
    // Twenty cells of a hundred images each: all of them have all kinds.
    expectClose(bias[0]!, (19 * 3) / 4000, { abs: 1e-12 });
  });

  it('of points of which each kind has its own is the whole entropy', () => {
    const labels = Array.from({ length: 700 }, (_, i) => i % 7);
    const points = codes(
      'point',
      labels.map((label) => [3, -1, 7, 0, 0.5, 12, -8][label]!),
      0,
    );
    expectClose(informationOf(points, kinds(labels)).information[0]!, Math.log(7), { abs: 1e-9 });
  });

  it('of s = 0 is that of points, and of s that of posteriors so much narrower', () => {
    const random = createRandom(9);
    const values = normals(random, 300);
    const factors = [numbers(values.map((value) => value + 0.2 * random.normal()))];
    const at = (posteriors: Posteriors, s: number) => run(mutualInformation(posteriors, s, factors));
    expect(at(codes('diagonal', values, 0.7), 0)).toEqual(at(codes('point', values, 0), 1));
    expectClose(
      at(codes('diagonal', values, 0.5), 0.5).information[0]!,
      at(codes('diagonal', values, 0.25), 1).information[0]!,
      { abs: 1e-6 },
    );
  });

  it('is the same in another order, with other names of the kinds, and of a code that is turned or stretched', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.constantFrom<Family>('diagonal', 'isotropic', 'box', 'point'),
        fc.integer({ min: 2, max: 80 }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (seed, family, n, stretch) => {
          const random = createRandom(seed);
          const mu = normals(random, n);
          const labels = Array.from({ length: n }, () => random.below(4));
          const order = Uint32Array.from({ length: n }, (_, i) => i);
          random.shuffle(order);
          const sigma = family === 'point' ? 0 : 0.2;
          const one = informationOf(codes(family, mu, sigma), kinds(labels));
          const other = informationOf(
            codes(
              family,
              Float64Array.from(order, (i) => -stretch * mu[i]!),
              stretch * sigma,
            ),
            kinds(Array.from(order, (i) => 9 - labels[i]!)),
          );
          // The twentieths of points are counted from the other end.
          const abs = family === 'point' ? 0.5 : 0.02;
          expectClose(other.information[0]!, one.information[0]!, { abs });
          for (const { information, entropies } of [one, other]) {
            expect(information[0]!).toBeGreaterThanOrEqual(0);
            expect(information[0]!).toBeLessThanOrEqual(entropies[0]! + 1e-12);
          }
        },
      ),
      { seed: 12, numRuns: 60 },
    );
  });

  it('leaves out images of which the factor is not known', () => {
    const random = createRandom(4);
    const values = normals(random, 200);
    const some = values.map((value, i) => (i % 2 === 0 ? value : Number.NaN));
    const known = values.filter((_, i) => i % 2 === 0);
    const all = informationOf(codes('diagonal', values, 0.4), numbers(some));
    const alone = informationOf(codes('diagonal', known, 0.4), numbers(known));
    expectClose(all.information[0]!, alone.information[0]!, { abs: 0.01 });
    expectClose(all.entropies[0]!, alone.entropies[0]!, { abs: 1e-12 });
  });

  it('is not to be had of an axis with a code that is no number', () => {
    const posteriors = codes('diagonal', [0, 1, 1, Number.NaN, 2, 0, 3, 1], 0.1, 2);
    const { information, gaps } = informationOf(posteriors, kinds([0, 1, 0, 1]));
    expect(information[0]).toBeGreaterThanOrEqual(0);
    expect(information[1]).toBeNaN();
    expect(gaps[0]).toBeNaN();
  });

  it('is worked out in turns', () => {
    const random = createRandom(6);
    const posteriors = codes('diagonal', normals(random, 40_000), 0.1, 2);
    const labels = kinds(Array.from({ length: 20_000 }, () => random.below(10)));
    const { turns } = runToEnd(
      mutualInformation(posteriors, 1, [labels, labels]) as Generator<void, FactorInformation>,
    );
    expect(turns).toBeGreaterThan(10);
  });
});

describe('the gap between the axes that know most', () => {
  const labels = Array.from({ length: 600 }, (_, i) => i % 3);
  const random = createRandom(8);
  const rows = (of: (label: number) => readonly number[]): number[] => labels.flatMap((label) => of(label));

  it('is nearly all of the entropy where one axis knows a kind and no other does', () => {
    const posteriors = codes(
      'diagonal',
      rows((label) => [random.normal(), 5 * label, random.normal()]),
      0.5,
      3,
    );
    const { gaps, information } = informationOf(posteriors, kinds(labels));
    expectClose(information[1]!, Math.log(3), { abs: 1e-3 });
    expect(gaps[0]!).toBeGreaterThan(0.97);
  });

  it('is nothing where two axes know the same', () => {
    const posteriors = codes(
      'diagonal',
      rows((label) => [5 * label, -5 * label]),
      0.5,
      2,
    );
    expectClose(informationOf(posteriors, kinds(labels)).gaps[0]!, 0, { abs: 1e-6 });
  });

  it('is the share that the only axis knows of a code of one', () => {
    const posteriors = codes(
      'diagonal',
      rows((label) => [label]),
      0.6,
    );
    const { gaps, information, entropies } = informationOf(posteriors, kinds(labels));
    expectClose(gaps[0]!, information[0]! / entropies[0]!, { abs: 1e-12 });
  });

  it('is each factor’s own, and none of a factor that does not vary', () => {
    const posteriors = codes(
      'diagonal',
      rows((label) => [5 * label, random.normal()]),
      0.5,
      2,
    );
    const found = informationOf(posteriors, kinds(labels), kinds(labels.map(() => 0)));
    expect(found.information).toHaveLength(4);
    expect(found.information[0]!).toBeGreaterThan(1);
    expect([found.information[1], found.information[3]]).toEqual([0, 0]);
    expect(found.gaps[0]!).toBeGreaterThan(0.9);
    expect(found.gaps[1]).toBeNaN();
  });
});
