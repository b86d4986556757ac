/** What a run survives, on the real engines: the loss of the graphics processor, and a loss that runs away. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Engine, EngineName, Hyper, Parameters } from '../../src/model/engine';
import type { WebglEngine } from '../../src/model/webgl/engine';
import type { Frame, View } from '../../src/worker/frameProtocol';
import { openEngine, openLayers } from '../../src/worker/openEngine';
import type { LiveConfig, RunConfig, RunUpset } from '../../src/worker/protocol';
import { Session } from '../../src/worker/session';
import { loadDigits } from '../support/digits';
import { plainHyper } from '../support/models';
import { measured } from '../support/sessions';

const LATENT = 2;

const base = { ...plainHyper, sigmaX: 0.3 };

const plainRun: Omit<RunConfig, 'engine'> = {
  images: await loadDigits(),
  holdout: 0,
  seed: 1,
  hidden: [64],
  activation: 'relu',
  latent: LATENT,
  posterior: 'diagonal',
  init: 'small-ellipses',
};

const VIEW: View = {
  axes: null,
  requests: {
    grid: { kind: 'decode', points: Float32Array.of(-1, 0, 1, 0) },
    lens: { kind: 'decode', points: Float32Array.of(0.5, 0.5) },
    strip: { kind: 'rebuild', indices: Uint32Array.of(0, 1796) },
  },
};

/** A session as the worker has it: one request at a time, and training between them. */
class Desk {
  readonly events: RunUpset[] = [];
  readonly engines: Engine[] = [];
  readonly disposed = new Set<Engine>();
  /** Whatever was saved of a run, by its step; the session's snapshots among it. */
  readonly saved = new Map<number, Parameters>();
  /** The steps that the last frame had. */
  seen = 0;
  private readonly session = new Session({
    openEngine: async (wanted, order) => {
      const chosen = await openEngine(wanted, order);
      this.watch(chosen.engine);
      return chosen;
    },
    openLayers,
    later: (task) => void this.queue(task),
    tell: () => undefined,
    emit: (event) => {
      if (event.kind === 'given') return;
      this.events.push(event);
      // Snapshots of steps that are undone count no more.
      for (const step of this.saved.keys()) if (step > event.restored) this.saved.delete(step);
    },
  });
  private last: Promise<unknown> = Promise.resolve();

  ask<T>(request: (session: Session) => T | Promise<T>): Promise<T> {
    return this.queue(async () => request(this.session));
  }

  private queue<T>(task: () => Promise<T>): Promise<T> {
    const done = this.last.then(task);
    this.last = done.catch(() => undefined);
    return done;
  }

  private watch(engine: Engine): void {
    this.engines.push(engine);
    const { save, dispose } = engine;
    engine.save = async () => {
      const parameters = await save.call(engine);
      this.saved.set(parameters.step, parameters);
      return parameters;
    };
    engine.dispose = () => {
      this.disposed.add(engine);
      dispose.call(engine);
    };
  }

  get engine(): Engine {
    return this.engines.at(-1)!;
  }

  loseContext(): void {
    (this.engine as WebglEngine).device.gl.getExtension('WEBGL_lose_context')!.loseContext();
  }

  async frame(): Promise<Frame> {
    const frame = await this.ask((session) => session.observe(VIEW));
    this.seen = frame.step;
    // Lets it train, as the page does while it draws.
    await new Promise((resolve) => setTimeout(resolve, 10));
    return frame;
  }

  /** Asks for frames until one is as wished. */
  async until(wished: (frame: Frame) => boolean): Promise<Frame> {
    for (;;) {
      const frame = await this.frame();
      if (wished(frame)) return frame;
    }
  }

  /**
   * Trains until a snapshot that is younger than `after` steps counts: sound losses of later steps have been seen.
   * @returns its step
   */
  async untilSnapshot(after = 0): Promise<number> {
    let found: number | undefined;
    await this.until(({ step }) => {
      found = [...this.saved.keys()].find((saved) => saved > after && saved < step);
      return found !== undefined;
    });
    return found!;
  }
}

const desks: Desk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) for (const engine of desk.engines) engine.dispose();
});

async function play(engine: EngineName, hyper: Hyper): Promise<{ desk: Desk; live: LiveConfig }> {
  const desk = new Desk();
  desks.push(desk);
  // What WebGL in software keeps up with: with more, frames wait for steps.
  const live = { hyper, batchSize: 64, speed: 100 };
  const summary = await desk.ask((session) => session.start({ ...plainRun, engine }, live));
  expect(summary.engine).toBe(engine);
  await desk.ask((session) => session.play(true));
  return { desk, live };
}

/** All numbers of an answer, at every depth. */
const numbersOf = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : Object.values(value ?? {}).flatMap(numbersOf);

function expectFinite(values: ArrayLike<number>, what: string): void {
  expect(
    Array.from(values).findIndex((value) => !Number.isFinite(value)),
    what,
  ).toBe(-1);
}

function expectFiniteFrame({ mu, sigma, plane, pictures, circleCoverage }: Frame): void {
  expectFinite(mu, 'mu');
  expectFinite(sigma, 'sigma');
  expectFinite(plane.mu, 'centres of the plane');
  expectFinite([circleCoverage], 'coverage');
  expect(mu).toHaveLength(1797 * LATENT);
  for (const [part, pixels] of Object.entries(pictures)) expectFinite(pixels, part);
  expect(pictures.strip).toHaveLength(2 * 64);
  expect(pictures.grid).toHaveLength(2 * 64);
}

const corners = [
  { beta: 1, noiseScale: 1 },
  { beta: 0, noiseScale: 0 },
];

describe('a lost WebGL context', () => {
  it.each(corners)(
    'costs what was trained since the last snapshot: β = $beta, s = $noiseScale',
    { timeout: 60_000 },
    async (corner) => {
      const { desk } = await play('webgl', { ...base, ...corner });
      const images = new Float32Array(3 * 64).fill(0.5);
      const sound = await desk.untilSnapshot();
      const first = desk.engine;

      // While a frame is under way, and others wait behind it.
      const asked = Promise.all([
        desk.ask((session) => session.observe(VIEW)),
        desk.ask((session) => session.encode(images)),
        desk.ask(measured),
      ]);
      await Promise.resolve();
      desk.loseContext();
      const [frame, codes, measures] = await asked;
      expectFiniteFrame(frame);
      expectFinite([...codes.mu, ...codes.logVar], 'codes');
      expectFinite(numbersOf(measures), 'measures');
      expect(desk.events).toEqual([
        {
          kind: 'engine-lost',
          restored: expect.any(Number),
          engine: 'webgl',
          engineReason: { code: 'asked', renderer: expect.stringContaining('SwiftShader'), other: null },
          arithmetic: null,
        },
      ]);
      const { restored } = desk.events[0]!;
      expect(restored).toBeGreaterThanOrEqual(sound);
      expect(desk.saved.has(restored)).toBe(true);
      expect(desk.engines).toHaveLength(2);
      expect(desk.disposed).toEqual(new Set([first]));

      // It goes on by itself, and the losses go on from where they were.
      const latest = desk.seen;
      const next = await desk.until(({ step, losses }) => step > latest && losses !== null);
      expect(next.losses!.total).toBeLessThan(50);

      // Once more, before anything is asked.
      const later = await desk.untilSnapshot(restored);
      desk.loseContext();
      const answers = [
        desk.ask((session) => session.encode(images)),
        desk.ask((session) => session.decode(Float32Array.of(0, 0))),
      ] as const;
      expectFinite((await answers[0]).mu, 'codes');
      expectFinite(await answers[1], 'image');
      await expect.poll(() => desk.events).toHaveLength(2);
      const again = desk.events[1]!;
      expect(again.kind).toBe('engine-lost');
      expect(again.restored).toBeGreaterThanOrEqual(later);
      await desk.until(({ step }) => step > again.restored + 20);
      expect(desk.events).toHaveLength(2);
      expect(desk.disposed.size).toBe(2);
    },
  );

  it('in the middle of counted steps, they are all taken', async () => {
    const { desk } = await play('webgl', base);
    await desk.untilSnapshot();
    const { step } = await desk.frame();
    const train = desk.engine.train.bind(desk.engine);
    let left = 5;
    desk.engine.train = (...batch) => {
      if (left-- === 0) desk.loseContext();
      train(...batch);
    };
    const before = await desk.ask(async (session) => {
      session.play(false);
      return (await session.save()).step;
    });
    const frame = await desk.ask((session) => session.step(10, VIEW));
    expect(before).toBeGreaterThanOrEqual(step);
    expect(desk.events).toHaveLength(1);
    expect(frame.step).toBeGreaterThanOrEqual(before);
    expect((await desk.ask((session) => session.save())).step).toBe(frame.step);
    expectFiniteFrame(frame);
  });

  it('while the engine is being changed, the change is made all the same', async () => {
    const { desk } = await play('webgl', base);
    await desk.untilSnapshot();
    const changed = desk.ask((session) => session.changeEngine('simd'));
    await Promise.resolve();
    desk.loseContext();
    expect((await changed).engine).toBe('simd');
    expect(desk.engine.name).toBe('simd');
    const { step } = await desk.frame();
    await desk.until((frame) => frame.step > step);
    // The trainer counts the steps that the parameters have had.
    const frame = await desk.ask((session) => {
      session.play(false);
      return session.observe(VIEW);
    });
    expect((await desk.ask((session) => session.save())).step).toBe(frame.step);
  });
});

describe.each(['simd', 'webgl'] as const)('a loss that runs away on %s', (engine) => {
  it.each(corners)(
    'β = $beta, s = $noiseScale: the run stops at a sound model',
    { timeout: 60_000 },
    async (corner) => {
      const hyper = { ...base, ...corner };
      const { desk, live } = await play(engine, hyper);
      await desk.untilSnapshot();
      const initial = await desk.ask((session) => {
        session.configure({ ...live, hyper: { ...hyper, learningRate: 100 } });
        return session.observe(VIEW);
      });
      // Two steps are enough; the loss is taken of the frame after them.
      const frame = await desk.until(({ step }) => desk.events.length > 0 || step > initial.step + 10_000);
      expect(desk.events).toEqual([{ kind: 'diverged', step: expect.any(Number), restored: expect.any(Number) }]);
      const { restored } = desk.events[0]!;
      expect(restored).toBeGreaterThan(0);
      expectFiniteFrame(frame);
      expect(frame).toMatchObject({ step: restored, losses: null });

      // It rests at a snapshot.
      const present = await desk.ask((session) => session.save());
      expectFinite(present.values, 'parameters');
      const snapshot = [...desk.saved.values()].find(({ step }) => step === restored)!;
      // What is saved also has the trainer's place in its random stream, which a snapshot leaves as it is.
      expect({ ...present, trainer: undefined }).toEqual(snapshot);
      expect(await desk.frame()).toMatchObject({ step: restored, stepsPerSecond: 0, losses: null });
      expectFinite(numbersOf(await desk.ask(measured)), 'measures');
      expect(desk.events).toHaveLength(1);

      // With a usable learning rate it goes on.
      await desk.ask((session) => {
        session.configure(live);
        session.play(true);
      });
      const later = await desk.until(({ step }) => step > restored + 50);
      expect(later.losses!.total).toBeLessThan(50);
      expect(desk.events).toHaveLength(1);
    },
  );
});
