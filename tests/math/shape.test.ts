import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Family } from '../../src/math/family';
import { createRandom, type Random } from '../../src/math/random';
import { cloudShape, type Shape, type ShapeVerdict } from '../../src/math/shape';
import { surgery } from '../../src/math/surgery';
import { expectClose } from '../support/close';
import { run, runToEnd } from '../support/run';
import { codesOf, withWidths } from './clouds';

/** A point of a cloud; `noise` is what blurs it, as a share of the cloud's own size. */
type Draw = (random: Random, noise: number) => [number, number];

/** Five clumps at fixed places, as classes that an autoencoder keeps apart. */
const CLUMPS = [
  [-2.1, 0.2],
  [-0.4, 1.9],
  [0.3, 0.1],
  [1.2, -1.8],
  [2.4, 0.9],
] as const;

/** What a cloud can look like. */
type Look = Exclude<Shape, 'nothing'>;

const CLOUDS: Readonly<Record<Look, Draw>> = {
  line(random, noise) {
    const along = 4 * random.uniform() - 2;
    const across = noise * random.normal();
    return [0.8 * along - 0.6 * across, 0.6 * along + 0.8 * across];
  },
  ring(random, noise) {
    const angle = 2 * Math.PI * random.uniform();
    const radius = 1 + noise * random.normal();
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  },
  disc(random, noise) {
    const angle = 2 * Math.PI * random.uniform();
    const radius = Math.sqrt(random.uniform());
    return [radius * Math.cos(angle) + noise * random.normal(), radius * Math.sin(angle) + noise * random.normal()];
  },
  irregular(random, noise) {
    const [x, y] = CLUMPS[random.below(CLUMPS.length)]!;
    return [x + noise * random.normal(), y + noise * random.normal()];
  },
};

function cloud(shape: Look, random: Random, n: number, noise: number): Float32Array {
  return Float32Array.from(Array.from({ length: n }, () => CLOUDS[shape](random, noise)).flat());
}

const shapes = Object.keys(CLOUDS) as Look[];

const shapeOf = (...of: Parameters<typeof cloudShape>): ShapeVerdict => run(cloudShape(...of));

describe('the verdict on a cloud of centres', () => {
  const cases = shapes.flatMap((shape) => [150, 1000, 8000].map((n) => ({ shape, n })));
  it.each(cases)(
    'is $shape for $n centres of such a cloud, at three levels of noise and from three seeds',
    ({ shape, n }) => {
      for (const noise of [0.02, 0.1, 0.2]) {
        for (const seed of [1, 2, 3]) {
          const verdict = shapeOf(cloud(shape, createRandom(seed, n), n, noise));
          expect(verdict.shape, `noise ${noise}, seed ${seed}: ${JSON.stringify(verdict)}`).toBe(shape);
        }
      }
    },
  );

  // Centres and posteriors together have the variance of the prior, as training leaves them.
  const SIZES: Readonly<Record<Look, number>> = { line: 0.8, ring: 1.3, disc: 1.9, irregular: 0.75 };
  const judged = shapes.flatMap((shape) => [
    ...[100, 300, 1200].map((n) => ({ shape, n, family: 'diagonal' as Family, noises: [0.02, 0.1, 0.2] })),
    ...(['isotropic', 'full', 'box'] as const).map((family) => ({ shape, n: 100, family, noises: [0.1] })),
  ]);
  it.each(judged)(
    'is $shape for $n such centres by how far all of their posteriors are from the prior, too: $family',
    ({ shape, n, family, noises }) => {
      for (const noise of noises) {
        for (const seed of [1, 2, 3]) {
          const random = createRandom(seed, n);
          const centres = cloud(shape, random, n, noise).map((value) => SIZES[shape] * value);
          const posteriors = codesOf(withWidths(family, centres, 0.3, random));
          const { aggregateKl } = run(surgery(posteriors, [0, 1]));
          const verdict = shapeOf(centres, aggregateKl);
          expect(verdict.shape, `noise ${noise}, seed ${seed}: ${JSON.stringify(verdict)}`).toBe(shape);
        }
      }
    },
  );

  it('of a normal cloud is a disc', () => {
    for (const n of [150, 1000, 8000]) {
      const random = createRandom(4, n);
      expect(shapeOf(Float32Array.from({ length: 2 * n }, () => random.normal())).shape).toBe('disc');
    }
  });

  it('does not depend on place, size, direction and stretch up to a line', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Look>('ring', 'disc', 'irregular'),
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.01, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 7, noNaN: true }),
        (shape, shift, size, angle) => {
          const mu = cloud(shape, createRandom(5), 1000, 0.1);
          const [c, s] = [size * Math.cos(angle), size * Math.sin(angle)];
          const moved = Float64Array.from(mu, (value, k) =>
            k % 2 === 0 ? shift + c * value - s * mu[k + 1]! : -shift + s * mu[k - 1]! + c * value,
          );
          const [before, after] = [shapeOf(mu), shapeOf(moved)];
          expect(after.shape).toBe(shape);
          expectClose(after.flatness, before.flatness, { rel: 1e-4 });
          expectClose(after.radialSpread, before.radialSpread, { rel: 1e-4 });
          expect(shapeOf(mu.map((value, k) => (k % 2 === 0 ? 2 : 1) * value)).shape).toBe(shape);
        },
      ),
      { seed: 2016, numRuns: 30 },
    );
  });

  it('rests on numbers that have closed forms', () => {
    const n = 4000;
    const circle = Float64Array.from({ length: 2 * n }, (_, k) => {
      const angle = (2 * Math.PI * (k >> 1)) / n + 0.1;
      return k % 2 === 0 ? 3 * Math.cos(angle) : 3 * Math.sin(angle);
    });
    const ring = shapeOf(circle);
    expectClose(ring.flatness, 1, { abs: 1e-9 });
    expect(ring.hollowness).toBe(1);
    expectClose(ring.radialSpread, 0, { abs: 1e-6 });
    expectClose(ring.emptiestSector, 1, { abs: 0.01 });
    // All of it in one shell of four, less the correction for chance.
    expectClose(ring.departure, Math.log(4) - 31 / (2 * n), { abs: 1e-3 });

    const random = createRandom(6);
    const normal = shapeOf(Float32Array.from({ length: 2 * 40_000 }, () => random.normal()));
    expectClose(normal.hollowness, 0, { abs: 0.03 });
    // √(4/π − 1), of the Rayleigh distribution.
    expectClose(normal.radialSpread, Math.sqrt(4 / Math.PI - 1), { abs: 0.01 });
    expectClose(normal.departure, 0, { abs: 1e-3 });
    const disc = shapeOf(cloud('disc', random, 40_000, 0));
    expectClose(disc.radialSpread, Math.sqrt(9 / 8 - 1), { abs: 0.01 });
  });

  it('asks the aggregated posterior what is a disc, where it is known', () => {
    const clumps = cloud('irregular', createRandom(7), 1000, 0.1);
    expect(shapeOf(clumps, 0.13).shape).toBe('disc');
    expect(shapeOf(clumps, 1.5).shape).toBe('irregular');
    const disc = cloud('disc', createRandom(7), 1000, 0.1);
    expect(shapeOf(disc, 0.13).shape).toBe('disc');
    expect(shapeOf(disc, Infinity).shape).toBe('irregular');
    // One active axis is a line, however near to the prior all ellipses are.
    expect(shapeOf(cloud('line', createRandom(7), 1000, 0.02), 0.01).shape).toBe('line');
  });

  it('is that nothing is coded where decodes explain less than a twentieth of the images, whatever the cloud looks like', () => {
    for (const shape of shapes) {
      const mu = cloud(shape, createRandom(10), 1000, 0.1);
      const aggregateKl = shape === 'disc' ? 0.1 : 1;
      for (const explained of [-0.3, 0, 0.049]) {
        const verdict = shapeOf(mu, aggregateKl, explained);
        expect(verdict).toEqual({ ...shapeOf(mu, aggregateKl), shape: 'nothing', explained });
      }
      for (const explained of [0.05, 0.9, null]) expect(shapeOf(mu, aggregateKl, explained).shape).toBe(shape);
    }
  });

  it('of a ring that does not close, or of clumps around an empty middle, is irregular', () => {
    const random = createRandom(8);
    const open = Array.from({ length: 1000 }, () => {
      const angle = 1.4 * Math.PI * random.uniform();
      const radius = 1 + 0.05 * random.normal();
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });
    expect(shapeOf(Float32Array.from(open.flat())).shape).toBe('irregular');
    const clumps = Array.from({ length: 1000 }, (_, i) => {
      const angle = 0.3 + (2 * Math.PI * (i % 3)) / 3;
      return [Math.cos(angle) + 0.1 * random.normal(), Math.sin(angle) + 0.1 * random.normal()];
    });
    expect(shapeOf(Float32Array.from(clumps.flat())).shape).toBe('irregular');
  });

  it('gives way often among many centres', () => {
    const { turns } = runToEnd(cloudShape(cloud('disc', createRandom(9), 60_000, 0.1)));
    expect(turns).toBeGreaterThan(8);
  });

  it('of centres on one straight line, or on one point, is a line', () => {
    expect(shapeOf(Float32Array.of(0, 0, 1, 2, 2, 4, 5, 10))).toMatchObject({ shape: 'line' });
    const point = shapeOf(Float32Array.of(1, 1, 1, 1, 1, 1));
    expect(point.shape).toBe('line');
    for (const value of Object.values(point)) expect(value).not.toBeNaN();
  });
});
