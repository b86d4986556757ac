import { describe, expect, it } from 'vitest';
import { type EvidenceInput, evidence, imageEvidence } from '../../src/math/evidence';
import { expectationNodes } from '../../src/math/expectation';
import type { Family } from '../../src/math/family';
import type { Shares } from '../../src/math/holdout';
import {
  imageTerms,
  type ObservationModel,
  observationModel,
  outputTerms,
  productScale,
} from '../../src/math/logLikelihood';
import { createRandom } from '../../src/math/random';
import { truePosteriorDensity } from '../../src/math/truePosterior';
import { expectClose } from '../support/close';
import { decoding } from './decoders';
import {
  determinant,
  inverse,
  klToGaussian,
  klToPrior,
  linearGaussian,
  onePosterior,
  type Symmetric,
} from './linearGaussian';
import { expectSoundGaps, randomInput } from './randomEvidence';

/** ln p(x|z) pixel by pixel, as it is defined. */
function logLikelihood(model: ObservationModel, image: ArrayLike<number>, outputs: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < image.length; k++) {
    const [x, o] = [image[k]!, outputs[k]!];
    if (model.kind === 'bernoulli') sum += x * o - Math.log(1 + Math.exp(o));
    else sum -= (x - o) ** 2 / (2 * model.sigmaX ** 2) + 0.5 * Math.log(2 * Math.PI * model.sigmaX ** 2);
  }
  return sum;
}

describe('ln p(x|z)', () => {
  it.each<ObservationModel>([{ kind: 'bernoulli' }, { kind: 'gaussian', sigmaX: 0.3 }])(
    'in its parts is the sum over pixels: $kind',
    (model) => {
      const random = createRandom(1);
      const image = Float32Array.from({ length: 7 }, () => random.uniform());
      const outputs = Float32Array.from({ length: 7 }, () => 3 * random.normal());
      const product = image.reduce((sum, value, k) => sum + value * outputs[k]!, 0);
      const parts =
        productScale(model) * product + outputTerms(model, outputs, 7)[0]! + imageTerms(model, image, 7)[0]!;
      expectClose(parts, logLikelihood(model, image, outputs), { abs: 1e-5 });
    },
  );

  it('is finite for every finite logit', () => {
    expect(outputTerms({ kind: 'bernoulli' }, Float32Array.of(1e30, -1e30), 1)).toEqual(
      Float64Array.of(-1e30, 0).map(Math.fround),
    );
  });

  it('exists for densities alone', () => {
    expect(observationModel('squared', 0.3)).toBeNull();
    expect(observationModel('gaussian-learned', 0.2)).toEqual({ kind: 'gaussian', sigmaX: 0.2 });
    expect(observationModel('bernoulli', 0.2)).toEqual({ kind: 'bernoulli' });
  });
});

describe('evidence of a linear Gaussian model', () => {
  const families: Family[] = ['isotropic', 'diagonal', 'full', 'box'];
  const widths = [
    [0.7, 0.6],
    [0.3, 0.2],
    [0.1, 0.1],
    [0.03, 0.02],
    [0.5, 0.02],
    [0.008, 0.008],
  ] as const;

  it.each(widths)('is right to 1e-3 nats where p(z|x) has the widths %f and %f', (a, b) => {
    const random = createRandom(7, Math.round(1e4 * a * b));
    for (const turn of [0, 0.6]) {
      const model = linearGaussian(random, 12, 0.3, [a, b], turn);
      for (const place of [
        [0, 0],
        [1.3, -0.7],
        [-2.1, 2.3],
      ] as const) {
        const image = model.image(place[0], place[1], random);
        const exact = model.exact(image);
        const truth = inverse(exact.precision);
        for (const family of families) {
          // Beside the truth by a third of its widths, a little wider, and tilted only where the family can be.
          const mu = [exact.mean[0] + 0.3 * Math.sqrt(truth[0]), exact.mean[1]] as const;
          const centre = [Math.fround(mu[0]), Math.fround(mu[1])] as const;
          const covariance: Symmetric = [1.3 * truth[0], family === 'full' ? 1.2 * truth[1] : 0, 1.1 * truth[2]];
          const found = decoding(
            imageEvidence(
              {
                model: { kind: 'gaussian', sigmaX: model.sigmaX },
                images: image,
                pixels: model.pixels,
                posteriors: onePosterior(family, centre, covariance),
                kl: [klToPrior(family, centre, covariance)],
              },
              Uint32Array.of(0),
            ),
            model.decode,
          )[0]!;
          expect(found.resolved).toBe(true);
          expectClose(found.logEvidence, exact.logEvidence, { abs: 1e-3 }, 'ln p(x)');
          const gap = klToGaussian(family, centre, covariance, exact.mean, exact.precision);
          expectClose(found.gap, gap, { abs: 1e-3 }, `gap, ${family}`);
          expectClose(found.elbo, exact.logEvidence - gap, { abs: 1e-3 }, `ELBO, ${family}`);
          for (const axis of [0, 1] as const) {
            const width = Math.sqrt(truth[axis === 0 ? 0 : 2]);
            expectClose(found.mean[axis], exact.mean[axis], { abs: 1e-3 * width }, 'mean');
          }
          const scale = Math.sqrt(truth[0] * truth[2]);
          expectClose(found.covariance[0], truth[0], { rel: 2e-3 }, 'variance');
          expectClose(found.covariance[1], truth[1], { abs: 2e-3 * scale }, 'covariance');
          expectClose(found.covariance[2], truth[2], { rel: 2e-3 }, 'variance');
        }
      }
    }
  });

  it('has no gap where q is the true posterior', () => {
    const random = createRandom(8);
    const model = linearGaussian(random, 20, 0.2, [0.25, 0.06], 1);
    const image = model.image(0.4, 1.1, random);
    const { mean, precision } = model.exact(image);
    const covariance = inverse(precision);
    const input: EvidenceInput = {
      model: { kind: 'gaussian', sigmaX: 0.2 },
      images: image,
      pixels: 20,
      posteriors: onePosterior('full', mean, covariance),
      kl: [klToPrior('full', mean, covariance)],
    };
    const { gap } = decoding(imageEvidence(input, Uint32Array.of(0)), model.decode)[0]!;
    expectClose(gap, 0, { abs: 1e-3 });
  });

  it('holds on codes that have flown far apart', () => {
    const random = createRandom(9);
    const model = linearGaussian(random, 10, 0.05, [0.09, 0.05], 0.3);
    const image = model.image(24, -11, random);
    const { mean, precision, logEvidence } = model.exact(image);
    const covariance = inverse(precision);
    const input: EvidenceInput = {
      model: { kind: 'gaussian', sigmaX: 0.05 },
      images: image,
      pixels: 10,
      posteriors: onePosterior('diagonal', mean, covariance),
      kl: [klToPrior('diagonal', mean, covariance)],
    };
    const found = decoding(imageEvidence(input, Uint32Array.of(0)), model.decode)[0]!;
    expect(found.resolved).toBe(true);
    // Outputs of size 20 in float32 and σ̃ = 0.05: their rounding alone is 1e-3 nats.
    expectClose(found.logEvidence, logEvidence, { abs: 1e-2 });
  });

  it.each([0.02, 0.01])('is right where p(z|x) has the width %f and another code has flown 40 away', (width) => {
    const random = createRandom(21);
    const model = linearGaussian(random, 10, 0.3, [width, width], 0.4);
    const image = model.image(1.3, -0.7, random);
    const { mean, logEvidence } = model.exact(image);
    const own = onePosterior('diagonal', mean, [width * width, 0, width * width]);
    const input: EvidenceInput = {
      model: { kind: 'gaussian', sigmaX: 0.3 },
      images: image,
      pixels: 10,
      posteriors: { ...own, mu: Float32Array.of(...own.mu, 40, 0), sigma: Float32Array.of(...own.sigma, 0.1, 0.1) },
      kl: [klToPrior('diagonal', mean, [width * width, 0, width * width]), 0],
    };
    const found = decoding(imageEvidence(input, Uint32Array.of(0)), model.decode)[0]!;
    expect(found.resolved).toBe(true);
    expectClose(found.logEvidence, logEvidence, { abs: 1e-3 });
  });

  it('says where a posterior is too narrow for the finest lattice', () => {
    const random = createRandom(10);
    const model = linearGaussian(random, 10, 0.3, [1e-4, 1e-4], 0);
    const image = model.image(0.01, 0.02, random);
    const { mean } = model.exact(image);
    const input: EvidenceInput = {
      model: { kind: 'gaussian', sigmaX: 0.3 },
      images: image,
      pixels: 10,
      posteriors: onePosterior('diagonal', mean, [1e-8, 0, 1e-8]),
      kl: [klToPrior('diagonal', mean, [1e-8, 0, 1e-8])],
    };
    expect(decoding(imageEvidence(input, Uint32Array.of(0)), model.decode)[0]!.resolved).toBe(false);
  });

  it('of points has no ELBO', () => {
    const random = createRandom(11);
    const model = linearGaussian(random, 10, 0.3, [0.3, 0.3], 0);
    const image = model.image(0, 0, random);
    const input: EvidenceInput = {
      model: { kind: 'gaussian', sigmaX: 0.3 },
      images: image,
      pixels: 10,
      posteriors: { family: 'point', mu: Float32Array.of(0, 0), sigma: Float32Array.of(0, 0), correlation: null },
      kl: [Number.POSITIVE_INFINITY],
    };
    const found = decoding(evidence(input, trainedOn(Uint32Array.of(0)), random), model.decode);
    expectClose(found.logEvidence.mean, model.exact(image).logEvidence, { abs: 1e-3 });
    expect(found).toMatchObject({ elbo: null, gap: null, largest: [], unresolved: 0 });
  });

  it('draws p(z|x) as the Gaussian that it is', () => {
    const random = createRandom(12);
    const model = linearGaussian(random, 10, 0.3, [0.4, 0.2], 0.8);
    const image = model.image(0.5, 0.2, random);
    const { mean, precision, logEvidence } = model.exact(image);
    const points = Float32Array.of(...mean, mean[0] + 0.2, mean[1] - 0.1, -1, 1);
    const found = truePosteriorDensity(
      { kind: 'gaussian', sigmaX: 0.3 },
      image,
      model.decode(points),
      points,
      logEvidence,
    );
    for (let k = 0; k < found.length; k++) {
      const [u, v] = [points[2 * k]! - mean[0], points[2 * k + 1]! - mean[1]];
      const squared = precision[0] * u * u + 2 * precision[1] * u * v + precision[2] * v * v;
      const exact = (Math.sqrt(determinant(precision)) / (2 * Math.PI)) * Math.exp(-0.5 * squared);
      expectClose(found[k]!, exact, { rel: 1e-3, abs: 1e-12 });
    }
  });
});

const rowOf = (values: Float32Array, width: number, i: number): Float32Array =>
  values.slice(i * width, (i + 1) * width);

/** Mean and standard error of `draws` values. */
function monteCarlo(draws: number, value: () => number): { mean: number; error: number } {
  let [sum, squares] = [0, 0];
  for (let k = 0; k < draws; k++) {
    const v = value();
    sum += v;
    squares += v * v;
  }
  const mean = sum / draws;
  return { mean, error: Math.sqrt(Math.max(0, squares / draws - mean * mean) / draws) };
}

describe('evidence of random networks', () => {
  it.each([
    { gain: 1, size: 0.4 },
    { gain: 4, size: 0.15 },
    { gain: 12, size: 0.05 },
  ])('agrees with Monte Carlo within three standard errors: gain $gain', ({ gain, size }) => {
    const random = createRandom(20, gain);
    const { decode, input } = randomInput(random, 2, 24, gain, size);
    const found = decoding(imageEvidence(input, Uint32Array.of(0, 1)), decode);
    for (const { index, logEvidence, elbo, mean, covariance } of found) {
      const image = rowOf(input.images, 24, index);
      const at = (x: number, y: number): number => logLikelihood(input.model, image, decode(Float32Array.of(x, y)));
      const [mx, my] = [input.posteriors.mu[2 * index]!, input.posteriors.mu[2 * index + 1]!];
      const [sx, sy] = [input.posteriors.sigma[2 * index]!, input.posteriors.sigma[2 * index + 1]!];
      const bound = monteCarlo(4000, () => at(mx + sx * random.normal(), my + sy * random.normal()));
      expectClose(elbo + input.kl[index]!, bound.mean, { abs: 3 * bound.error }, 'E_q ln p(x|z)');
      // Importance sampling: half from the prior, half from a Gaussian twice as wide as the posterior is found to be.
      const [a, b] = [2 * Math.sqrt(covariance[0]), 2 * Math.sqrt(covariance[2])];
      const normal = (t: number): number => Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);
      const ratio = monteCarlo(4000, () => {
        const narrow = random.uniform() < 0.5;
        const x = narrow ? mean[0] + a * random.normal() : random.normal();
        const y = narrow ? mean[1] + b * random.normal() : random.normal();
        const prior = normal(x) * normal(y);
        const proposal = 0.5 * prior + (0.5 * normal((x - mean[0]) / a) * normal((y - mean[1]) / b)) / (a * b);
        return Math.exp(at(x, y) - logEvidence) * (prior / proposal);
      });
      expectClose(ratio.mean, 1, { abs: 3 * ratio.error }, 'p(x) over what was found');
    }
  });

  it('has no negative gap, and finds every posterior', () => {
    expectSoundGaps({ seed: 2016, numRuns: 12 });
  });
});

/** Nothing is held out. */
const trainedOn = (training: Uint32Array): Shares => ({ training, heldOut: new Uint32Array() });

describe('evidence over a data set', () => {
  const { decode, input } = randomInput(createRandom(30), 60, 16, 2, 0.3);
  const all = Uint32Array.from({ length: 60 }, (_, i) => i);
  const whole = decoding(evidence(input, trainedOn(all), createRandom(1)), decode);
  const each = decoding(imageEvidence(input, all), decode);

  it('takes the means over all images within the budget, without error', () => {
    expect(whole.taken).toBe(60);
    const mean = (of: (it: (typeof each)[number]) => number): number => each.reduce((sum, it) => sum + of(it) / 60, 0);
    expectClose(
      whole.logEvidence.mean,
      mean((it) => it.logEvidence),
      { rel: 1e-9 },
    );
    expectClose(
      whole.elbo!.mean,
      mean((it) => it.elbo),
      { rel: 1e-9 },
    );
    expectClose(
      whole.gap!.mean,
      mean((it) => it.gap),
      { rel: 1e-9 },
    );
    expect(whole.gap!.standardError).toBe(0);
  });

  it('names the images of the largest gaps', () => {
    const ranked = each.toSorted((a, b) => b.gap - a.gap);
    expect(whole.largest.map(({ index }) => index)).toEqual(ranked.slice(0, 8).map(({ index }) => index));
  });

  it('draws a subset above the budget, and says how far that may be off', () => {
    const few = (64 ** 2 + 8000) * 16 * 20;
    const errors = Array.from({ length: 8 }, (_, seed) => {
      const part = decoding(evidence(input, trainedOn(all), createRandom(seed), few), decode);
      expect(part.taken).toBe(20);
      expect(part.logEvidence.standardError).toBeGreaterThan(0);
      return (part.logEvidence.mean - whole.logEvidence.mean) / part.logEvidence.standardError;
    });
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
    expect(spread).toBeGreaterThan(0.5);
    expect(spread).toBeLessThan(1.6);
  });

  it('of some images is that of them alone', () => {
    const some = Uint32Array.of(3, 17, 41);
    const part = decoding(evidence(input, trainedOn(some), createRandom(1)), decode);
    expectClose(part.gap!.mean, (each[3]!.gap + each[17]!.gap + each[41]!.gap) / 3, { abs: 1e-6 });
    expect(part.largest.map(({ index }) => index).sort()).toEqual([17, 3, 41]);
  });

  describe('of which some images are held out', () => {
    const shares: Shares = { training: all.filter((i) => i % 5 !== 0), heldOut: all.filter((i) => i % 5 === 0) };
    const meanOver = (images: Uint32Array, key: 'logEvidence' | 'elbo' | 'gap'): number =>
      images.reduce((sum, i) => sum + each[i]![key] / images.length, 0);

    it('takes the means over each share apart, and over both together', () => {
      const found = decoding(evidence(input, shares, createRandom(1)), decode);
      for (const [share, means] of [
        ['training', found.training],
        ['heldOut', found.heldOut!],
      ] as const) {
        expect(means.taken).toBe(shares[share].length);
        for (const key of ['logEvidence', 'elbo', 'gap'] as const) {
          expectClose(means[key]!.mean, meanOver(shares[share], key), { rel: 1e-9 }, `${key} of ${share}`);
          expect(means[key]!.standardError).toBe(0);
        }
      }
      expect(found.taken).toBe(60);
      expectClose(found.logEvidence.mean, whole.logEvidence.mean, { rel: 1e-9 });
      expectClose(found.gap!.mean, whole.gap!.mean, { rel: 1e-9 });
      expect(found.largest).toEqual(whole.largest);
    });

    it('spends half of the budget on those held out, or what they need of it', () => {
      const budget = (images: number): number => (64 ** 2 + 8000) * 16 * images;
      const taken = (images: number) => {
        const { training, heldOut } = decoding(evidence(input, shares, createRandom(3), budget(images)), decode);
        return [training.taken, heldOut!.taken];
      };
      expect(taken(16)).toEqual([8, 8]);
      expect(taken(40)).toEqual([28, 12]);
      expect(taken(0)).toEqual([2, 2]);
    });

    it('counts each share by its size where few of it are drawn, and says how far both may be off', () => {
      const few = (64 ** 2 + 8000) * 16 * 16;
      const parts = Array.from({ length: 8 }, (_, seed) => {
        return decoding(evidence(input, shares, createRandom(seed), few), decode);
      });
      const rootMeanSquare = (errors: number[]): number =>
        Math.sqrt(errors.reduce((sum, error) => sum + (error * error) / errors.length, 0));
      for (const part of parts) {
        const { training, heldOut, logEvidence } = part;
        expectClose(logEvidence.mean, 0.8 * training.logEvidence.mean + 0.2 * heldOut!.logEvidence.mean, { rel: 1e-9 });
        expectClose(
          logEvidence.standardError,
          Math.hypot(0.8 * training.logEvidence.standardError, 0.2 * heldOut!.logEvidence.standardError),
          { rel: 1e-9 },
        );
      }
      for (const [name, exact, of] of [
        ['training', meanOver(shares.training, 'gap'), (k: number) => parts[k]!.training.gap!],
        ['held out', meanOver(shares.heldOut, 'gap'), (k: number) => parts[k]!.heldOut!.gap!],
        ['together', whole.gap!.mean, (k: number) => parts[k]!.gap!],
      ] as const) {
        const off = rootMeanSquare(parts.map((_, k) => (of(k).mean - exact) / of(k).standardError));
        expect(off, name).toBeGreaterThan(0.3);
        expect(off, name).toBeLessThan(2);
      }
    });
  });

  it('refuses codes that are not finite and decodes of the wrong size', () => {
    const posteriors = {
      ...input.posteriors,
      mu: input.posteriors.mu.map((value, k) => (k === 5 ? Number.NaN : value)),
    };
    expect(() => decoding(evidence({ ...input, posteriors }, trainedOn(all), createRandom(1)), decode)).toThrow(
      'The code of image 2 is not finite: NaN',
    );
    expect(() => decoding(evidence(input, trainedOn(all), createRandom(1)), () => new Float32Array(3))).toThrow(
      '128 codes decode to 2048 numbers, and 3 came back',
    );
  });
});

describe('nodes of an expectation', () => {
  it.each<Family>(['isotropic', 'diagonal', 'full', 'box', 'point'])(
    'have the moments of the posterior: %s',
    (family) => {
      for (const [a, c] of [
        [0.4, 0.09],
        [1.1, 1.6],
        [1e-6, 1e-4],
      ] as const) {
        const rho = family === 'full' ? -0.8 : 0;
        const posteriors = onePosterior(family, [0.3, -1.2], [a, rho * Math.sqrt(a * c), c]);
        const { points, weights } = expectationNodes(posteriors, 0);
        const moment = (f: (u: number, v: number) => number): number =>
          weights.reduce((sum, weight, k) => sum + weight * f(points[2 * k]! - 0.3, points[2 * k + 1]! + 1.2), 0);
        const wide = family === 'point' ? 0 : 1;
        expectClose(
          moment(() => 1),
          1,
          { abs: 1e-12 },
        );
        expectClose(
          moment((u) => u),
          0,
          { abs: 1e-6 },
        );
        expectClose(
          moment((u) => u * u),
          wide * a,
          { rel: 1e-4, abs: 1e-12 },
        );
        expectClose(
          moment((_, v) => v * v),
          wide * c,
          { rel: 1e-4, abs: 1e-12 },
        );
        expectClose(
          moment((u, v) => u * v),
          wide * rho * Math.sqrt(a * c),
          { abs: 1e-5 * Math.sqrt(a * c) },
        );
        // Of a normal axis E ε⁴ = 3, of a uniform one 9/5.
        expectClose(
          moment((u) => u ** 4),
          wide * (family === 'box' ? 1.8 : 3) * a * a,
          { rel: 1e-3, abs: 1e-14 },
        );
      }
    },
  );
});
