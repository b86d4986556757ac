/** Surveys of a run: of which moment they are, and what ends them. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aggregatedPosterior } from '../../src/math/density';
import { onPlane } from '../../src/math/posterior';
import type { Engine } from '../../src/model/engine';
import type { Session } from '../../src/worker/session';
import { useBrowserPorts } from '../support/channel';
import { expectAllClose } from '../support/close';
import { PATIENTLY } from '../support/patiently';
import { run } from '../support/run';
import {
  COUNT,
  createCounted,
  createSession,
  measured,
  noView,
  plainLive,
  plainRun,
  type TestSession,
} from '../support/sessions';

useBrowserPorts();

/** A busy machine is no failure. */

const started: Session[] = [];
afterEach(() => {
  for (const session of started.splice(0)) session.dispose();
});

async function begin<T extends TestSession>(made: T) {
  await made.session.start(plainRun, plainLive);
  started.push(made.session);
  return made;
}

/** A session whose engines let surveys wait until `release`, and write down what is disposed of, in order. */
async function beginHeld() {
  const waiting: (() => void)[] = [];
  const disposed: string[] = [];
  const made = createSession(
    (engine, index): Engine => ({
      ...engine,
      still() {
        const still = engine.still();
        return {
          ...still,
          async encode(images) {
            const codes = await still.encode(images);
            await new Promise<void>((resolve) => waiting.push(resolve));
            return codes;
          },
          dispose() {
            disposed.push(`parameters of ${index}`);
            still.dispose();
          },
        };
      },
      dispose() {
        disposed.push(`engine ${index}`);
        engine.dispose();
      },
    }),
  );
  await begin(made);
  /** Resolves when a survey waits for its codes. */
  const underWay = (): Promise<boolean> => vi.waitUntil(() => waiting.length > 0, PATIENTLY);
  const release = (): void => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  return { ...made, disposed, underWay, release };
}

describe('a survey', () => {
  it('is of the moment when it was asked for, however many steps are taken meanwhile', async () => {
    const { session, underWay, release, disposed } = await beginHeld();
    const { session: still } = await begin(createSession());
    for (const each of [session, still]) await each.step(5, noView);
    const asked = measured(session);
    await underWay();
    session.play(true);
    await vi.waitUntil(async () => (await session.observe(noView)).step > 30, PATIENTLY);
    session.configure({ ...plainLive, hyper: { ...plainLive.hyper, noiseScale: 0.1 } });
    release();
    const measures = await asked;
    expect(measures).toEqual(await measured(still));
    expect(measures.step).toBe(5);
    expect(disposed).toEqual(['parameters of 0']);
  });

  it('is of the plane that the last frame showed, whichever axes the reader has named', async () => {
    const { session } = createSession();
    started.push(session);
    await session.start({ ...plainRun, latent: 3 }, plainLive);
    const window = { x: 0, y: 0, half: 2 };
    for (const named of [[2, 1], [1, 2], null] as const) {
      const { plane, ...posteriors } = await session.observe({ axes: named, requests: {} });
      if (named !== null) expect(plane.axes).toEqual(named);
      const { values, axes } = await session.survey('density', { kind: 'density', window, size: 8 });
      expect(axes).toEqual(plane.axes);
      const expected = run(aggregatedPosterior(onPlane(posteriors, plane.axes), window, 8)).values;
      expectAllClose(values, expected, { abs: 1e-9, rel: 1e-5 }, 'density');
      expect((await measured(session)).axes).toEqual(plane.axes);
    }
  });

  it('tells what share of it is done, where that is known', async () => {
    const { session } = await begin(createSession());
    const shares: number[] = [];
    const job = { kind: 'geodesic', from: [-1, 0], to: [1, 0.5], images: 3 } as const;
    const { converged } = await session.survey('geodesic', job, (share) => shares.push(share));
    expect(converged).toBe(true);
    expect(shares.at(-1)).toBe(1);
  });

  it('is ended by its key, and gives its parameters back; others go on', async () => {
    const { session, underWay, release, disposed } = await beginHeld();
    const [one, other] = [session.survey('one', { kind: 'measure' }), session.survey('other', { kind: 'measure' })];
    await underWay();
    session.endSurvey('one');
    await expect(one).rejects.toMatchObject({ name: 'AbortError' });
    expect(disposed).toEqual(['parameters of 0']);
    session.endSurvey('one');
    const end = setInterval(release, 1);
    expect(await other).toMatchObject({ step: 0 });
    clearInterval(end);
    expect(disposed).toHaveLength(2);
  });

  it('leaves the run as it would have been', async () => {
    const [surveyed, plain] = [await begin(createSession()), await begin(createSession())];
    for (let i = 0; i < 6; i++) {
      const asked = measured(surveyed.session);
      await surveyed.session.step(1, noView);
      await asked;
    }
    await plain.session.step(6, noView);
    expect(await surveyed.session.save()).toEqual(await plain.session.save());
  });

  it('is ended by a newer one of its key alone', async () => {
    const { session, underWay, release } = await beginHeld();
    const first = session.survey('numbers', { kind: 'measure' });
    const other = session.survey('script', { kind: 'measure' });
    await underWay();
    await session.step(1, noView);
    const second = session.survey('numbers', { kind: 'measure' });
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    const timer = setInterval(release, 1);
    expect((await other).step).toBe(0);
    expect((await second).step).toBe(1);
    clearInterval(timer);
  });
});

describe('surveys of one moment', () => {
  const window = { x: 0, y: 0, half: 2 };
  const surveys = (session: Session, name = '') =>
    Promise.all([
      session.survey(`${name}uncovered`, { kind: 'uncovered', window, size: 16 }),
      session.survey(`${name}density`, { kind: 'density', window, size: 16 }),
      session.survey(`${name}questions`, { kind: 'questions' }),
      session.survey(`${name}measure`, { kind: 'measure' }),
    ]);

  it('have its images encoded once, and each answers as it would alone', async () => {
    const { session, count } = await begin(createCounted());
    await session.step(7, noView);
    const answers = await surveys(session);
    expect(count()).toBe(COUNT);
    // Later, too, while no step is taken.
    expect(await surveys(session)).toEqual(answers);
    expect(count()).toBe(0);
    for (const [i, kind] of (['uncovered', 'density', 'questions', 'measure'] as const).entries()) {
      const { session: alone } = await begin(createSession());
      await alone.step(7, noView);
      expect(await alone.survey(kind, { kind, window, size: 16 } as never)).toEqual(answers[i]);
    }
  });

  it('share nothing with those of another moment, be it of the same step', async () => {
    const { session, count } = await begin(createCounted());
    const [, , , before] = await surveys(session);
    expect(count()).toBe(COUNT);
    await session.step(1, noView);
    const [, , , after] = await surveys(session);
    expect(count()).toBe(COUNT);
    expect(after.mutualInformation).not.toBe(before.mutualInformation);
    const saved = await session.save();
    await session.load({ ...saved, values: saved.values.map((value) => 2 * value) });
    const [, , , loaded] = await surveys(session);
    expect(count()).toBe(COUNT);
    expect(loaded.step).toBe(after.step);
    expect(loaded.mutualInformation).not.toBe(after.mutualInformation);
  });
});

describe('with its moment ends a survey', () => {
  it.each<[string, (session: Session) => unknown]>([
    ['of a run that sleeps', (session) => session.sleep()],
    ['of a run that begins again', (session) => session.start({ ...plainRun, images: null }, plainLive)],
    ['of a run that goes on from other parameters', async (session) => session.load(await session.save())],
    ['of an engine that is left for another', (session) => session.changeEngine('webgl')],
    ['of a session that is over', (session) => session.dispose()],
    [
      'of a loss that is lost',
      (session) => {
        session.configure({ ...plainLive, hyper: { ...plainLive.hyper, learningRate: 1e6 } });
        return session.step(30, noView);
      },
    ],
  ])('%s', async (_, change) => {
    const { session, underWay, disposed } = await beginHeld();
    const asked = measured(session);
    await underWay();
    await Promise.all([expect(asked).rejects.toMatchObject({ name: 'AbortError' }), change(session)]);
    // What computes with an engine is gone before the engine.
    expect(disposed[0]).toBe('parameters of 0');
    expect(disposed.filter((what) => what === 'parameters of 0')).toHaveLength(1);
  });

  it('of an engine that is lost, which the run survives', async () => {
    let lost = false;
    const made = createSession((engine, index): Engine => {
      if (index > 0) return engine;
      const guard = (): void => {
        if (lost) throw Object.assign(new Error('the context is lost'), { name: 'ContextLostError' });
      };
      return {
        ...engine,
        still: () => ({
          ...engine.still(),
          async encode() {
            guard();
            return new Promise(() => undefined);
          },
        }),
        async observe(request) {
          guard();
          return engine.observe(request);
        },
      };
    });
    const { session, engines, events, settle } = await begin(made);
    const early = measured(session);
    await new Promise((resolve) => setTimeout(resolve));
    lost = true;
    // One that finds the engine lost before the hardware has said so.
    const late = session.survey('late', { kind: 'posterior', index: 0, axes: [0, 1], size: 8 });
    await expect(late).rejects.toMatchObject({ name: 'AbortError', message: 'The engine was lost' });
    engines[0]!.order.lost();
    await settle();
    await expect(early).rejects.toMatchObject({ name: 'AbortError' });
    expect(events).toMatchObject([{ kind: 'engine-lost' }]);
    expect(await measured(session)).toMatchObject({ step: 0 });
  });
});
