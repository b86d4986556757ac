import { afterAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/math/random';
import type { Likelihood } from '../../../src/model/engine';
import type { Architecture } from '../../../src/model/layout';
import { createDevice } from '../../../src/model/webgl/device';
import { createWebglEngine } from '../../../src/model/webgl/engine';
import { expectNear } from '../../support/close';
import { expectOutputs, expectStill } from '../../support/inference';
import { createProblem, pick, plainHyper } from '../../support/models';

const device = createDevice();
afterAll(() => device.dispose());

const architecture: Architecture = { inputs: 15, hidden: [9], latent: 2, activation: 'gelu' };
const n = 50;
const problem = createProblem(architecture, n);
const { images, parameters } = problem;

async function ready(on = device, of = architecture) {
  const engine = await createWebglEngine(of, { device: on });
  const { images, parameters } = createProblem(of, n);
  engine.setData(images, n);
  engine.load(parameters);
  return engine;
}

/** Some images and their noise. */
function draw(rows: number, seed = 3) {
  const { batch, noise } = createProblem(architecture, n, seed);
  return { indices: batch(rows), noise: noise(rows) };
}

describe('training', () => {
  test('a saved and loaded engine follows the same trajectory', async () => {
    const a = await ready();
    const b = await ready();
    const step = (engine: typeof a, t: number): void => {
      const { indices, noise } = draw(8, t);
      engine.train(indices, noise, plainHyper);
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
    expect((await b.save()).values).toEqual((await a.save()).values);
    a.dispose();
    b.dispose();
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
  test('decodes what it encodes, in any number', async () => {
    const engine = await ready();
    const all = await engine.encode('data');
    expectNear((await engine.encode(images)).mu, all.mu, 1e-6);
    expect((await engine.encode(images.subarray(0, 15))).logVar).toEqual(all.logVar.slice(0, 2));
    expect((await engine.decode(new Float32Array(0), 'squared')).length).toBe(0);
    expect((await engine.encode(new Float32Array(0))).mu.length).toBe(0);
    engine.dispose();
  });

  test.each<Likelihood>(['bernoulli', 'gaussian', 'squared'])('observes the same as one by one: %s', async (kind) => {
    const engine = await ready();
    const { indices, noise } = draw(8);
    engine.train(indices, noise, plainHyper);
    const points = Float32Array.from({ length: 14 }, (_, i) => i / 3 - 2);
    const probes = Uint32Array.of(7, 0, 49);
    const { codes, decoded, reconstructed, losses } = await engine.observe({
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
    engine.dispose();
  });

  test('decodes to raw outputs, too', async () => {
    const engine = await ready();
    await expectOutputs(engine, createProblem(architecture, n));
    engine.dispose();
  });

  test('keeps parameters to compute with while it trains, and no texture after that', async () => {
    const [engine, alone] = [await ready(), await ready()];
    const before = device.backend.numDataIds();
    await expectStill(engine, alone, createProblem(architecture, n));
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
