import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../src/math/random';
import { boxOf, easeWindow, fitWindow, type PlaneWindow } from '../../src/math/window';
import { expectClose } from '../support/close';
import { finite, windows } from './windows';

/** Seeded clouds of many places, sizes and proportions. */
const clouds = fc
  .record({
    seed: fc.nat(999),
    n: fc.integer({ min: 1, max: 3000 }),
    x: fc.double({ min: -100, max: 100, ...finite }),
    y: fc.double({ min: -100, max: 100, ...finite }),
    width: fc.double({ min: 0, max: 30, ...finite }),
    height: fc.double({ min: 0, max: 30, ...finite }),
  })
  .map(({ seed, n, x, y, width, height }) => {
    const random = createRandom(seed);
    const mu = new Float32Array(2 * n);
    for (let i = 0; i < n; i++) {
      mu[2 * i] = x + width * random.normal();
      mu[2 * i + 1] = y + height * random.normal();
    }
    return mu;
  });

const inside = ({ x, y, half }: PlaneWindow, a: number, b: number): boolean =>
  Math.abs(a - x) <= half && Math.abs(b - y) <= half;

function shareInside(window: PlaneWindow, mu: Float32Array): number {
  let count = 0;
  for (let i = 0; i < mu.length; i += 2) if (inside(window, mu[i]!, mu[i + 1]!)) count += 1;
  return count / (mu.length / 2);
}

function cloud(random: Random, n: number, x: number, y: number, spread: number): Float32Array {
  return Float32Array.from({ length: 2 * n }, (_, i) => (i % 2 === 0 ? x : y) + spread * random.normal());
}

const AT_REST: PlaneWindow = { x: 0, y: 0, half: 3.25 };

describe('fitWindow', () => {
  it('holds the unit circle and 99 % of the codes', () => {
    fc.assert(
      fc.property(clouds, (mu) => {
        const window = fitWindow(mu);
        for (let angle = 0; angle < 16; angle++) {
          const [x, y] = [Math.cos((angle * Math.PI) / 8), Math.sin((angle * Math.PI) / 8)];
          expect(inside(window, x, y)).toBe(true);
        }
        expect(shareInside(window, mu)).toBeGreaterThanOrEqual(0.99);
      }),
      { seed: 91, numRuns: 300 },
    );
  });

  it('holds every one of a few codes, wherever its centre had to step', () => {
    const random = createRandom(90);
    for (let run = 0; run < 20_000; run++) {
      const mu = cloud(random, 2, 0, 0, 3 + 20 * random.uniform());
      if (shareInside(fitWindow(mu), mu) < 1) expect.fail(`${mu} is not all in ${JSON.stringify(fitWindow(mu))}`);
    }
  });

  it('holds them in large data sets too, of which it looks at a part', () => {
    const mu = cloud(createRandom(92), 60_000, 3, -9, 4);
    expect(shareInside(fitWindow(mu), mu)).toBeGreaterThanOrEqual(0.99);
  });

  it('is not much larger than it has to be', () => {
    fc.assert(
      fc.property(clouds, (mu) => {
        const { half } = fitWindow(mu);
        if (half === AT_REST.half) return;
        let [left, right, bottom, top] = [-1.3, 1.3, -1.3, 1.3];
        for (let i = 0; i < mu.length; i += 2) {
          left = Math.min(left, mu[i]!);
          right = Math.max(right, mu[i]!);
          bottom = Math.min(bottom, mu[i + 1]!);
          top = Math.max(top, mu[i + 1]!);
        }
        const needed = Math.max(right - left, top - bottom, 2 * AT_REST.half) / 2;
        // Air, the step of the centre, and a rung of the ladder.
        expect(half).toBeLessThanOrEqual(needed * 1.06 * 1.0625 * 1.15 * (1 + 1e-6));
      }),
      { seed: 93, numRuns: 300 },
    );
  });

  it('rests on the prior for codes around the origin, or for none', () => {
    expect(fitWindow(new Float32Array(0))).toEqual(AT_REST);
    expect(fitWindow(Float32Array.of(3.2, -3.2, -1, 3))).toEqual(AT_REST);
    expect(fitWindow(cloud(createRandom(94), 2000, 0, 0, 0.8))).toEqual(AT_REST);
  });

  it('lets a few strays lie outside', () => {
    const mu = cloud(createRandom(95), 2000, 0, 0, 0.5);
    mu.set([500, 0, -500, 0, 0, 500], 100);
    expect(fitWindow(mu)).toEqual(AT_REST);
    // The only codes there are, though, are no strays.
    expect(shareInside(fitWindow(Float32Array.of(500, 0, 1, 0)), Float32Array.of(500, 0, 1, 0))).toBe(1);
  });

  it('is on the ladder of sizes, and its centre on the steps of that size', () => {
    fc.assert(
      fc.property(clouds, (mu) => {
        const { x, y, half } = fitWindow(mu);
        const rung = Math.log(half / AT_REST.half) / Math.log(1.15);
        expectClose(rung, Math.round(rung), { abs: 1e-9 }, 'rung');
        for (const centre of [x, y]) {
          const steps = centre / (0.125 * half);
          expectClose(steps, Math.round(steps), { abs: 1e-9 }, 'steps');
        }
      }),
      { seed: 96, numRuns: 300 },
    );
  });

  it('follows codes that have moved to one side of it, though they would still fit', () => {
    const before = fitWindow(Float32Array.of(0, -4.2, 0, 1));
    expect(before.y).toBeLessThan(0);
    const after = Float32Array.of(-2.8, -2.9, 2.8, 2.2);
    expect(shareInside(before, after)).toBe(1);
    expect(fitWindow(after, before)).toEqual(AT_REST);
    const wide = fitWindow(Float32Array.of(0, 0, 10, 0));
    const moved = fitWindow(Float32Array.of(-2, 0, 6, 0), wide);
    expect(moved.x).toBeLessThan(wide.x);
    expect(moved.half).toBeLessThanOrEqual(wide.half);
    // At rest it stays about the prior while the codes are near, wherever they are there.
    expect(fitWindow(Float32Array.of(1, 1, 3, 3), AT_REST)).toBe(AT_REST);
  });

  it('is the very same window while the codes drift a little', () => {
    const random = createRandom(97);
    fc.assert(
      fc.property(clouds, (mu) => {
        const first = fitWindow(mu);
        // There is air of 6 % around the codes: drifting by less than half of it, they still fit.
        const jitter = 0.02 * first.half;
        let window = first;
        for (let frame = 0; frame < 10; frame++) {
          const moved = mu.map((value) => value + jitter * (2 * random.uniform() - 1));
          window = fitWindow(moved, window);
        }
        expect(window).toBe(first);
      }),
      { seed: 98, numRuns: 50 },
    );
  });

  it('follows codes that leave it, and comes closer to codes that shrink', () => {
    const random = createRandom(99);
    const near = cloud(random, 1000, 0, 0, 0.5);
    const wide = cloud(random, 1000, 0, 0, 10);
    const rest = fitWindow(near);
    const far = fitWindow(wide, rest);
    expect(far.half).toBeGreaterThan(20);
    expect(shareInside(far, wide)).toBeGreaterThanOrEqual(0.99);
    const slightly = wide.map((value) => 0.9 * value);
    expect(fitWindow(slightly, far)).toBe(far);
    expect(fitWindow(near, far)).toEqual(rest);
  });

  it('does not count codes that are no numbers', () => {
    const mu = cloud(createRandom(100), 1000, 20, 5, 2);
    const broken = mu.slice();
    for (let i = 0; i < 400; i++) broken[i] = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY][i % 3]!;
    const { x, y, half } = fitWindow(broken);
    const sound = fitWindow(mu);
    expect([x, y, half].every(Number.isFinite)).toBe(true);
    expectClose(half, sound.half, { rel: 0.6 }, 'half');
    expect(fitWindow(new Float32Array(20).fill(Number.NaN))).toEqual(AT_REST);
  });
});

describe('easeWindow', () => {
  it('stays for a share of 0 and arrives for 1', () => {
    fc.assert(
      fc.property(windows, windows, (from, to) => {
        expect(easeWindow(from, to, 1)).toBe(to);
        const stayed = easeWindow(from, to, 0);
        if (stayed === to) return;
        for (const part of ['x', 'y', 'half'] as const) expectClose(stayed[part], from[part], { rel: 1e-12 }, part);
      }),
      { seed: 101, numRuns: 200 },
    );
  });

  it('arrives at the very window after enough steps, and comes nearer with each', () => {
    fc.assert(
      fc.property(windows, windows, (from, to) => {
        let window = from;
        let steps = 0;
        for (; window !== to && steps < 200; steps++) {
          const next = easeWindow(window, to, 0.14);
          expect(Math.abs(Math.log(to.half / next.half))).toBeLessThanOrEqual(
            Math.abs(Math.log(to.half / window.half)) + 1e-12,
          );
          expect(Math.hypot(to.x - next.x, to.y - next.y)).toBeLessThanOrEqual(
            Math.hypot(to.x - window.x, to.y - window.y) + 1e-12,
          );
          window = next;
        }
        expect(window).toBe(to);
      }),
      { seed: 102, numRuns: 100 },
    );
  });

  it('goes halfway by place and by ratio of size', () => {
    const half = easeWindow({ x: 0, y: 2, half: 1 }, { x: 4, y: 0, half: 16 }, 0.5);
    expect(half).toEqual({ x: 2, y: 1, half: 4 });
  });
});

describe('boxOf', () => {
  it('has the edges of the window', () => {
    expect(boxOf({ x: 1, y: -1, half: 2 })).toEqual({ left: -1, bottom: -3, right: 3, top: 1 });
  });
});
