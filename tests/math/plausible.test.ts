import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuity } from '../../src/math/continuity';
import type { Family } from '../../src/math/family';
import { distancesToNearest, pairDistances } from '../../src/math/imageDistance';
import { normalCdf } from '../../src/math/normal';
import { plausibility } from '../../src/math/plausible';
import { onPlane, type PlanarPosteriors, posteriorsOf } from '../../src/math/posterior';
import { drawPrior, type PriorSamples } from '../../src/math/priorSamples';
import { quantile } from '../../src/math/quantile';
import { createRandom } from '../../src/math/random';
import { expectAllClose, expectClose } from '../support/close';
import { run } from '../support/run';
import { decoderOf, decoding, linearDecoder, randomMlp } from './decoders';

/** n posteriors of equal widths at the given centres. */
function posteriorsAt(
  family: Family,
  mu: readonly number[],
  sigma: readonly [number, number],
  rho = 0,
): PlanarPosteriors {
  return {
    family,
    mu: Float32Array.from(mu),
    sigma: Float32Array.from(mu, (_, k) => sigma[k % 2]!),
    correlation: family === 'full' ? new Float32Array(mu.length / 2).fill(rho) : null,
  };
}

/** So many codes of two axes. */
const onTwo = (count: number) => ({ count, latent: 2, axes: [0, 1] }) as const;

describe('distances of images', () => {
  it.each([
    { m: 1, n: 1, pixels: 1 },
    { m: 7, n: 5, pixels: 3 },
    { m: 130, n: 301, pixels: 49 },
    { m: 70, n: 90, pixels: 300 },
  ])('to the nearest are those of all pairs: $m × $n × $pixels', ({ m, n, pixels }) => {
    const random = createRandom(1, m);
    const images = Float32Array.from({ length: m * pixels }, () => random.uniform());
    const others = Float32Array.from({ length: n * pixels }, () => random.uniform());
    const expected = Array.from({ length: m }, (_, i) => {
      let least = Infinity;
      for (let j = 0; j < n; j++) {
        let squared = 0;
        for (let k = 0; k < pixels; k++) squared += (images[i * pixels + k]! - others[j * pixels + k]!) ** 2;
        least = Math.min(least, squared);
      }
      return Math.sqrt(least);
    });
    expectAllClose(run(distancesToNearest(images, others, pixels)), expected, { abs: 1e-6 });
    expectAllClose(run(distancesToNearest(images, images, pixels)), new Float64Array(m), { abs: 1e-6 });
  });

  it('of pairs are Euclidean', () => {
    expectAllClose(pairDistances(Float32Array.of(0, 0, 1, 1), Float32Array.of(3, 4, 1, 1), 2), [5, 0], { abs: 1e-6 });
  });
});

describe('quantiles', () => {
  it('lie between neighbours by proportion', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([3, 1, 2], 0)).toBe(1);
    expect(quantile([3, 1, 2], 1)).toBe(3);
    expect(quantile([0, 10], 0.95)).toBe(9.5);
    expect(quantile([7], 0.95)).toBe(7);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const sorted = values.toSorted((a, b) => a - b);
          const at = share * (values.length - 1);
          const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
          expect(quantile(values, share)).toBe(low + (at - Math.floor(at)) * (high - low));
        },
      ),
      { seed: 2016 },
    );
  });
});

describe('prior samples', () => {
  const m = 20_000;
  const insideShare = (posteriors: PlanarPosteriors, noiseScale = 1): number =>
    run(drawPrior(posteriors, noiseScale, onTwo(m), createRandom(2))).inside.reduce((sum, value) => sum + value, 0) / m;
  const error = 3 * Math.sqrt(0.25 / m);

  it('inside one ellipse are the prior’s mass there', () => {
    const unit = (family: Family): PlanarPosteriors => posteriorsAt(family, [0, 0], [1, 1]);
    expectClose(insideShare(unit('diagonal')), 1 - Math.exp(-2), { abs: error });
    expectClose(insideShare(unit('isotropic'), 0.5), 1 - Math.exp(-0.5), { abs: error });
    // P(|ε| ≤ √3)².
    expectClose(insideShare(unit('box')), 0.9167355 ** 2, { abs: error });
    expect(insideShare(unit('point'))).toBe(0);
    expect(insideShare(unit('diagonal'), 0)).toBe(0);
    expect(insideShare(posteriorsAt('diagonal', [], [1, 1]))).toBe(0);
  });

  it('inside a tilted ellipse are judged by its own axes', () => {
    const tilted = posteriorsAt('full', [0.2, -0.1], [0.6, 0.9], 0.9);
    const { codes, inside } = run(drawPrior(tilted, 0.8, onTwo(4000), createRandom(3)));
    for (let k = 0; k < inside.length; k++) {
      // ε = L⁻¹(z − μ) within 2s.
      const e = (codes[2 * k]! - 0.2) / 0.6;
      const f = ((codes[2 * k + 1]! + 0.1) / 0.9 - 0.9 * e) / Math.sqrt(1 - 0.81);
      const distance = Math.hypot(e, f);
      if (Math.abs(distance - 1.6) > 1e-4) expect(inside[k]).toBe(distance < 1.6 ? 1 : 0);
    }
    expect(inside.includes(1) && inside.includes(0)).toBe(true);
  });

  it('of one axis are judged on it alone', () => {
    // As the plane has them: the prior across.
    const posteriors = onPlane(
      posteriorsOf('diagonal', 1, {
        mu: Float32Array.of(-1, 0.5),
        logVar: Float32Array.of(2 * Math.log(0.1), 2 * Math.log(0.3)),
        lower: null,
      }),
      [0, -1],
    );
    const of = { count: 4000, latent: 1, axes: [0, -1] } as const;
    const { codes, points, inside } = run(drawPrior(posteriors, 1, of, createRandom(3)));
    expect(points).toEqual(Array.from(codes, (code) => [code, 0]));
    expect([...inside]).toEqual(
      Array.from(codes, (code) => (Math.abs(code + 1) <= 0.2 || Math.abs(code - 0.5) <= 0.6 ? 1 : 0)),
    );
    const share = normalCdf(-0.8) - normalCdf(-1.2) + normalCdf(1.1) - normalCdf(-0.1);
    expectClose(inside.reduce((sum, value) => sum + value, 0) / 4000, share, { abs: 3 * Math.sqrt(0.25 / 4000) });
  });

  it('of three axes are normal on each, and judged on the two that are shown', () => {
    const posteriors = posteriorsAt('diagonal', [0.3, -0.2], [0.5, 0.4]);
    const of = { count: 4000, latent: 3, axes: [2, 0] } as const;
    const { codes, inside } = run(drawPrior(posteriors, 1, of, createRandom(3)));
    for (const axis of [0, 1, 2]) {
      const values = codes.filter((_, k) => k % 3 === axis);
      expectClose(values.reduce((sum, value) => sum + value ** 2, 0) / 4000, 1, { abs: 3 * Math.sqrt(2 / 4000) });
    }
    for (const [k, flag] of inside.entries()) {
      const [x, y] = [codes[3 * k + 2]!, codes[3 * k]!];
      expect(flag).toBe(Math.hypot((x - 0.3) / 0.5, (y + 0.2) / 0.4) <= 2 ? 1 : 0);
    }
  });

  it('repeat with the seed', () => {
    const posteriors = posteriorsAt('diagonal', [0, 1], [0.3, 0.3]);
    const draw = (): PriorSamples => run(drawPrior(posteriors, 1, onTwo(50), createRandom(4)));
    expect(draw()).toEqual(draw());
  });
});

/** Two pixels that are the code itself: distances of images are distances of codes. */
const identity = linearDecoder(
  [
    [1, 0],
    [0, 1],
  ],
  [0, 0],
);

describe('plausible decodes', () => {
  const samples: PriorSamples = {
    latent: 2,
    codes: Float32Array.of(0, 0, 0.4, 0, 0, 3, 1, 1, -1, 2, -1.2, 2),
    points: [
      [0, 0],
      [0.4, 0],
      [0, 3],
      [1, 1],
      [-1, 2],
      [-1.2, 2],
    ],
    inside: Uint8Array.of(1, 1, 0, 0, 0, 0),
  };
  const images = Float32Array.of(0, 0, 0, 1);
  const reference = { images, pixels: 2, reconstructionDistances: [1.05, 1.05, 1.05] };

  it('are within the reconstruction distances of the nearest image, and shares count them', () => {
    const found = decoding(plausibility(samples, reference, createRandom(1)), identity);
    expectClose(found.threshold, 1.05, { rel: 1e-9 });
    expect(found.inside).toEqual({ plausible: 2, count: 2 });
    expect(found.outside).toEqual({ plausible: 1, count: 4 });
    expect(found.compared).toBe(2);
    expectClose(found.completeness.mean, 0.5, { rel: 1e-12 });
    expectClose(found.completeness.standardError, Math.sqrt(0.3 / 6), { rel: 1e-12 });
  });

  it('lists implausible gaps from the middle outwards, none next to another', () => {
    const { gaps } = decoding(plausibility(samples, reference, createRandom(1)), identity);
    expect(gaps.map(({ x, y }) => [x, y])).toEqual([
      [-1, 2],
      [0, 3],
    ]);
    expect(gaps.map(({ code }) => code)).toEqual([
      [-1, 2],
      [0, 3],
    ]);
    expectClose(gaps[0]!.distance, Math.SQRT2, { rel: 1e-6 });
    expectClose(gaps[1]!.distance, 2, { rel: 1e-6 });
  });

  it('are all where the data is dense, and none of a decoder that draws nothing like it', () => {
    const random = createRandom(5);
    const many = Float32Array.from({ length: 2 * 3000 }, () => 2 * random.normal());
    const drawn = run(drawPrior(posteriorsAt('diagonal', [0, 0], [0.5, 0.5]), 1, onTwo(400), random));
    const dense = { images: many, pixels: 2, reconstructionDistances: [0.3] };
    expectClose(decoding(plausibility(drawn, dense, random), identity).completeness.mean, 1, { abs: 0.02 });
    const elsewhere = linearDecoder(
      [
        [1, 0],
        [0, 1],
      ],
      [50, 50],
    );
    const found = decoding(plausibility(drawn, dense, random), elsewhere);
    expect(found.completeness.mean).toBe(0);
    expect(found.gaps.length).toBeGreaterThan(3);
  });

  it('are compared with a part of the images above the budget, the same one from the same seed', () => {
    const random = createRandom(6);
    const many = Float32Array.from({ length: 2 * 500 }, () => random.normal());
    const all = { images: many, pixels: 2, reconstructionDistances: [0.1] };
    const drawn = run(drawPrior(posteriorsAt('diagonal', [0, 0], [1, 1]), 1, onTwo(200), random));
    const part = () => decoding(plausibility(drawn, all, createRandom(7), 200 * 2 * 50), identity);
    expect(part().compared).toBe(50);
    expect(part()).toEqual(part());
    const whole = decoding(plausibility(drawn, all, createRandom(7)), identity);
    expect(whole.compared).toBe(500);
    expect(part().completeness.mean).toBeLessThan(whole.completeness.mean);
  });
});

describe('continuity', () => {
  const posteriors = posteriorsAt('diagonal', [0, 0], [0.5, 0.5]);

  it('of a decoder that turns and stretches evenly is the stretch, everywhere', () => {
    const [c, s] = [3 * Math.cos(1), 3 * Math.sin(1)];
    const even = linearDecoder(
      [
        [c, s],
        [-s, c],
      ],
      [0.1, 0.2],
    );
    const samples = run(drawPrior(posteriors, 1, onTwo(300), createRandom(1)));
    const { inside, outside } = decoding(continuity(samples, 2, createRandom(2)), even);
    for (const part of [inside!, outside!]) {
      expectClose(part.mean, 3, { rel: 1e-3 });
      expectClose(part.percentile95, 3, { rel: 1e-3 });
    }
    expect(inside!.count + outside!.count).toBe(300);
  });

  it('of one direction averages over directions: E|cos| = 2/π', () => {
    const flat = linearDecoder(
      [
        [1, 0],
        [0, 0],
      ],
      [0, 0],
    );
    const samples = run(drawPrior(posteriors, 1, onTwo(20_000), createRandom(3)));
    const { inside } = decoding(continuity(samples, 2, createRandom(4)), flat);
    // Var|cos| = ½ − 4/π².
    expectClose(inside!.mean, 2 / Math.PI, { abs: 3 * Math.sqrt((0.5 - 4 / Math.PI ** 2) / inside!.count) });
    // |cos θ| of an even θ is below cos(π/40) for 95 % of them.
    expectClose(inside!.percentile95, Math.cos(Math.PI / 40), { abs: 2e-3 });
  });

  it('of one axis is the slope along it', () => {
    const posteriors = posteriorsAt('diagonal', [0, 0], [0.5, 1]);
    const samples = run(drawPrior(posteriors, 1, { count: 300, latent: 1, axes: [0, -1] }, createRandom(3)));
    const slope = decoderOf(1, ([z]) => [3 * z!, 4 * z!]);
    const { inside, outside } = decoding(continuity(samples, 2, createRandom(4)), slope);
    for (const part of [inside!, outside!]) expectClose(part.mean, 5, { rel: 1e-3 });
  });

  it('of five axes steps along all of them, not those of the plane alone', () => {
    const count = 10_000;
    const posteriors = posteriorsAt('diagonal', [0, 0], [9, 9]);
    const samples = run(drawPrior(posteriors, 1, { count, latent: 5, axes: [0, 1] }, createRandom(3)));
    const fourth = decoderOf(5, (code) => [code[3]!]);
    const { inside } = decoding(continuity(samples, 1, createRandom(4)), fourth);
    // Of a unit vector in five dimensions E|u| = 3/8 and E u² = 1/5.
    expectClose(inside!.mean, 3 / 8, { abs: 3 * Math.sqrt((1 / 5 - 9 / 64) / count) });
  });

  it('sees that a decoder is steeper in the gaps', () => {
    const cliff = decoderOf(2, (code) => (Math.hypot(...code) > 1.2 ? code.map((value) => 5 * value) : code));
    const samples = run(drawPrior(posteriorsAt('diagonal', [0, 0], [0.5, 0.5]), 1, onTwo(500), createRandom(5)));
    const { inside, outside } = decoding(continuity(samples, 2, createRandom(6)), cliff);
    expectClose(inside!.mean, 1, { rel: 1e-3 });
    expect(outside!.percentile95).toBeGreaterThan(4.9);
  });

  it('has nothing to say where no sample is', () => {
    const samples = run(drawPrior(posteriorsAt('point', [0, 0], [0, 0]), 1, onTwo(20), createRandom(7)));
    const decode = randomMlp(createRandom(8), 2, 8, 4).logits;
    const found = decoding(continuity(samples, 4, createRandom(9)), decode);
    expect(found.inside).toBeNull();
    expect(found.outside!.count).toBe(20);
  });
});
