import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES, type Family } from '../../src/math/family';
import { klAxis } from '../../src/math/kl';
import {
  BOX_EXCESS,
  codesOfHead,
  everyNth,
  headWidth,
  klOf,
  lowerCount,
  meanKl,
  onPlane,
  posteriorsOf,
  triangleRow,
  unitNoise,
} from '../../src/math/posterior';
import { createRandom } from '../../src/math/random';
import golden from '../fixtures/golden_kl_families.json';
import { expectClose } from '../support/close';
import { run } from '../support/run';

/** Heads of n images, with numbers of ordinary size. */
const heads = fc
  .record({
    family: fc.constantFrom<Family>(...FAMILIES),
    latent: fc.integer({ min: 1, max: 5 }),
    n: fc.integer({ min: 1, max: 4 }),
    seed: fc.nat(),
  })
  .map(({ family, latent, n, seed }) => {
    const random = createRandom(seed);
    const head = Float32Array.from({ length: n * headWidth(family, latent) }, () => random.normal());
    return { family, latent, n, posteriors: posteriorsOf(family, latent, codesOfHead(family, latent, head)) };
  });

describe('posteriors', () => {
  it('have heads of the width that their family needs', () => {
    expect(FAMILIES.map((family) => headWidth(family, 3))).toEqual([3, 4, 6, 9, 6]);
    expect(FAMILIES.map((family) => headWidth(family, 1))).toEqual([1, 2, 2, 2, 2]);
    expect(lowerCount(4)).toBe(6);
  });

  it('of every so many images are those of these images, whatever the family', () => {
    fc.assert(
      fc.property(heads, fc.integer({ min: 1, max: 5 }), ({ family, latent, n, posteriors }, stride) => {
        const some = everyNth(posteriors, stride);
        const indices = Array.from({ length: Math.ceil(n / stride) }, (_, i) => i * stride);
        const rows = (values: Float32Array) =>
          indices.flatMap((i) => [...values.slice((i * values.length) / n, ((i + 1) * values.length) / n)]);
        expect(some).toMatchObject({ family, latent });
        for (const key of ['mu', 'sigma', 'logVar'] as const) expect([...some[key]]).toEqual(rows(posteriors[key]));
        expect(some.lower && [...some.lower]).toEqual(posteriors.lower && rows(posteriors.lower));
      }),
    );
  });

  it('read a head of full covariance row by row', () => {
    const head = Float32Array.of(1, 2, 3, 0, Math.log(4), Math.log(9), 10, 20, 21);
    const codes = codesOfHead('full', 3, head);
    const rows = [0, 1, 2].map((axis) => triangleRow(codes, 3, 0, axis));
    for (const [i, value] of rows.flat().entries()) {
      expectClose(value, [1, 10, 2, 20, 21, 3][i]!, { rel: 1e-6 }, `entry ${i}`);
    }
    const { sigma } = posteriorsOf('full', 3, codes);
    expectClose(sigma[2]!, Math.hypot(20, 21, 3), { rel: 1e-6 }, 'σ of the last axis');
  });

  it('are points, or alike on every axis, where the family says so', () => {
    const points = posteriorsOf('point', 2, codesOfHead('point', 2, Float32Array.of(1, 2)));
    expect([...points.sigma]).toEqual([0, 0]);
    expect(klOf(points, 0)).toBe(Number.POSITIVE_INFINITY);
    const round = posteriorsOf('isotropic', 2, codesOfHead('isotropic', 2, Float32Array.of(1, 2, Math.log(0.25))));
    expect([...round.sigma]).toEqual([0.5, 0.5]);
  });

  it('seen on a plane have the covariance of L·Lᵀ on its two axes', () => {
    fc.assert(
      fc.property(heads, ({ latent, n, posteriors }) => {
        fc.pre(latent >= 2);
        const axes = [latent - 1, 0] as const;
        const plane = onPlane(posteriors, axes);
        for (let i = 0; i < n; i++) {
          const [one, other] = axes.map((axis) => triangleRow(posteriors, latent, i, axis)) as [number[], number[]];
          const covariance = one[0]! * other[0]!;
          const [a, b] = [plane.sigma[2 * i]!, plane.sigma[2 * i + 1]!];
          const rho = plane.correlation?.[i] ?? 0;
          expectClose(a, Math.hypot(...one), { rel: 1e-6 }, 'σ to the right');
          expect(plane.correlation === null).toBe(posteriors.lower === null);
          if (plane.correlation !== null)
            expectClose(a * b * rho, covariance, { abs: 1e-5 * (1 + a * b) }, 'covariance');
          expect(plane.mu[2 * i]).toBe(posteriors.mu[i * latent + latent - 1]);
        }
      }),
    );
  });

  it('show the prior on an axis that a code lacks', () => {
    const line = posteriorsOf('full', 1, codesOfHead('full', 1, Float32Array.of(3, 0)));
    const { mu, sigma, correlation } = onPlane(line, [0, -1]);
    expect([[...mu], [...sigma], correlation]).toEqual([[3, 0], [1, 1], null]);
  });

  it('have the KL of their closed forms', () => {
    fc.assert(
      fc.property(heads, ({ family, latent, n, posteriors }) => {
        const { mu, sigma, logVar } = posteriors;
        for (let i = 0; i < n; i++) {
          const axes = Array.from({ length: latent }, (_, axis) => i * latent + axis);
          const sum = (value: (at: number) => number): number => axes.reduce((total, at) => total + value(at), 0);
          if (family === 'point') expect(klOf(posteriors, i)).toBe(Number.POSITIVE_INFINITY);
          else if (family === 'full') {
            // ½(tr Σ + μᵀμ − d − ln det Σ).
            const expected = 0.5 * sum((at) => sigma[at]! ** 2 + mu[at]! ** 2 - 1 - logVar[at]!);
            expectClose(klOf(posteriors, i), expected, { abs: 1e-5, rel: 1e-5 }, 'KL');
          } else {
            const excess = family === 'box' ? latent * BOX_EXCESS : 0;
            expectClose(klOf(posteriors, i), sum((at) => klAxis(mu[at]!, sigma[at]!)) + excess, { rel: 1e-12 }, 'KL');
          }
        }
        const each = Array.from({ length: n }, (_, i) => klOf(posteriors, i));
        if (family !== 'point')
          expectClose(run(meanKl(posteriors)), each.reduce((a, b) => a + b, 0) / n, { rel: 1e-12 }, 'mean');
      }),
    );
  });

  // In double precision, as the golden numbers are.
  it.each(golden.full.cases)('golden: full covariance, mu $mu, L $chol', ({ mu, chol, kl, klOfDiagonal }) => {
    const [[a], [b, c]] = chol as [[number], [number, number]];
    const codes = {
      mu: Float64Array.from(mu) as never,
      logVar: Float64Array.of(2 * Math.log(a), 2 * Math.log(c)) as never,
      lower: Float64Array.of(b) as never,
    };
    const full = posteriorsOf('full', 2, codes);
    expectClose(klOf(full, 0), kl, { abs: 1e-12, rel: 1e-12 }, 'KL');
    // Of the same standard deviations without the tilt.
    const logVar = full.sigma.map((value) => 2 * Math.log(value));
    const untilted = posteriorsOf('diagonal', 2, { ...codes, logVar, lower: null });
    expectClose(klOf(untilted, 0), klOfDiagonal, { abs: 1e-12, rel: 1e-12 }, 'KL of the diagonal');
  });

  it.each(golden.box.cases)('golden: box from $a to $b', ({ centre, halfwidth, kl }) => {
    const codes = {
      mu: Float64Array.of(centre) as never,
      logVar: Float64Array.of(2 * Math.log(halfwidth / Math.sqrt(3))) as never,
      lower: null,
    };
    expectClose(klOf(posteriorsOf('box', 1, codes), 0), kl, { abs: 1e-12, rel: 1e-12 }, 'KL');
  });

  it('give a box the KL of the ellipse and 0.1765 nats an axis, by quadrature too', () => {
    expectClose(BOX_EXCESS, 0.1765, { abs: 5e-5 }, 'excess');
    const box = posteriorsOf('box', 1, codesOfHead('box', 1, Float32Array.of(0.7, Math.log(0.09))));
    // ∫ q ln(q/p) over μ ± √3σ, by midpoints.
    const cells = 10_000;
    const half = Math.sqrt(3) * 0.3;
    let sum = 0;
    for (let i = 0; i < cells; i++) {
      const z = 0.7 - half + ((i + 0.5) * 2 * half) / cells;
      sum += (-Math.log(2 * half) + 0.5 * z * z + 0.5 * Math.log(2 * Math.PI)) / cells;
    }
    expectClose(klOf(box, 0), sum, { abs: 1e-6 }, 'KL');
  });
});

describe('noise', () => {
  it('has mean 0 and variance 1, and that of a box ends at √3', () => {
    for (const family of ['diagonal', 'box'] as const) {
      const random = createRandom(3);
      const draws = Array.from({ length: 20_000 }, () => unitNoise(family, random));
      const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
      const variance = draws.reduce((a, b) => a + (b - mean) ** 2, 0) / draws.length;
      expectClose(mean, 0, { abs: 3 / Math.sqrt(draws.length) }, `${family}: mean`);
      expectClose(variance, 1, { abs: 0.04 }, `${family}: variance`);
      const largest = Math.max(...draws.map(Math.abs));
      if (family === 'box') expect(largest).toBeLessThanOrEqual(Math.sqrt(3));
      else expect(largest).toBeGreaterThan(Math.sqrt(3));
    }
  });
});
