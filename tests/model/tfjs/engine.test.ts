import { afterEach, describe, expect, it } from 'vitest';
import type { Engine, Hyper, Likelihood, ObservationRequest } from '../../../src/model/engine';
import { type Architecture, createLayout } from '../../../src/model/layout';
import { expectClose, expectLayersClose, expectNear } from '../../support/close';
import { tf } from '../../support/cpu';
import { gradientOf } from '../../support/gradient';
import { expectOutputs, expectStill } from '../../support/inference';
import { expectLeastSigma } from '../../support/leastSigma';
import { createProblem, LIKELIHOODS, type Problem, pick, plainHyper } from '../../support/models';
import { ReferenceAdam, reference } from '../../support/reference';
import { createTfjsEngine } from '../../support/tfjs/engine';

const N = 11;
const small: Architecture = { inputs: 6, hidden: [5], latent: 2, activation: 'relu' };

const none = new Float32Array(0);

/** A request for codes of every image. */
const view = (points: Float32Array, probes: number[], likelihood: Likelihood): ObservationRequest => ({
  stride: 1,
  points,
  probes: Uint32Array.from(probes),
  likelihood,
});

const open: Engine[] = [];
afterEach(() => {
  for (const engine of open.splice(0)) engine.dispose();
});

function start(architecture = small, seed = 1): { engine: Engine; problem: Problem } {
  const problem = createProblem(architecture, N, seed);
  const engine = createTfjsEngine('simd', architecture);
  open.push(engine);
  engine.setData(problem.images, N);
  engine.load(problem.parameters);
  return { engine, problem };
}

describe('inference', () => {
  it('gives raw outputs, too', async () => {
    const { engine, problem } = start();
    await expectOutputs(engine, problem);
  });

  it('keeps parameters to compute with while it trains, and no tensor after that', async () => {
    const [{ engine, problem }, { engine: alone }] = [start(), start()];
    const before = tf.memory().numTensors;
    await expectStill(engine, alone, problem);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('tensors', () => {
  it('stay as many over 1,000 steps with everything else in between', async () => {
    const { engine, problem } = start();
    const use = async (steps: number): Promise<void> => {
      for (let i = 0; i < steps; i++) {
        engine.train(problem.batch(4), problem.noise(4), plainHyper);
        if (i % 50 === 0) {
          await engine.losses();
          await engine.evaluate(problem.batch(3), problem.noise(3), plainHyper);
          await engine.encode('data');
          await engine.encode(problem.images);
          await engine.decode(problem.noise(5), 'bernoulli');
          await engine.observe(view(problem.noise(3), [0, 2], 'gaussian'));
          await engine.observe(view(none, [], 'bernoulli'));
          engine.load(await engine.save());
          engine.setData(problem.images, N);
        }
      }
    };
    await use(1);
    const before = tf.memory().numTensors;
    await use(1000);
    expect(tf.memory().numTensors).toBe(before);
  }, 30_000);

  it('are gone after dispose', async () => {
    const before = tf.memory();
    const engine = createTfjsEngine('simd', small);
    const problem = createProblem(small, N);
    engine.setData(problem.images, N);
    engine.load(problem.parameters);
    engine.train(problem.batch(4), problem.noise(4), plainHyper);
    await engine.losses();
    expect(tf.memory().numTensors).toBeGreaterThan(before.numTensors);
    engine.dispose();
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numBytes).toBe(before.numBytes);
  });
});

describe('save and load', () => {
  it('go on along the same trajectory, bit for bit', async () => {
    const { engine, problem } = start();
    const steps = Array.from({ length: 12 }, () => ({ batch: problem.batch(4), noise: problem.noise(4) }));
    const train = (target: Engine, from: number, to: number): void => {
      for (const { batch, noise } of steps.slice(from, to)) target.train(batch, noise, plainHyper);
    };
    train(engine, 0, 5);
    const saved = await engine.save();
    const kept = structuredClone(saved);
    train(engine, 5, 12);
    const ahead = await engine.save();
    expect(saved, 'what was saved stays as it was').toEqual(kept);
    expect(ahead.values).not.toEqual(saved.values);

    const other = start(small, 2).engine;
    other.setData(problem.images, N);
    other.load(saved);
    train(other, 5, 12);
    expect(await other.save()).toEqual(ahead);
    engine.load(saved);
    train(engine, 5, 12);
    expect(await engine.save()).toEqual(ahead);
    expect(ahead.step).toBe(12);
  });

  it('return what was loaded', async () => {
    const { engine, problem } = start();
    const { values } = problem.parameters;
    const loaded = { ...problem.parameters, first: values.map(Math.sin), second: values.map(Math.abs), step: 17 };
    engine.load(loaded);
    expect(await engine.save()).toEqual(loaded);
  });

  it.each(['values', 'first', 'second'] as const)('refuse %s of another length and keep the model', async (part) => {
    const { engine, problem } = start();
    engine.train(problem.batch(4), problem.noise(4), plainHyper);
    const before = await engine.save();
    const { size } = createLayout(small);
    const other = { ...start(small, 2).problem.parameters, step: 99 };
    for (const length of [0, size - 1, size + 1]) {
      const wrong = { ...other, [part]: new Float32Array(length) };
      expect(() => engine.load(wrong)).toThrow(RangeError);
      expect(() => engine.load(wrong)).toThrow(`${length} `);
      expect(await engine.save()).toEqual(before);
    }
  });
});

describe('training', () => {
  it('reports the mean loss of the steps since it was last asked, and null when there were none', async () => {
    const { engine, problem } = start();
    expect(await engine.losses()).toBeNull();
    const expected = { reconstruction: 0, regulariser: 0, total: 0 };
    for (const beta of [0.5, 1, 4]) {
      const hyper = { ...plainHyper, beta };
      const [batch, noise] = [problem.batch(4), problem.noise(4)];
      const terms = await engine.evaluate(batch, noise, hyper);
      expected.reconstruction += terms.reconstruction / 3;
      expected.regulariser += terms.regulariser / 3;
      expected.total += terms.total / 3;
      engine.train(batch, noise, hyper);
    }
    const losses = await engine.losses();
    expectClose(losses!.reconstruction, expected.reconstruction, { rel: 1e-6 }, 'R');
    expectClose(losses!.regulariser, expected.regulariser, { rel: 1e-6 }, 'K');
    expectClose(losses!.total, expected.total, { rel: 1e-6 }, 'total');
    expect(await engine.losses()).toBeNull();
  });

  it('trains on the images that the batch names', async () => {
    const { engine, problem } = start();
    const hyper: Hyper = { ...plainHyper, likelihood: 'gaussian', sigmaX: 0.5, regulariser: 'simple', beta: 2 };
    const batch = Uint32Array.of(7, 0, 7, 3);
    const noise = problem.noise(4);
    const expected = reference(small, problem.parameters.values, pick(problem, batch), noise, hyper);
    const terms = await engine.evaluate(batch, noise, hyper);
    expectClose(terms.total, expected.total, { rel: 1e-5 }, 'total');
    const gradient = await gradientOf(engine, problem.parameters, batch, noise, hyper);
    expectNear(gradient, expected.gradient, 1e-5, 'gradient');
  });

  it('takes the steps of Adam where gradients are as small as its ε', async () => {
    const { engine, problem } = start();
    const hyper: Hyper = { ...plainHyper, likelihood: 'gaussian', sigmaX: 1e4, beta: 0, learningRate: 0.1 };
    const values = Float64Array.from(problem.parameters.values);
    const adam = new ReferenceAdam(values.length);
    for (let t = 0; t < 3; t++) {
      const [batch, noise] = [problem.batch(4), problem.noise(4)];
      const { gradient } = reference(small, values, pick(problem, batch), noise, hyper);
      expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-7);
      adam.step(values, gradient, hyper.learningRate);
      engine.train(batch, noise, hyper);
    }
    expectLayersClose(createLayout(small), (await engine.save()).values, values, 1e-5);
  });

  it('trains ln σ̃² where it is learned, shows it, and lets it rest elsewhere', async () => {
    const { engine, problem } = start();
    const hyper: Hyper = { ...plainHyper, likelihood: 'gaussian-learned', samples: 2, learningRate: 0.1 };
    const values = Float64Array.from(problem.parameters.values);
    const adam = new ReferenceAdam(values.length);
    for (let t = 0; t < 3; t++) {
      const [batch, noise] = [problem.batch(4), problem.noise(8)];
      adam.step(values, reference(small, values, pick(problem, batch), noise, hyper).gradient, hyper.learningRate);
      engine.train(batch, noise, hyper);
    }
    const trained = await engine.save();
    expectLayersClose(createLayout(small), trained.values, values, 1e-5);
    const { sigmaX } = await engine.observe(view(none, [], 'gaussian-learned'));
    expectClose(sigmaX!, Math.exp(0.5 * values.at(-1)!), { rel: 1e-5 }, 'σ̃');
    engine.train(problem.batch(4), problem.noise(4), plainHyper);
    const after = await engine.save();
    for (const part of ['values', 'first', 'second'] as const) expect(after[part].at(-1)).toBe(trained[part].at(-1));
  });

  it('learns no σ̃ below its limit', () => expectLeastSigma(async (of) => createTfjsEngine('simd', of)));

  it('brings the loss down', async () => {
    const { engine, problem } = start();
    const everything = Uint32Array.from({ length: N }, (_, i) => i);
    const noise = problem.noise(N);
    const hyper = { ...plainHyper, learningRate: 0.01 };
    const before = await engine.evaluate(everything, noise, hyper);
    for (let i = 0; i < 200; i++) engine.train(everything, noise, hyper);
    const after = await engine.evaluate(everything, noise, hyper);
    expect(after.total).toBeLessThan(0.9 * before.total);
  });
});

describe('looking', () => {
  it('changes nothing', async () => {
    const { engine, problem } = start();
    engine.train(problem.batch(4), problem.noise(4), plainHyper);
    const before = await engine.save();
    const [batch, noise] = [problem.batch(4), problem.noise(4)];
    const terms = await engine.evaluate(batch, noise, plainHyper);
    await engine.encode('data');
    await engine.decode(problem.noise(2), 'squared');
    await engine.observe(view(problem.noise(2), [1], 'bernoulli'));
    expect(await engine.evaluate(batch, noise, plainHyper)).toEqual(terms);
    expect(await engine.save()).toEqual(before);
  });

  it('is not among the losses of training', async () => {
    const { engine, problem } = start();
    const [batch, noise] = [problem.batch(4), problem.noise(4)];
    const terms = await engine.evaluate(batch, noise, plainHyper);
    expect(await engine.losses()).toBeNull();
    engine.train(batch, noise, plainHyper);
    await engine.evaluate(problem.batch(4), problem.noise(4), { ...plainHyper, beta: 30 });
    expectClose((await engine.losses())!.total, terms.total, { rel: 1e-6 }, 'total');
  });

  it.each(LIKELIHOODS)('observes what encode and decode say: %s', async (likelihood) => {
    for (const architecture of [small, { ...small, hidden: [], latent: 3 }]) {
      const { engine, problem } = start(architecture);
      const { inputs: D, latent: d } = architecture;
      const points = problem.noise(5);
      const probes = [10, 0, 3, 10];
      const codes = await engine.encode('data');
      expect(codes.mu).toHaveLength(N * d);
      expect(await engine.encode(problem.images)).toEqual(codes);

      const seen = await engine.observe(view(points, probes, likelihood));
      expect(seen.codes).toEqual(codes);
      expect(seen.decoded).toEqual(await engine.decode(points, likelihood));
      expect(seen.decoded).toHaveLength(5 * D);
      const centres = Float32Array.from(probes.flatMap((i) => [...codes.mu.subarray(i * d, (i + 1) * d)]));
      expect(seen.reconstructed).toEqual(await engine.decode(centres, likelihood));

      const pointsAlone = await engine.observe(view(points, [], likelihood));
      expect(pointsAlone).toEqual({ ...seen, reconstructed: none });
      const probesAlone = await engine.observe(view(none, probes, likelihood));
      expect(probesAlone).toEqual({ ...seen, decoded: none });
      const codesAlone = await engine.observe(view(none, [], likelihood));
      expect(codesAlone).toEqual({ codes, decoded: none, reconstructed: none, losses: null, sigmaX: null });
    }
  });

  it('encodes every so many images, and rebuilds any', async () => {
    const { engine, problem } = start();
    const points = problem.noise(2);
    const all = await engine.observe(view(points, [1, 10], 'bernoulli'));
    for (const stride of [2, 3, 10, 11, 50]) {
      const some = await engine.observe({ ...view(points, [1, 10], 'bernoulli'), stride });
      const shown = Array.from({ length: Math.ceil(N / stride) }, (_, i) => i * stride);
      for (const part of ['mu', 'logVar'] as const) {
        expect([...some.codes[part]]).toEqual(shown.flatMap((i) => [...all.codes[part].subarray(2 * i, 2 * i + 2)]));
      }
      expect(some.decoded).toEqual(all.decoded);
      expect(some.reconstructed).toEqual(all.reconstructed);
    }
  });

  it('tells the losses of the steps since it was last asked, once', async () => {
    const [a, b] = [start(), start()];
    const [batch, noise] = [a.problem.batch(4), a.problem.noise(4)];
    for (const { engine } of [a, b]) engine.train(batch, noise, plainHyper);
    const { losses } = await a.engine.observe(view(none, [], 'bernoulli'));
    expect(losses).not.toBeNull();
    expect(losses).toEqual(await b.engine.losses());
    expect(await a.engine.losses()).toBeNull();
    expect((await a.engine.observe(view(none, [], 'bernoulli'))).losses).toBeNull();
  });

  it.each(LIKELIHOODS)('decodes to means in [0, 1], however far the code: %s', async (likelihood) => {
    const { engine, problem } = start();
    const far = problem.noise(40).map((value, i) => value * 10 ** ((i % 5) - 1));
    const means = await engine.decode(far, likelihood);
    expect(means).toHaveLength(40 * small.inputs);
    expect(means.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(new Set(means).size, 'not all alike').toBeGreaterThan(20);
  });

  it('asks for data first', async () => {
    const engine = createTfjsEngine('simd', small);
    open.push(engine);
    expect(() => engine.train(Uint32Array.of(0), new Float32Array(2), plainHyper)).toThrow('setData');
    await expect(engine.encode('data')).rejects.toThrow('setData');
    await expect(engine.observe(view(none, [], 'bernoulli'))).rejects.toThrow('setData');
  });
});
