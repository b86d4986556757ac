/** A run that sleeps and wakes in another worker goes on as if it had never slept. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Architecture } from '../../src/model/layout';
import type { EngineName, LiveConfig, RunConfig, Sleep } from '../../src/worker/protocol';
import type { Session } from '../../src/worker/session';
import {
  COUNT,
  createSession,
  drawnImages,
  measured,
  noView,
  plainImages,
  plainLive,
  plainRun,
} from '../support/sessions';
import { createSimdSession as openSimdSession } from '../support/simdSession';

const started: Session[] = [];
afterEach(() => {
  for (const session of started.splice(0)) session.dispose();
});

function createSimdSession(opened: (EngineName | 'auto')[] = []): Session {
  const session = openSimdSession({ opened });
  started.push(session);
  return session;
}

/** As between two workers, with the page in between. */
const cross = (sleep: Sleep): Sleep => structuredClone(structuredClone(sleep));

async function send(session: Session, run: RunConfig, live: LiveConfig): Promise<Session> {
  const sleep = cross(await session.sleep());
  const next = createSimdSession();
  await next.start(run, live, sleep);
  return next;
}

/** Everything that can be seen of a run, and what will decide its next steps. */
async function everything(session: Session) {
  const frame = await session.observe(noView);
  const measures = await measured(session);
  return { frame, measures, sleep: await session.sleep() };
}

const run: RunConfig = { ...plainRun, latent: 3, hidden: [9, 5] };

describe('a run that slept', () => {
  // 60 images make three batches of 16 an epoch, four are left out. Batches of 5 images of 3 axes take an odd number of
  // normal values, so that one of a pair is left over.
  it.each([
    ['before the first step', 0, 16],
    ['at the end of an epoch', 3, 16],
    ['in the middle of an epoch', 5, 16],
    ['with one value of noise left over', 7, 5],
    ['in batches of all images', 4, 500],
    ['with images that every step draws', 5, 16, drawnImages],
  ])('%s goes on to the bit', async (_, steps, batchSize, images = plainImages) => {
    const live = { ...plainLive, batchSize };
    const config = { ...run, images };
    const [slept, stayed] = [createSimdSession(), createSimdSession()];
    for (const session of [slept, stayed]) {
      await session.start(config, live);
      await session.step(steps, noView);
    }
    const woken = await send(slept, config, live);
    expect(await woken.observe(noView)).toEqual({ ...(await stayed.observe(noView)), losses: null });
    for (let i = 0; i < 9; i++) expect(await woken.step(1, noView)).toEqual(await stayed.step(1, noView));
    expect(await everything(woken)).toEqual(await everything(stayed));
  });

  it('again and again, through changes of everything that may change, goes on to the bit', async () => {
    const stayed = createSimdSession();
    let woken = createSimdSession();
    await stayed.start(run, plainLive);
    await woken.start(run, plainLive);
    for (const batchSize of [16, 5, 7, 32, 3]) {
      const hyper = { ...plainLive.hyper, beta: batchSize / 4, noiseScale: 1 / batchSize };
      const live = { ...plainLive, batchSize, hyper };
      for (const session of [stayed, woken]) {
        session.configure(live);
        await session.step(4, noView);
      }
      woken = await send(woken, run, live);
    }
    expect(await woken.step(5, noView)).toEqual(await stayed.step(5, noView));
    expect(await everything(woken)).toEqual(await everything(stayed));
  });

  it('wakes with another batch size as if it had been changed while awake', async () => {
    const [slept, stayed] = [createSimdSession(), createSimdSession()];
    for (const session of [slept, stayed]) {
      await session.start(run, plainLive);
      await session.step(4, noView);
    }
    const live = { ...plainLive, batchSize: 11 };
    const woken = await send(slept, run, live);
    stayed.configure(live);
    expect(await woken.step(6, noView)).toEqual(await stayed.step(6, noView));
    expect(await everything(woken)).toEqual(await everything(stayed));
  });

  it('keeps the axes that it showed', async () => {
    const session = createSimdSession();
    await session.start({ ...run, latent: 5 }, plainLive);
    await session.step(30, noView);
    const { plane } = await session.observe(noView);
    const woken = await send(session, { ...run, latent: 5 }, plainLive);
    expect((await woken.observe(noView)).plane).toEqual(plane);
  });

  it('goes back to where it woke when its loss is lost', async () => {
    const session = createSimdSession();
    await session.start(run, plainLive);
    await session.step(6, noView);
    const woken = await send(session, run, { ...plainLive, hyper: { ...plainLive.hyper, learningRate: 1e6 } });
    expect(await woken.step(40, noView)).toMatchObject({ step: 6 });
  });
});

describe('the engine of a run that slept', () => {
  it('serves again without a trial where the choice is left to the worker, and for the same reason', async () => {
    const session = createSimdSession();
    await session.start(run, plainLive);
    const sleep = cross(await session.sleep());
    const opened: (EngineName | 'auto')[] = [];
    const summary = await createSimdSession(opened).start(run, plainLive, sleep);
    expect(opened).toEqual(['simd']);
    expect(summary).toMatchObject({ engine: 'simd', engineReason: { code: 'faster' }, arithmetic: 'plain' });
  });

  it('is the one that is asked for where one is', async () => {
    const session = createSimdSession();
    await session.start(run, plainLive);
    const sleep = cross(await session.sleep());
    const { session: next } = createSession();
    started.push(next);
    const summary = await next.start({ ...run, engine: 'webgl' }, plainLive, sleep);
    expect(summary).toMatchObject({ engine: 'webgl', engineReason: { code: 'asked' } });
  });
});

describe('going to sleep', () => {
  it('ends the run and its engine', async () => {
    const { session, engines } = createSession();
    await session.start(plainRun, plainLive);
    session.play(true);
    await session.sleep();
    expect(engines[0]!.disposed).toBe(true);
    await expect(session.observe(noView)).rejects.toThrow('There is no run yet');
    await expect(session.sleep()).rejects.toThrow('There is no run yet');
  });

  it('hands over all that it has', async () => {
    const session = createSimdSession();
    await session.start(plainRun, plainLive);
    await session.step(4, noView);
    const { trainer, ...parameters } = await session.save();
    const sleep = await session.sleep();
    expect(sleep.parameters).toEqual(parameters);
    expect(sleep.trainer).toEqual(trainer);
    expect(sleep.trainer).toMatchObject({ step: 4, epochs: 2, cursor: 16 });
    expect(sleep.trainer.order.toSorted()).toEqual(Uint32Array.from({ length: COUNT }, (_, i) => i));
  });
});

describe('keeping a run that goes on', () => {
  it('hands over what going to sleep would, but the timeline, and the run goes on', async () => {
    const session = createSimdSession();
    await session.start({ ...run, timeline: 1e6 }, plainLive);
    await session.step(7, noView);
    const kept = cross((await session.keep())!);
    await session.step(5, noView);
    const next = createSimdSession();
    await next.start(run, plainLive, kept);
    await next.step(5, noView);
    const [here, there] = [await session.sleep(), await next.sleep()];
    expect(kept.timeline).toBeNull();
    expect(there).toEqual({ ...here, timeline: null });
  });

  it('keeps no moment of the past, and no parameters that are no numbers', async () => {
    const session = createSimdSession();
    await session.start({ ...plainRun, timeline: 1e6 }, plainLive);
    await session.step(40, noView);
    await session.travel({ kind: 'step', step: 0 }, noView);
    expect(await session.keep()).toBeNull();
    await session.travel({ kind: 'newest' }, noView);
    const kept = await session.keep();
    expect(kept).toMatchObject({ trainer: { step: 40 } });
    const values = kept!.parameters.values.map((value, i) => (i === 3 ? Number.NaN : value));
    await session.load({ ...kept!.parameters, values });
    expect(await session.keep()).toBeNull();
  });
});

describe('waking', () => {
  it('refuses a run of other images or another model, and the run under way goes on', async () => {
    const { session: other } = createSession();
    started.push(other);
    const images = { n: 7, width: 6, height: 6, images: new Float32Array(7 * 36) };
    await other.start({ ...plainRun, images }, plainLive);
    const sleep = await other.sleep();
    const { session } = createSession();
    started.push(session);
    await session.start(plainRun, plainLive);
    await session.step(2, noView);
    await expect(session.start({ ...plainRun, images: null }, plainLive, sleep)).rejects.toThrow('7 images');
    expect(await session.step(1, noView)).toMatchObject({ step: 3 });
  });

  it('refuses a run on another choice of the images', async () => {
    const session = createSimdSession();
    await session.start({ ...plainRun, holdout: 0.2 }, plainLive);
    const sleep = await session.sleep();
    expect(sleep.trainer.order).toHaveLength(0.8 * COUNT);
    await expect(session.start({ ...plainRun, images: null }, plainLive, sleep)).rejects.toThrow('48 images');
    await session.start({ ...plainRun, images: null, holdout: 0.2 }, plainLive, sleep);
    expect(await session.save()).toMatchObject({ trainer: sleep.trainer });
  });

  it('refuses parameters of another model', async () => {
    const session = createSimdSession();
    await session.start(plainRun, plainLive);
    const sleep = await session.sleep();
    const architecture: Partial<Architecture> = { hidden: [8] };
    await expect(session.start({ ...plainRun, ...architecture }, plainLive, sleep)).rejects.toThrow(RangeError);
  });
});
