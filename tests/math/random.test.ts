import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/math/normal';
import { createRandom, type Random, restoreRandom } from '../../src/math/random';
import { expectClose } from '../support/close';

const draw = (n: number, next: () => number): Float64Array => Float64Array.from({ length: n }, next);
const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Σ (count − expected)²/expected of values in 0 … bins−1 that should be equally frequent. */
function chiSquare(values: ArrayLike<number>, bins: number): number {
  const counts = new Float64Array(bins);
  for (let i = 0; i < values.length; i++) counts[values[i]!]!++;
  const expected = values.length / bins;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** χ² with k degrees of freedom stays within five standard deviations of its mean. */
function expectUniform(values: ArrayLike<number>, bins: number): void {
  const freedom = bins - 1;
  expectClose(chiSquare(values, bins), freedom, { abs: 5 * Math.sqrt(2 * freedom) }, 'χ²');
}

/** Correlation of two streams in units of its standard error. */
function correlation(a: Random, b: Random, n = 20000): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += a.normal() * b.normal();
  return sum / Math.sqrt(n);
}

describe('streams', () => {
  it('repeat for the same seed and stream, in every kind of draw', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(100), (seed, stream) => {
        const [a, b] = [createRandom(seed, stream), createRandom(seed, stream)];
        for (let i = 0; i < 20; i++) {
          expect(a.uniform()).toBe(b.uniform());
          expect(a.normal()).toBe(b.normal());
          expect(a.below(1000)).toBe(b.below(1000));
        }
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it.each([
    [0, 0, [2126972474, 2307132705, 2977794108, 1956363893]],
    [1, 0, [3891768649, 3748788307, 2873460724, 821756139]],
    [1, 2, [2055195208, 3840024077, 2327539691, 3208663906]],
    [-7, 1, [53437483, 2066501299, 991201058, 2601687998]],
  ])('keep the runs that addresses name: seed %i, stream %i', (seed, stream, bits) => {
    // From sfc32 and splitmix32 written out in 64-bit integers.
    const random = createRandom(seed, stream);
    expect(bits.map(() => random.uniform() * 2 ** 32)).toEqual(bits);
  });

  it('begin differently for every small seed and stream', () => {
    const beginnings = new Set<string>();
    for (let seed = -100; seed < 100; seed++) {
      for (let stream = 0; stream < 20; stream++) {
        const random = createRandom(seed, stream);
        beginnings.add(`${random.uniform()} ${random.uniform()}`);
      }
    }
    expect(beginnings.size).toBe(4000);
  });

  it('have uniform beginnings over seeds and over streams', () => {
    const first = (random: Random): number => random.below(64);
    expectUniform(
      Array.from({ length: 20000 }, (_, seed) => first(createRandom(seed))),
      64,
    );
    expectUniform(
      Array.from({ length: 20000 }, (_, stream) => first(createRandom(7, stream))),
      64,
    );
  });

  it('do not correlate with their neighbours', () => {
    for (let seed = 0; seed < 10; seed++) {
      const limit = { abs: 4.5 };
      expectClose(correlation(createRandom(seed, 0), createRandom(seed, 1)), 0, limit, `streams of ${seed}`);
      expectClose(correlation(createRandom(seed), createRandom(seed + 1)), 0, limit, `seeds ${seed} and the next`);
    }
  });
});

describe('uniform', () => {
  it('lies in [0, 1) and fills it evenly', () => {
    const values = draw(200000, createRandom(2).uniform);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expectUniform(
      values.map((value) => Math.floor(256 * value)),
      256,
    );
  });

  it('is even in its lowest bits, and in pairs', () => {
    const values = draw(200000, createRandom(3).uniform);
    expectUniform(
      values.map((value) => (value * 2 ** 32) % 256),
      256,
    );
    const pairs = Array.from({ length: 100000 }, (_, i) => {
      return 16 * Math.floor(16 * values[2 * i]!) + Math.floor(16 * values[2 * i + 1]!);
    });
    expectUniform(pairs, 256);
  });
});

describe('normal', () => {
  const n = 1000000;
  const values = draw(n, createRandom(4).normal);

  it('has mean 0, variance 1, no skew and kurtosis 3, to sampling error', () => {
    // Standard errors of the moments of n normals, times five.
    const within = (variance: number) => ({ abs: 5 * Math.sqrt(variance / n) });
    expectClose(mean(values), 0, within(1), 'mean');
    expectClose(mean(values.map((x) => x ** 2)), 1, within(2), 'variance');
    expectClose(mean(values.map((x) => x ** 3)), 0, within(15), 'skew');
    expectClose(mean(values.map((x) => x ** 4)), 3, within(96), 'kurtosis');
  });

  it('has the shape of a normal', () => {
    expectUniform(
      values.map((x) => Math.floor(256 * normalCdf(x))),
      256,
    );
  });

  it('has independent members in its pairs', () => {
    const products = draw(n / 2, () => 0).map((_, i) => values[2 * i]! * values[2 * i + 1]!);
    expectClose(mean(products), 0, { abs: 5 / Math.sqrt(n / 2) });
    const squares = products.map((_, i) => (values[2 * i]! ** 2 - 1) * (values[2 * i + 1]! ** 2 - 1));
    expectClose(mean(squares), 0, { abs: 10 / Math.sqrt(n / 2) });
  });

  it('is finite', () => {
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it('consumes two uniforms for two values', () => {
    const [a, b] = [createRandom(5), createRandom(5)];
    a.normal();
    a.normal();
    b.uniform();
    b.uniform();
    expect(a.uniform()).toBe(b.uniform());
  });
});

describe('below', () => {
  it('gives integers in range', () => {
    const random = createRandom(6);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (n) => {
        const value = random.below(n);
        expect(Number.isInteger(value) && value >= 0 && value < n).toBe(true);
      }),
      { seed: 7, numRuns: 1000 },
    );
    expect(random.below(1)).toBe(0);
  });

  it.each([2, 3, 10, 97])('gives all of 0 … %i − 1 evenly', (n) => {
    const random = createRandom(8, n);
    expectUniform(
      draw(100000, () => random.below(n)),
      n,
    );
  });
});

describe('shuffle', () => {
  it('permutes', () => {
    const random = createRandom(9);
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 50 }), (values) => {
        const shuffled = values.slice();
        random.shuffle(shuffled);
        expect(shuffled.toSorted()).toEqual(values.toSorted());
      }),
      { seed: 10, numRuns: 200 },
    );
  });

  it('gives every order of four things the same share', () => {
    const random = createRandom(11);
    const orders = new Map<string, number>();
    const seen = draw(48000, () => {
      const values = Uint32Array.of(0, 1, 2, 3);
      random.shuffle(values);
      const key = values.join('');
      if (!orders.has(key)) orders.set(key, orders.size);
      return orders.get(key)!;
    });
    expect(orders.size).toBe(24);
    expectUniform(seen, 24);
  });

  it('puts each thing into each place equally often', () => {
    const random = createRandom(12);
    const places = draw(40000, () => {
      const values = Uint32Array.from({ length: 10 }, (_, i) => i);
      random.shuffle(values);
      return values.indexOf(0);
    });
    expectUniform(places, 10);
  });
});

describe('state', () => {
  /** One draw of each kind, by number. */
  const draws: readonly ((random: Random) => number | Uint32Array)[] = [
    (random) => random.uniform(),
    (random) => random.normal(),
    (random) => random.below(17),
    (random) => {
      const order = Uint32Array.from({ length: 9 }, (_, i) => i);
      random.shuffle(order);
      return order;
    },
  ];
  const sequences = fc.array(fc.nat(draws.length - 1), { maxLength: 30 });

  it('is where another generator goes on to the bit, after any draws and through any', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(9), sequences, sequences, (seed, stream, before, after) => {
        const random = createRandom(seed, stream);
        for (const kind of before) draws[kind]!(random);
        const restored = restoreRandom(structuredClone(random.state()));
        for (const kind of after) expect(draws[kind]!(restored)).toEqual(draws[kind]!(random));
        expect(restored.state()).toEqual(random.state());
      }),
      { seed: 51, numRuns: 200 },
    );
  });

  it('keeps the second value of a pair', () => {
    const random = createRandom(4);
    const first = random.normal();
    const { spare } = random.state();
    expect(spare).not.toBeNull();
    expect(random.normal()).toBe(spare);
    expect(random.state().spare).toBeNull();
    expect(first).not.toBe(spare);
  });

  it('is a picture of the moment: drawing on does not change it', () => {
    const random = createRandom(4);
    const state = random.state();
    const copy = structuredClone(state);
    for (let i = 0; i < 5; i++) random.normal();
    expect(state).toEqual(copy);
    const [a, b] = [restoreRandom(state), restoreRandom(state)];
    a.uniform();
    expect(b.state()).toEqual(copy);
  });
});
