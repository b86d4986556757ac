import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../../src/math/family';
import { type Codes, codesOfHead } from '../../../src/math/posterior';
import { createRandom } from '../../../src/math/random';
import type { Likelihood, Parameters } from '../../../src/model/engine';
import { type Architecture, familyOf } from '../../../src/model/layout';
import { createSimdEngine, type SimdEngine } from '../../../src/model/simd/engine';
import { Kernel } from '../../../src/model/simd/kernel';
import { sigmaXOf } from '../../../src/model/squaredError';
import { expectNear } from '../../support/close';
import { expectOutputs, expectStill } from '../../support/inference';
import { readKernel } from '../../support/kernel';
import { createProblem, type Problem, plainHyper } from '../../support/models';
import { referenceDecode, referenceEncode } from '../../support/reference';

const kernel = await WebAssembly.compile(await readKernel());
const architecture: Architecture = { inputs: 19, hidden: [12, 5], latent: 3, activation: 'gelu' };

async function start(problem: Problem): Promise<SimdEngine> {
  const engine = await createSimdEngine(problem.parameters.architecture, kernel);
  engine.setData(problem.images, problem.n);
  engine.load(problem.parameters);
  return engine;
}

/** The reference's codes of n images. */
function codesOf({ architecture, values }: Parameters, images: Float32Array): Codes {
  const { inputs: D, latent: d } = architecture;
  const heads = Array.from({ length: images.length / D }, (_, i) => [
    ...referenceEncode(architecture, values, Float64Array.from(images.subarray(i * D, (i + 1) * D))),
  ]);
  return codesOfHead(familyOf(architecture), d, Float32Array.from(heads.flat()));
}

function meansOf({ architecture, values }: Parameters, z: ArrayLike<number>, likelihood: Likelihood): number[] {
  const d = architecture.latent;
  return Array.from({ length: z.length / d }, (_, b) => [
    ...referenceDecode(
      architecture,
      values,
      Float64Array.from({ length: d }, (_, i) => z[b * d + i]!),
      likelihood,
    ),
  ]).flat();
}

describe('encode and decode', () => {
  for (const n of [1, 7, 256, 300]) {
    it(`encodes ${n} images, resident or not, in slices`, async () => {
      const problem = createProblem(architecture, n);
      const engine = await start(problem);
      const { mu, logVar } = codesOf(problem.parameters, problem.images);
      const resident = await engine.encode('data');
      expectNear(resident.mu, mu, 1e-5);
      expectNear(resident.logVar, logVar, 1e-5);
      expect(await engine.encode(problem.images)).toEqual(resident);
    });
  }

  for (const posterior of FAMILIES) {
    it.each([1, 3, 4, 8])(`encodes the posteriors of ${posterior}, %i axes`, async (latent) => {
      const problem = createProblem({ ...architecture, latent, posterior }, 20);
      const engine = await start(problem);
      const { mu, logVar, lower } = await engine.encode('data');
      const expected = codesOf(problem.parameters, problem.images);
      expectNear(mu, expected.mu, 1e-5);
      if (posterior === 'point') expect(new Set(logVar)).toEqual(new Set([-Infinity]));
      else expectNear(logVar, expected.logVar, 1e-5);
      expect(lower === null).toBe(posterior !== 'full');
      if (lower !== null) expectNear(lower, expected.lower!, 1e-5);
    });
  }

  for (const likelihood of ['bernoulli', 'gaussian', 'gaussian-learned', 'squared'] as const) {
    it(`decodes to means in [0, 1]: ${likelihood}`, async () => {
      const problem = createProblem(architecture, 3);
      const engine = await start(problem);
      const z = problem.noise(301).map((value) => 3 * value);
      const means = await engine.decode(z, likelihood);
      expectNear(means, meansOf(problem.parameters, z, likelihood), 1e-5);
      expect(means.every((mean) => mean >= 0 && mean <= 1)).toBe(true);
    });
  }

  it('decodes to raw outputs, too', async () => {
    const problem = createProblem(architecture, 3);
    await expectOutputs(await start(problem), problem);
  });

  it.each([
    ['diagonal', 'bernoulli'],
    ['full', 'gaussian-learned'],
  ] as const)('keeps parameters to compute with while it trains: %s, %s', async (posterior, likelihood) => {
    const problem = createProblem({ ...architecture, posterior }, 40);
    const hyper = { ...plainHyper, likelihood, learningRate: 0.01 };
    await expectStill(await start(problem), await start(problem), problem, hyper);
  });

  it('answers an empty request with nothing', async () => {
    const engine = await start(createProblem(architecture, 3));
    expect((await engine.encode(new Float32Array(0))).mu).toHaveLength(0);
    expect(await engine.decode(new Float32Array(0), 'squared')).toHaveLength(0);
  });

  it('observes what encode and decode say', async () => {
    const problem = createProblem(architecture, 40);
    const engine = await start(problem);
    const points = problem.noise(30);
    const probes = Uint32Array.of(7, 39, 0);
    const { codes, decoded, reconstructed } = await engine.observe({
      stride: 1,
      points,
      probes,
      likelihood: 'bernoulli',
    });
    expect(codes).toEqual(await engine.encode('data'));
    expect(decoded).toEqual(await engine.decode(points, 'bernoulli'));
    const centres = Float32Array.from([...probes].flatMap((p) => [...codes.mu.subarray(3 * p, 3 * p + 3)]));
    expect(reconstructed).toEqual(await engine.decode(centres, 'bernoulli'));
  });
});

describe('σ̃', () => {
  it('is told where it is learned, as it is after each step', async () => {
    const problem = createProblem(architecture, 10);
    const engine = await start(problem);
    const { observation } = engine.kernel.layout;
    const none = { stride: 1, points: new Float32Array(0), probes: new Uint32Array(0) };
    for (const likelihood of ['bernoulli', 'gaussian', 'squared'] as const) {
      engine.train(problem.batch(4), problem.noise(4), { ...plainHyper, likelihood });
      expect((await engine.observe({ ...none, likelihood })).sigmaX).toBeNull();
      expect((await engine.save()).values[observation]).toBe(problem.parameters.values[observation]);
    }
    const seen = new Set<number>();
    for (let t = 0; t < 3; t++) {
      engine.train(problem.batch(4), problem.noise(4), { ...plainHyper, likelihood: 'gaussian-learned' });
      const { sigmaX } = await engine.observe({ ...none, likelihood: 'gaussian-learned' });
      expect(sigmaX).toBe(sigmaXOf((await engine.save()).values[observation]!));
      seen.add(sigmaX!);
    }
    expect(seen.size).toBe(3);
  });
});

describe('data', () => {
  it.each([16, 19, 24])('as bytes is the same as in floats, %i pixels', (inputs) => {
    const shape: Architecture = { ...architecture, inputs };
    const problem = createProblem(shape, 256);
    // Every byte at least once.
    for (let i = 0; i < 256; i++) problem.images[i] = i / 255;
    const results = [true, false].map((asBytes) => {
      const machine = new Kernel(kernel, shape);
      machine.setData(problem.images, 256, asBytes);
      machine.load(problem.parameters);
      const heads = new Float32Array(256 * 6);
      const indices = Uint32Array.from({ length: 256 }, (_, i) => i);
      machine.encodeSlice(indices, 256, heads, 0);
      const batch = Uint32Array.of(3, 1, 250, 0, 77, 255, 2, 9, 30, 30);
      const noise = Float32Array.from({ length: 30 }, (_, i) => Math.sin(i));
      const losses = machine.evaluate(batch, noise, plainHyper);
      machine.train(batch, noise, plainHyper);
      return [heads, losses, machine.read('first')];
    });
    expect(results[0]).toEqual(results[1]);
  });

  it('may be replaced by more, and parameters stay', async () => {
    const small = createProblem(architecture, 5);
    const engine = await start(small);
    const large = createProblem(architecture, 20_000, 2);
    engine.setData(large.images, large.n);
    expect((await engine.save()).values).toEqual(small.parameters.values);
    const { mu } = await engine.encode('data');
    expect(mu).toHaveLength(60_000);
    const last = large.images.subarray(19_999 * 19);
    expectNear(mu.subarray(59_997), codesOf(small.parameters, last).mu, 1e-5);
  });

  it('holds 60,000 images of 784 pixels as bytes', async () => {
    const engine = await createSimdEngine({ inputs: 784, hidden: [16], latent: 2, activation: 'relu' }, kernel);
    const random = createRandom(8);
    const images = new Float32Array(60_000 * 784);
    for (let i = 0; i < images.length; i += 97) images[i] = random.below(256) / 255;
    const problem = createProblem(engine.kernel.layout.architecture, 1);
    engine.load(problem.parameters);
    engine.setData(images, 60_000);
    expect(engine.kernel.byteLength).toBeLessThan(60_000 * 784 + 16 * 2 ** 20);
    const indices = Uint32Array.of(59_999, 12_345);
    for (const index of indices) {
      const image = images.subarray(index * 784, index * 784 + 784);
      const head = new Float32Array(4);
      engine.kernel.encodeSlice(Uint32Array.of(index), 1, head, 0);
      expectNear(head.subarray(0, 2), codesOf(problem.parameters, image).mu, 1e-5);
    }
  });
});

describe('what it refuses', () => {
  const problem = createProblem(architecture, 4);
  const batch = Uint32Array.of(0, 1);
  const cases: [string, RegExp, (engine: SimdEngine) => unknown][] = [
    ['an image that is not there', /Image 4/, (e) => e.train(Uint32Array.of(4), new Float32Array(3), plainHyper)],
    ['an empty batch', /Empty batch/, (e) => e.train(new Uint32Array(0), new Float32Array(0), plainHyper)],
    ['no sample of noise', /0 samples/, (e) => e.train(batch, new Float32Array(0), { ...plainHyper, samples: 0 })],
    [
      'noise of one sample where there are two',
      /6 values of noise: expected 12/,
      (e) => e.train(batch, new Float32Array(6), { ...plainHyper, samples: 2 }),
    ],
    ['noise of another size', /7 values of noise/, (e) => e.train(batch, new Float32Array(7), plainHyper)],
    ['data of another size', /20 pixels/, (e) => e.setData(new Float32Array(20), 1)],
    [
      'parameters of another architecture',
      /do not fit/,
      (e) => e.load(createProblem({ ...architecture, activation: 'relu' }, 1).parameters),
    ],
    ['parameters of another length', /values/, (e) => e.load({ ...problem.parameters, values: new Float32Array(3) })],
    ['work after dispose', /disposed/, (e) => [e.dispose(), e.train(batch, problem.noise(2), plainHyper)]],
  ];
  it.each(cases)('%s', async (_, message, act) => {
    const engine = await start(problem);
    expect(() => act(engine)).toThrow(message);
  });

  it('architectures beyond its limits', async () => {
    await expect(createSimdEngine({ ...architecture, latent: 9 }, kernel)).rejects.toThrow('9 latent dimensions');
    await expect(createSimdEngine({ ...architecture, hidden: [0] }, kernel)).rejects.toThrow('Width 0');
  });
});
