import { afterEach, describe, expect, it, vi } from 'vitest';
import { generateStrokes } from '../../src/data/sets/strokes';
import { lineUnion, unitShare } from '../../src/math/lineUnion';
import { createLayout } from '../../src/model/layout';
import type { Frame, View } from '../../src/worker/frameProtocol';
import type { Likelihood, LiveConfig, RunConfig } from '../../src/worker/protocol';
import type { Session } from '../../src/worker/session';
import { useBrowserPorts } from '../support/channel';
import { expectAllClose } from '../support/close';
import { tf } from '../support/cpu';
import { PATIENTLY } from '../support/patiently';
import { COUNT, createSession, measured, noView, plainLive, plainReason, plainRun, SIDE } from '../support/sessions';

const D = SIDE * SIDE;
const started: Session[] = [];

/** A session with a run under way. */
async function begin(run: Partial<RunConfig> = {}, live: Partial<LiveConfig> = {}, made = createSession()) {
  const summary = await made.session.start({ ...plainRun, ...run }, { ...plainLive, ...live });
  started.push(made.session);
  return { ...made, summary };
}

useBrowserPorts();

afterEach(() => {
  for (const session of started.splice(0)) session.dispose();
});

const parametersOf = async (session: Session): Promise<Float32Array> => (await session.save()).values;

/** Looks, and does nothing else, until `done` likes a frame. */
function until(session: Session, done: (frame: Frame) => boolean): Promise<Frame> {
  return vi.waitUntil(async () => {
    const frame = await session.observe(noView);
    return done(frame) && frame;
  }, PATIENTLY);
}

/** Plays until `done` likes a frame. */
function playUntil(session: Session, done: (frame: Frame) => boolean): Promise<Frame> {
  session.play(true);
  return until(session, done);
}

/** Images of which some are missing. */
const broken = (): RunConfig => ({
  ...plainRun,
  images: { n: 3, width: SIDE, height: SIDE, images: new Float32Array(5) },
});

describe('frames of fewer posteriors', () => {
  it('are those of a run that trains: of every so many images, measured over all', async () => {
    const { session } = await begin();
    const few: View = { ...noView, most: Math.ceil(COUNT / 3) };
    const rest = await session.observe(few);
    expect([rest.stride, rest.plane.mu.length, rest.mu.length]).toEqual([1, 2 * COUNT, 2 * COUNT]);
    session.play(true);
    const frame = await vi.waitUntil(async () => {
      const seen = await session.observe(few);
      return seen.training && seen;
    }, PATIENTLY);
    session.play(false);
    const shown = Math.ceil(COUNT / 3);
    expect([frame.stride, frame.plane.mu.length, frame.plane.sigma.length]).toEqual([3, 2 * shown, 2 * shown]);
    expect([...frame.plane.mu]).toEqual([...frame.mu]);
    expect(frame.view).toEqual(few);
  });
});

describe('encoding', () => {
  it('of many images is of one moment, whatever is trained meanwhile, and is what few give', async () => {
    const { session } = await begin({ posterior: 'full' });
    const times = Math.ceil(5000 / COUNT);
    const { images } = plainRun.images!;
    const many = new Float32Array(times * images.length);
    for (let i = 0; i < times; i++) many.set(images, i * images.length);
    const few = await session.encode(images);
    const coming = session.encode(many);
    await session.step(3, noView);
    const all = await coming;
    for (const key of ['mu', 'logVar', 'lower'] as const) {
      const [once, again] = [few[key]!, all[key]!];
      expect(again.length).toBe(times * once.length);
      expectAllClose(again.slice(-once.length), once, { abs: 1e-6 }, key);
      expectAllClose(again.slice(0, once.length), once, { abs: 1e-6 }, key);
    }
  });
});

describe('a bound', () => {
  it('has a run wait at its step, and go on when it is told a later one', async () => {
    const { session } = await begin();
    session.play(true, false, 5);
    await until(session, ({ step }) => step === 5);
    // Messages, and so steps that would be due, have their turn meanwhile.
    for (let i = 0; i < 20; i++) expect((await session.observe(noView)).step).toBe(5);
    session.play(true, false, 9);
    await until(session, ({ step }) => step === 9);
    session.play(true);
    expect((await until(session, ({ step }) => step > 20)).training).toBe(true);
  });

  it('is none for steps that are asked for one by one', async () => {
    const { session } = await begin();
    session.play(false, false, 2);
    expect((await session.step(6, noView)).step).toBe(6);
  });
});

describe('start', () => {
  it('says what the run turned out to be', async () => {
    const { summary } = await begin({ engine: 'webgl' });
    const architecture = { inputs: D, hidden: [7], latent: 2, activation: 'tanh' as const };
    expect(summary).toEqual({
      engine: 'webgl',
      engineReason: { ...plainReason, code: 'asked' },
      arithmetic: null,
      parameterCount: createLayout(architecture).observation,
      heldOut: new Uint32Array(),
    });
  });

  it('gives the same run number for number for the same config', async () => {
    const [a, b] = [await begin(), await begin()];
    const [one, two] = [await a.session.step(30, noView), await b.session.step(30, noView)];
    expect(one).toEqual(two);
    expect(await a.session.save()).toEqual(await b.session.save());
    await a.session.start({ ...plainRun, images: null }, plainLive);
    expect(await a.session.step(30, noView)).toEqual(two);
  });

  it('gives another run for another seed, with the same images', async () => {
    const { session } = await begin();
    const values = await parametersOf(session);
    await session.start({ ...plainRun, seed: 2 }, plainLive);
    expect(await parametersOf(session)).not.toEqual(values);
  });

  it('keeps the images when none are lent, and takes others', async () => {
    const { session } = await begin();
    await session.start({ ...plainRun, images: null, hidden: [3] }, plainLive);
    expect((await session.observe(noView)).mu).toHaveLength(2 * COUNT);
    await session.start({ ...plainRun, images: generateStrokes({ seed: 3, count: 9, size: 5 }) }, plainLive);
    expect((await session.observe(noView)).mu).toHaveLength(2 * 9);
    await expect(session.encode(new Float32Array(25))).resolves.toBeDefined();
  });

  it('has no images to keep at first', async () => {
    const { session } = createSession();
    await expect(session.start({ ...plainRun, images: null }, plainLive)).rejects.toThrow('lend some first');
  });

  it('keeps the images of a start that found no engine', async () => {
    let broken = true;
    const { session } = createSession((engine) => {
      if (broken) throw new Error('no such hardware');
      return engine;
    });
    await expect(session.start(plainRun, plainLive)).rejects.toThrow('no such hardware');
    await expect(session.observe(noView)).rejects.toThrow('There is no run yet');
    broken = false;
    await session.start({ ...plainRun, images: null }, plainLive);
    expect(await session.step(1, noView)).toMatchObject({ step: 1 });
  });

  it('disposes of the engine of the run before, and of every tensor', async () => {
    const { session, engines } = await begin();
    const tensors = tf.memory().numTensors;
    for (let seed = 2; seed < 5; seed++) await session.start({ ...plainRun, seed }, plainLive);
    expect(engines.map(({ disposed }) => disposed)).toEqual([true, true, true, false]);
    expect(tf.memory().numTensors).toBe(tensors);
  });

  it('rejects images that are not whole and leaves the run under way as it was', async () => {
    const [{ session }, { session: other }] = [await begin(), await begin()];
    await session.step(5, noView);
    const before = await session.save();
    const failed = session.start(broken(), plainLive);
    await expect(failed).rejects.toBeInstanceOf(RangeError);
    await expect(failed).rejects.toThrow('5 pixels');
    expect(await session.save()).toEqual(before);
    // It goes on where it was: 5 + 7 steps are 12 steps.
    const frame = await session.step(7, noView);
    const { losses: _, ...straight } = await other.step(12, noView);
    expect(frame).toMatchObject(straight);
    // A run that was asked for before the page knew of it is not of the images before.
    const next = session.start({ ...plainRun, images: null }, plainLive);
    await expect(next).rejects.toMatchObject({ name: 'NotLentError', message: expect.stringContaining('lend some') });
    await session.start(plainRun, plainLive);
    expect((await session.observe(noView)).mu).toHaveLength(2 * COUNT);
  });

  it('goes on playing through a start that fails', async () => {
    const { session } = await begin();
    const { step } = await playUntil(session, (frame) => frame.step > 0);
    await expect(session.start(broken(), plainLive)).rejects.toBeInstanceOf(RangeError);
    expect(await until(session, (frame) => frame.step > step + 5)).toMatchObject({ training: true });
  });

  it('goes on playing with the new run after a start that succeeds', async () => {
    const { session } = await begin();
    await playUntil(session, (frame) => frame.step > 3);
    await session.start({ ...plainRun, seed: 2 }, plainLive);
    expect(await until(session, ({ step }) => step > 0)).toMatchObject({ training: true });
  });
});

describe('step', () => {
  it('takes exactly as many steps as asked and stops playing', async () => {
    const { session } = await begin();
    expect(await session.step(0, noView)).toMatchObject({ step: 0, epoch: 0, losses: null });
    expect(await session.step(1, noView)).toMatchObject({ step: 1, epoch: 1 });
    // 60 images make three batches of 16 an epoch.
    expect(await session.step(100, noView)).toMatchObject({ step: 101, epoch: 34 });
    const playing = await playUntil(session, ({ step }) => step > 101);
    const frame = await session.step(10, noView);
    expect(frame.step).toBeGreaterThanOrEqual(playing.step + 10);
    expect(frame.stepsPerSecond).toBe(0);
    for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
    expect((await session.observe(noView)).step).toBe(frame.step);
    expect((await session.save()).step).toBe(frame.step);
  });

  it('reports the losses since the frame before', async () => {
    const { session } = await begin();
    const { losses } = await session.step(1, noView);
    expect(losses!.total).toBeCloseTo(losses!.reconstruction + losses!.regulariser, 3);
    expect((await session.observe(noView)).losses).toBeNull();
  });
});

describe('configure', () => {
  it('takes effect from the next step on, and keeps the run', async () => {
    const { session } = await begin();
    await session.step(4, noView);
    const before = await parametersOf(session);
    const beta = 8;
    session.configure({ ...plainLive, hyper: { ...plainLive.hyper, beta, noiseScale: 0.5 }, batchSize: 20 });
    expect(await parametersOf(session)).toEqual(before);
    const frame = await session.step(1, noView);
    expect(frame).toMatchObject({ step: 5, beta, noiseScale: 0.5 });
    const { reconstruction, regulariser, total } = frame.losses!;
    expect(total).toBeCloseTo(reconstruction + beta * regulariser, 3);
  });

  it.each<[Likelihood, number | null]>([
    ['bernoulli', null],
    ['gaussian', 0.7],
    ['squared', null],
    ['gaussian-learned', 0.3],
  ])('frames say σ̃: of a %s likelihood %s', async (likelihood, expected) => {
    const { session } = await begin();
    session.configure({ ...plainLive, hyper: { ...plainLive.hyper, likelihood, sigmaX: 0.7 } });
    const { sigmaX } = await session.observe(noView);
    if (expected === null) expect(sigmaX).toBeNull();
    else expect(sigmaX).toBeCloseTo(expected, 6);
  });

  it('changes the size of the batches', async () => {
    const { session } = await begin({}, { batchSize: 30 });
    expect((await session.step(2, noView)).epoch).toBe(1);
    session.configure({ ...plainLive, batchSize: 60 });
    expect((await session.step(2, noView)).epoch).toBe(3);
  });
});

describe('observe', () => {
  const points = {
    grid: Float32Array.of(0, 0, 1, 1, -1, 0.5),
    pin: Float32Array.of(2, -2),
    lens: Float32Array.of(0.1, 0.2),
  };
  const view: View = {
    axes: null,
    requests: {
      strip: { kind: 'rebuild', indices: Uint32Array.of(4, 0) },
      grid: { kind: 'decode', points: points.grid },
      pin: { kind: 'decode', points: points.pin },
      hover: { kind: 'rebuild', indices: Uint32Array.of(COUNT - 1) },
      lens: { kind: 'decode', points: points.lens },
    },
  };

  it('answers every request of the view under its key', async () => {
    const { session } = await begin();
    const frame = await session.step(3, view);
    const { pictures, mu } = frame;
    for (const key of ['grid', 'pin', 'lens'] as const) {
      expectAllClose(pictures[key]!, await session.decode(points[key]), { abs: 1e-6 }, key);
    }
    const rebuilt = (index: number): Promise<Float32Array> => session.decode(mu.slice(2 * index, 2 * index + 2));
    expectAllClose(pictures.strip!.subarray(0, D), await rebuilt(4), { abs: 1e-6 }, 'strip');
    expectAllClose(pictures.strip!.subarray(D), await rebuilt(0), { abs: 1e-6 }, 'strip');
    expectAllClose(pictures.hover!, await rebuilt(COUNT - 1), { abs: 1e-6 }, 'hover');
    expect(frame.view).toEqual(view);
  });

  it('gives the centre and the axes of every image', async () => {
    const { session } = await begin();
    const { mu, sigma } = await session.observe(noView);
    const codes = await session.encode(generateStrokes({ seed: 3, count: COUNT, size: SIDE }).images);
    expect(mu).toEqual(codes.mu);
    const axes = codes.logVar.map((value) => Math.exp(0.5 * value));
    expectAllClose(sigma, axes, { rel: 1e-6 }, 'sigma');
  });

  it('leaves out images that the data set does not have', async () => {
    const { session } = await begin();
    const strip = { kind: 'rebuild', indices: Uint32Array.of(COUNT, 3, 4_000_000_000) } as const;
    const hover = { kind: 'rebuild', indices: Uint32Array.of(COUNT + 7) } as const;
    const frame = await session.observe({ axes: null, requests: { strip, hover } });
    expect(frame.view.requests).toEqual({
      strip: { kind: 'rebuild', indices: Uint32Array.of(3) },
      hover: { kind: 'rebuild', indices: new Uint32Array(0) },
    });
    expect(frame.pictures.strip).toHaveLength(D);
    expect(frame.pictures.hover).toHaveLength(0);
  });

  it('covers nothing with points, and more with larger ellipses', async () => {
    const { session } = await begin();
    const covered: number[] = [];
    for (const noiseScale of [0, 0.1, 1]) {
      session.configure({ ...plainLive, hyper: { ...plainLive.hyper, noiseScale } });
      covered.push((await session.observe(noView)).circleCoverage);
    }
    expect(covered[0]).toBe(0);
    expect(covered[1]).toBeGreaterThan(0);
    expect(covered[2]).toBeGreaterThan(covered[1]!);
    expect(covered[2]).toBeLessThanOrEqual(1);
  });

  it('says which likelihood, σ̃ and regulariser it is of', async () => {
    const { session } = await begin();
    for (const [likelihood, regulariser] of [
      ['squared', 'simple'],
      ['gaussian', 'kl'],
    ] as const) {
      session.configure({ ...plainLive, hyper: { ...plainLive.hyper, likelihood, regulariser, sigmaX: 0.25 } });
      const sigmaX = likelihood === 'gaussian' ? 0.25 : null;
      expect(await session.observe(noView)).toMatchObject({ likelihood, regulariser, sigmaX });
    }
  });

  it('changes nothing', async () => {
    const [a, b] = [await begin(), await begin()];
    for (let i = 0; i < 10; i++) {
      await a.session.step(1, view);
      await a.session.observe(view);
    }
    await b.session.step(10, noView);
    expect(await a.session.save()).toEqual(await b.session.save());
  });
});

describe('codes of other than two axes', () => {
  const points = Float32Array.of(0.5, -1, 2, 0.25);
  const requests = { grid: { kind: 'decode', points } } as const;

  it('are shown on two of them, the rest at the mean of the prior', async () => {
    const { session } = await begin({ latent: 4 });
    await session.step(5, noView);
    const frame = await session.observe({ axes: [1, 3], requests });
    expect(frame.mu).toHaveLength(4 * COUNT);
    expect(frame.plane.axes).toEqual([1, 3]);
    for (let i = 0; i < COUNT; i++) {
      expect(frame.plane.mu.slice(2 * i, 2 * i + 2)).toEqual(
        Float32Array.of(frame.mu[4 * i + 1]!, frame.mu[4 * i + 3]!),
      );
    }
    const decoded = await session.decode(Float32Array.of(0, 0.5, 0, -1, 0, 2, 0, 0.25));
    expectAllClose(frame.pictures.grid!, decoded, { abs: 1e-6 }, 'grid');
  });

  it('are shown on those whose centres vary most where none are named', async () => {
    const { session } = await begin({ latent: 4 });
    // The axes of the first frame come from no codes yet.
    const { mu } = await session.observe(noView);
    const variance = [0, 1, 2, 3].map((axis) => {
      const values = [...mu].filter((_, i) => i % 4 === axis);
      const mean = values.reduce((sum, value) => sum + value, 0) / COUNT;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / COUNT;
    });
    const { axes } = (await session.observe(noView)).plane;
    const least = Math.min(...axes.map((axis) => variance[axis]!));
    const others = variance.filter((_, axis) => !axes.includes(axis));
    // Axes that are shown stay until others vary clearly more.
    for (const other of others) expect(other).toBeLessThanOrEqual(1.5 * least);
  });

  it('of one axis lie on a line, with the width of the prior across', async () => {
    const { session } = await begin({ latent: 1 });
    const { mu, sigma, plane, circleCoverage } = await session.observe({ axes: null, requests });
    expect(plane.axes).toEqual([0, -1]);
    for (let i = 0; i < COUNT; i++) {
      expect(plane.mu.slice(2 * i, 2 * i + 2)).toEqual(Float32Array.of(mu[i]!, 0));
      expect(plane.sigma.slice(2 * i, 2 * i + 2)).toEqual(Float32Array.of(sigma[i]!, 1));
    }
    // Of the circle they cover what they do of its radius along the axis: the width across has no say.
    expect(circleCoverage).toBe(unitShare(lineUnion(plane, 1)));
    expect(circleCoverage).toBeGreaterThan(0);
  });

  it('are not shown on axes that they do not have', async () => {
    // A view that was asked for before the architecture changed.
    const { session } = await begin({ latent: 2 });
    const frame = await session.observe({ axes: [1, 4], requests });
    expect(frame.plane.axes).toEqual([0, 1]);
    expect(frame.plane.mu).toEqual(frame.mu);
    expectAllClose(frame.pictures.grid!, await session.decode(points), { abs: 1e-6 }, 'grid');
  });
});

describe('encode and decode', () => {
  it('refuse what is not whole rows', async () => {
    const { session } = await begin();
    for (const length of [0, 1, D - 1, D + 1]) {
      expect(() => session.encode(new Float32Array(length))).toThrow(RangeError);
      expect(() => session.encode(new Float32Array(length))).toThrow(`${length} numbers`);
    }
    for (const length of [0, 1, 3]) expect(() => session.decode(new Float32Array(length))).toThrow(RangeError);
    expect((await session.encode(new Float32Array(3 * D))).mu).toHaveLength(6);
    expect(await session.decode(new Float32Array(6))).toHaveLength(3 * D);
  });
});

describe('save and load', () => {
  it('go on from the parameters and their step', async () => {
    const { session } = await begin();
    await session.step(6, noView);
    const saved = await session.save();
    await session.step(3, noView);
    await session.load(saved);
    expect(await session.save()).toEqual(saved);
    expect(await session.step(1, noView)).toMatchObject({ step: 7 });
  });

  it('leave the losses of the steps before behind, lost ones too', async () => {
    const { session, events } = await begin();
    await session.step(6, noView);
    const saved = await session.save();
    // Steps that no frame has been made of.
    session.configure({ ...plainLive, hyper: { ...plainLive.hyper, learningRate: 1e6 } });
    session.play(true);
    await vi.waitUntil(async () => (await session.save()).step > 12, PATIENTLY);
    session.play(false);
    session.configure(plainLive);
    await session.load(saved);
    const frame = await session.observe(noView);
    expect(events).toEqual([]);
    expect(frame).toMatchObject({ step: 6, losses: null });
    expect(await session.save()).toEqual(saved);
  });

  it('refuse parameters of another model and keep this one', async () => {
    const { session } = await begin();
    const { session: other } = await begin({ hidden: [5] });
    await other.step(3, noView);
    const before = await session.save();
    const foreign = await other.save();
    await expect(session.load(foreign)).rejects.toThrow(RangeError);
    expect(await session.save()).toEqual(before);
    expect(await session.observe(noView)).toMatchObject({ step: 0 });
  });
});

describe('without a run', () => {
  it('everything but start says so', async () => {
    const { session } = createSession();
    const message = 'There is no run yet';
    expect(() => session.play(true)).toThrow(message);
    expect(() => session.configure(plainLive)).toThrow(message);
    await expect(measured(session)).rejects.toThrow(message);
    await expect(session.save()).rejects.toThrow(message);
    await expect(session.observe(noView)).rejects.toThrow(message);
    await expect(session.step(1, noView)).rejects.toThrow(message);
  });
});

describe('a defect while playing', () => {
  it('stops the run and is told to whoever asks next, until a new run begins', async () => {
    const broken = new TypeError('the engine broke');
    let left = 4;
    const { session } = createSession((engine) => ({
      ...engine,
      train(batch, noise, hyper) {
        if (left-- === 0) throw broken;
        engine.train(batch, noise, hyper);
      },
    }));
    await session.start(plainRun, plainLive);
    await expect(playUntil(session, () => false)).rejects.toBe(broken);
    await expect(session.observe(noView)).rejects.toBe(broken);
    expect(() => session.play(true)).toThrow(broken);
    await session.start({ ...plainRun, images: null }, plainLive);
    expect(await session.step(2, noView)).toMatchObject({ step: 2 });
  });

  it('does not train an engine that is gone', async () => {
    const trained: boolean[] = [];
    const made = createSession((engine, index) => ({
      ...engine,
      train(batch, noise, hyper) {
        trained.push(made.engines[index]!.disposed);
        engine.train(batch, noise, hyper);
      },
    }));
    const { session } = await begin({}, {}, made);
    for (let seed = 2; seed < 6; seed++) {
      await playUntil(session, ({ step }) => step > 1);
      await session.start({ ...plainRun, seed }, plainLive);
    }
    expect(trained.length).toBeGreaterThan(4);
    expect(trained).not.toContain(true);
  });
});

describe('changeEngine', () => {
  it('goes on with the same run on another engine, number for number', async () => {
    const [straight, changed] = [await begin(), await begin()];
    await changed.session.step(6, noView);
    expect(await changed.session.changeEngine('webgl')).toEqual({
      engine: 'webgl',
      engineReason: { ...plainReason, code: 'asked' },
      arithmetic: null,
    });
    await changed.session.step(6, noView);
    await straight.session.step(12, noView);
    expect(await changed.session.save()).toEqual(await straight.session.save());
    expect(changed.engines.map(({ disposed }) => disposed)).toEqual([true, false]);
    expect(changed.events).toEqual([]);
  });

  it('goes on playing', async () => {
    const { session } = await begin();
    const { step } = await playUntil(session, (frame) => frame.step > 2);
    await session.changeEngine('webgl');
    expect(await until(session, (frame) => frame.step > step + 5)).toMatchObject({ training: true });
  });

  it('keeps the present engine where the other cannot be had', async () => {
    const made = createSession((engine, index) => {
      if (index === 1) throw new Error('no such hardware');
      return engine;
    });
    const { session } = await begin({}, {}, made);
    await session.step(4, noView);
    const before = await session.save();
    await expect(session.changeEngine('webgl')).rejects.toThrow('no such hardware');
    expect(await session.save()).toEqual(before);
    expect(await session.step(1, noView)).toMatchObject({ step: 5 });
  });
});

describe('an engine that is lost', () => {
  const lost = (): Error => Object.assign(new Error('the context is lost'), { name: 'ContextLostError' });

  /** The first engine is lost at its `at`-th step; nothing can be had of it after that. */
  function fragile(at: number) {
    let left = at;
    return createSession((engine, index) => {
      if (index > 0) return engine;
      const guard = (): void => {
        if (left <= 0) throw lost();
      };
      return {
        ...engine,
        train(batch, noise, hyper) {
          left -= 1;
          guard();
          engine.train(batch, noise, hyper);
        },
        async save() {
          guard();
          return engine.save();
        },
        async observe(request) {
          guard();
          return engine.observe(request);
        },
      };
    });
  }

  it('in the middle of steps is replaced, and the steps are taken', async () => {
    const { session, events, engines } = await begin({}, {}, fragile(5));
    expect(await session.step(10, noView)).toMatchObject({ step: 10 });
    expect(events).toEqual([
      { kind: 'engine-lost', restored: 0, engine: 'simd', engineReason: plainReason, arithmetic: null },
    ]);
    expect(engines.map(({ disposed }) => disposed)).toEqual([true, false]);
    expect((await session.save()).step).toBe(10);
  });

  it('is replaced when the hardware tells of it, and goes on from loaded parameters', async () => {
    const { session, events, engines, settle } = await begin({}, {}, fragile(100));
    await session.step(7, noView);
    const saved = await session.save();
    await session.load(saved);
    await session.step(2, noView);
    engines[0]!.order.lost();
    await settle();
    expect(events).toMatchObject([{ kind: 'engine-lost', restored: 7 }]);
    expect(await session.save()).toMatchObject({ ...saved, trainer: expect.anything() });
    expect(await session.step(1, noView)).toMatchObject({ step: 8 });
  });

  it('while playing is replaced, and playing goes on', async () => {
    const made = fragile(5);
    const { session, events } = await begin({}, {}, made);
    const frame = await playUntil(session, ({ step }) => events.length > 0 && step > 5);
    expect(frame.losses === null || Number.isFinite(frame.losses.total)).toBe(true);
    expect(events).toHaveLength(1);
  });
});

describe('an engine that is lost before it serves', () => {
  it('does not take the place of the healthy one', async () => {
    const made = createSession((engine, index) => {
      // Its trial: another has been chosen by the time that anybody hears of it.
      if (index > 0) queueMicrotask(() => made.engines[1]!.order.lost());
      return engine;
    });
    const { session, events, engines, settle } = await begin({}, {}, made);
    await session.step(5, noView);
    await session.changeEngine('webgl');
    await settle();
    expect(events).toEqual([]);
    expect(engines).toHaveLength(2);
    expect(await session.step(1, noView)).toMatchObject({ step: 6 });
  });
});

describe('an engine that is lost where no other can be had', () => {
  it('is told of to whoever asks, and tried again, from the last snapshot', async () => {
    let [lost, none] = [false, true];
    const made = createSession((engine, index) => {
      if (index > 0) {
        if (none) throw new Error('nothing serves');
        return engine;
      }
      const guard = (): void => {
        if (lost) throw Object.assign(new Error('the context is lost'), { name: 'ContextLostError' });
      };
      return {
        ...engine,
        async observe(request) {
          guard();
          return engine.observe(request);
        },
      };
    });
    // Engines that could not be had are not counted.
    const { session, engines, events, settle } = await begin({}, {}, made);
    await session.step(3, noView);
    lost = true;
    engines[0]!.order.lost();
    await settle();
    expect(events).toEqual([]);
    await expect(session.observe(noView)).rejects.toThrow('nothing serves');
    none = false;
    const frame = await session.observe(noView);
    expect(events).toMatchObject([{ kind: 'engine-lost', restored: 0 }]);
    expect(frame.step, 'the step that is seen').toBe(0);
    expect((await measured(session)).step).toBe(0);
  });
});

describe('a loss that is lost', () => {
  it('stops training and brings the last sound parameters back', async () => {
    const { session, events } = await begin();
    const { epoch } = await session.step(5, noView);
    const saved = await session.save();
    await session.load(saved);
    const hyper = { ...plainLive.hyper, learningRate: 1e6 };
    session.configure({ ...plainLive, hyper });
    session.play(true);
    const frame = await session.step(50, noView);
    expect(events).toEqual([{ kind: 'diverged', step: 55, restored: 5 }]);
    expect(frame).toMatchObject({ step: 5, epoch, losses: null, stepsPerSecond: 0 });
    expect(frame.mu.every(Number.isFinite)).toBe(true);
    // Not the same noise again, which may have been to blame.
    const { noise, ...place } = saved.trainer;
    const back = await session.save();
    expect(back).toMatchObject({ ...saved, trainer: { ...place, batches: expect.anything() } });
    expect(back.trainer.noise).not.toEqual(noise);
    session.configure(plainLive);
    expect((await session.step(3, noView)).losses!.total).toBeLessThan(1000);
    expect(events).toHaveLength(1);
  });

  it('brings back what was sound about a second before, also of steps that were asked for one by one', async () => {
    const { session, events } = await begin();
    let now = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    try {
      for (let i = 0; i < 20; i++) {
        now += 100;
        await session.step(1, noView);
      }
      session.configure({ ...plainLive, hyper: { ...plainLive.hyper, learningRate: 1e6 } });
      await session.step(50, noView);
    } finally {
      vi.restoreAllMocks();
    }
    expect(events).toEqual([{ kind: 'diverged', step: 70, restored: expect.any(Number) }]);
    const restored = events.map((event) => (event.kind === 'diverged' ? event.restored : Number.NaN));
    expect(restored[0]).toBeGreaterThanOrEqual(10);
    expect(restored[0]).toBeLessThanOrEqual(20);
  });
});

describe('dispose', () => {
  it('ends the engine, and takes no further step', async () => {
    let trained = 0;
    const made = createSession((engine) => ({
      ...engine,
      train(...batch) {
        trained += 1;
        engine.train(...batch);
      },
    }));
    await made.session.start(plainRun, plainLive);
    await playUntil(made.session, ({ step }) => step > 2);
    made.session.dispose();
    const before = trained;
    for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
    expect(trained).toBe(before);
    expect(made.engines.map(({ disposed }) => disposed)).toEqual([true]);
    await expect(made.session.observe(noView)).rejects.toThrow('There is no run yet');
  });
});
