import { afterAll, describe, expect, test } from 'vitest';
import { FAMILIES } from '../../../src/math/family';
import { createRandom } from '../../../src/math/random';
import type { Hyper, Likelihood } from '../../../src/model/engine';
import { type Architecture, createLayout } from '../../../src/model/layout';
import { createDevice } from '../../../src/model/webgl/device';
import { createWebglEngine } from '../../../src/model/webgl/engine';
import { expectNear } from '../../support/close';
import { expectOutputs, expectStill } from '../../support/inference';
import { expectLeastSigma } from '../../support/leastSigma';
import { createProblem, pick, plainHyper } from '../../support/models';
import { referenceEncode } from '../../support/reference';

const device = createDevice();
afterAll(() => device.dispose());

const architecture: Architecture = { inputs: 15, hidden: [9], latent: 2, activation: 'gelu' };
const n = 50;
const problem = createProblem(architecture, n);
const { images, parameters } = problem;

/** A tilted posterior, a learned σ̃ and several samples: all that has state or a shape of its own. */
const everything: Architecture = { inputs: 15, hidden: [9], latent: 3, activation: 'gelu', posterior: 'full' };
const learning: Hyper = { ...plainHyper, likelihood: 'gaussian-learned', samples: 3 };

async function ready(on = device, of = architecture) {
  const engine = await createWebglEngine(of, { device: on });
  const { images, parameters } = createProblem(of, n);
  engine.setData(images, n);
  engine.load(parameters);
  return engine;
}

/** Some images and their noise. */
function draw(rows: number, seed = 3, of = architecture, samples = 1) {
  const { batch, noise } = createProblem(of, n, seed);
  return { indices: batch(rows), noise: noise(samples * rows) };
}

describe('training', () => {
  test('learns no σ̃ below its limit', () => expectLeastSigma((of) => createWebglEngine(of, { device })));

  test.each([
    { of: architecture, hyper: plainHyper },
    { of: everything, hyper: learning },
  ])(
    'a saved and loaded engine follows the same trajectory: $of.posterior $hyper.likelihood',
    async ({ of, hyper }) => {
      const a = await ready(device, of);
      const b = await ready(device, of);
      const step = (engine: typeof a, t: number): void => {
        const { indices, noise } = draw(8, t, of, hyper.samples);
        engine.train(indices, noise, hyper);
      };
      for (let t = 0; t < 5; t++) step(a, t);
      const snapshot = await a.save();
      expect(snapshot.step).toBe(5);
      b.load(snapshot);
      expect(await b.save()).toEqual(snapshot);
      for (let t = 5; t < 10; t++) {
        step(a, t);
        step(b, t);
      }
      expect(await b.save()).toEqual(await a.save());
      a.dispose();
      b.dispose();
    },
  );

  test('σ̃ is trained where it is learned, and rests with its moments elsewhere', async () => {
    const engine = await ready(device, everything);
    const { observation } = createLayout(everything);
    const learned = async (): Promise<number[]> => {
      const { values, first, second } = await engine.save();
      return [values, first, second].map((flat) => flat[observation]!);
    };
    const { indices, noise } = draw(8, 3, everything, 3);
    const before = await learned();
    engine.train(indices, noise, learning);
    const trained = await learned();
    trained.forEach((value, i) => {
      expect(value).not.toBe(before[i]);
    });
    for (const likelihood of ['bernoulli', 'gaussian', 'squared'] as const) {
      engine.train(indices, noise, { ...learning, likelihood });
    }
    expect(await learned()).toEqual(trained);
    engine.dispose();
  });

  test('R of several samples is the mean of theirs, and K is as with one', async () => {
    for (const of of [architecture, everything]) {
      const engine = await ready(device, of);
      const { indices, noise } = draw(5, 3, of, 3);
      const all = await engine.evaluate(indices, noise, learning);
      let mean = 0;
      for (let sample = 0; sample < 3; sample++) {
        const own = noise.slice(sample * 5 * of.latent, (sample + 1) * 5 * of.latent);
        const { reconstruction, regulariser } = await engine.evaluate(indices, own, { ...learning, samples: 1 });
        mean += reconstruction / 3;
        expect(regulariser).toBe(all.regulariser);
      }
      expect(all.reconstruction / mean).toBeCloseTo(1, 5);
      engine.dispose();
    }
  });

  test('a snapshot is of the time of the call, whatever is trained meanwhile', async () => {
    const engine = await ready();
    const { indices, noise } = draw(8);
    engine.train(indices, noise, plainHyper);
    const snapshot = engine.save();
    for (let t = 0; t < 3; t++) engine.train(indices, noise, plainHyper);
    expect((await snapshot).step).toBe(1);
    expect((await snapshot).values).not.toEqual((await engine.save()).values);
    engine.dispose();
  });

  test('the loss falls, and its mean over steps is the mean of their losses', async () => {
    const engine = await ready();
    const random = createRandom(4);
    const hyper = { ...plainHyper, learningRate: 1e-2 };
    const { indices, noise } = draw(16);
    expect(await engine.losses()).toBeNull();
    const before = await engine.evaluate(indices, noise, hyper);
    const single: number[] = [];
    for (let t = 0; t < 4; t++) {
      single.push((await engine.evaluate(indices, noise, { ...hyper, beta: t })).total);
      engine.train(indices, noise, { ...hyper, beta: t });
    }
    const mean = single.reduce((a, b) => a + b) / 4;
    expect((await engine.losses())!.total / mean).toBeCloseTo(1, 5);
    expect(await engine.losses()).toBeNull();
    for (let t = 0; t < 300; t++)
      engine.train(
        indices,
        noise.map(() => random.normal()),
        hyper,
      );
    expect((await engine.evaluate(indices, noise, hyper)).total).toBeLessThan(before.total);
    engine.dispose();
  });

  test('batches of changing sizes', async () => {
    const engine = await ready();
    for (const rows of [1, 64, 3, 65, 1]) {
      const { indices, noise } = draw(rows);
      const { total } = await engine.evaluate(indices, noise, plainHyper);
      engine.train(indices, noise, plainHyper);
      expect((await engine.losses())!.total).toBe(total);
    }
    engine.dispose();
  });
});

describe('looking', () => {
  test.each(FAMILIES)('encodes to posteriors of the family: %s', async (posterior) => {
    const of: Architecture = { ...architecture, latent: 3, posterior };
    const engine = await ready(device, of);
    const { images, parameters } = createProblem(of, n);
    const heads = Array.from({ length: n }, (_, i) => {
      const image = Float64Array.from(images.subarray(15 * i, 15 * (i + 1)));
      return referenceEncode(of, parameters.values, image);
    });
    const columns = (...which: number[]): number[] => heads.flatMap((head) => which.map((column) => head[column]!));
    const { mu, logVar, lower } = await engine.encode('data');
    expectNear(mu, columns(0, 1, 2), 1e-5, 'mu');
    if (posterior === 'point') expect(new Set(logVar)).toEqual(new Set([-Infinity]));
    else expectNear(logVar, posterior === 'isotropic' ? columns(3, 3, 3) : columns(3, 4, 5), 1e-5, 'logVar');
    if (posterior === 'full') expectNear(lower!, columns(6, 7, 8), 1e-5, 'lower');
    else expect(lower).toBeNull();
    engine.dispose();
  });

  test('decodes what it encodes, in any number', async () => {
    const engine = await ready();
    const all = await engine.encode('data');
    expectNear((await engine.encode(images)).mu, all.mu, 1e-6);
    expect((await engine.encode(images.subarray(0, 15))).logVar).toEqual(all.logVar.slice(0, 2));
    expect((await engine.decode(new Float32Array(0), 'squared')).length).toBe(0);
    expect((await engine.encode(new Float32Array(0))).mu.length).toBe(0);
    engine.dispose();
  });

  const kinds: readonly Likelihood[] = ['bernoulli', 'gaussian', 'gaussian-learned', 'squared'];
  test.each(kinds)('observes the same as one by one: %s', async (kind) => {
    const engine = await ready();
    const { indices, noise } = draw(8);
    engine.train(indices, noise, { ...plainHyper, likelihood: kind });
    const points = Float32Array.from({ length: 14 }, (_, i) => i / 3 - 2);
    const probes = Uint32Array.of(7, 0, 49);
    const { codes, decoded, reconstructed, losses, sigmaX } = await engine.observe({
      stride: 1,
      points,
      probes,
      likelihood: kind,
    });
    expect(codes).toEqual(await engine.encode('data'));
    expect(decoded).toEqual(await engine.decode(points, kind));
    const centres = await engine.encode(pick(problem, probes));
    expectNear(reconstructed, await engine.decode(centres.mu, kind), 1e-6);
    expect(decoded.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(losses!.total).toBeGreaterThan(0);
    expect(await engine.losses()).toBeNull();
    if (kind !== 'gaussian-learned') expect(sigmaX).toBeNull();
    else expect(sigmaX).toBe(Math.exp(0.5 * (await engine.save()).values.at(-1)!));
    engine.dispose();
  });

  test('decodes to raw outputs, too', async () => {
    const engine = await ready();
    await expectOutputs(engine, createProblem(architecture, n));
    engine.dispose();
  });

  test.each([
    ['diagonal', 'bernoulli'],
    ['full', 'gaussian-learned'],
  ] as const)('keeps parameters to compute with while it trains, no texture after that: %s, %s', async (...kind) => {
    const [posterior, likelihood] = kind;
    const of: Architecture = { ...architecture, posterior };
    const [engine, alone] = [await ready(device, of), await ready(device, of)];
    const before = device.backend.numDataIds();
    const hyper = { ...plainHyper, likelihood, learningRate: 0.01 };
    await expectStill(engine, alone, createProblem(of, n), hyper);
    // The batches of both stay for the next.
    expect(device.backend.numDataIds()).toBeLessThanOrEqual(before + 2);
    engine.dispose();
    alone.dispose();
  });

  test('more rows than one strip', async () => {
    const engine = await ready();
    const z = Float32Array.from({ length: 2 * 2500 }, (_, i) => Math.sin(i));
    const decoded = await engine.decode(z, 'bernoulli');
    const tail = await engine.decode(z.slice(-20), 'bernoulli');
    expect(decoded.length).toBe(2500 * 15);
    expect(decoded.slice(-150)).toEqual(tail);
    engine.dispose();
  });
});

test('images fold over a small texture, and too many are refused', async () => {
  const small = createDevice({ maxTextureSize: 16 });
  const of: Architecture = { inputs: 7, hidden: [5], latent: 2, activation: 'relu' };
  const engine = await ready(small, of);
  const large = await ready(device, of);
  // 50 · 7 values in rows of 64: images 9, 18, 27, … lie on two rows.
  expect((await engine.encode('data')).mu).toEqual((await large.encode('data')).mu);
  const { indices, noise } = draw(9);
  expect(await engine.evaluate(indices, noise, plainHyper)).toEqual(await large.evaluate(indices, noise, plainHyper));
  expect(() => engine.setData(new Float32Array(7 * 147), 147)).toThrow(RangeError);
  engine.dispose();
  large.dispose();
  small.dispose();
});

test('says what is wrong with its arguments', async () => {
  const engine = await createWebglEngine(architecture, { device });
  const { indices, noise } = draw(4);
  expect(() => engine.train(indices, noise, plainHyper)).toThrow('load()');
  engine.load(parameters);
  expect(() => engine.train(indices, noise, plainHyper)).toThrow('setData()');
  expect(() => engine.setData(images, 49)).toThrow('750 values are not 49 images of 15 pixels');
  engine.setData(images, n);
  expect(() => engine.train(indices, noise.subarray(1), plainHyper)).toThrow(RangeError);
  expect(() => engine.train(Uint32Array.of(0, 50, 1, 2), noise, plainHyper)).toThrow('Image 50');
  expect(() => engine.train(new Uint32Array(0), new Float32Array(0), plainHyper)).toThrow(RangeError);
  expect(() => engine.load(createProblem({ ...architecture, hidden: [8] }, 1).parameters)).toThrow('do not fit');
  await expect(engine.decode(new Float32Array(3), 'squared')).rejects.toThrow(RangeError);
  engine.dispose();
});
