/** What a frame says of a run at rest. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../src/model/engine';
import type { Frame } from '../../src/worker/frameProtocol';
import type { Session } from '../../src/worker/session';
import { useBrowserPorts } from '../support/channel';
import { expectClose } from '../support/close';
import { PATIENTLY } from '../support/patiently';
import { createSession, measured, noView, plainLive, plainRun } from '../support/sessions';

useBrowserPorts();

const started: Session[] = [];
afterEach(() => {
  for (const session of started.splice(0)) session.dispose();
});

/** A session that counts the calls of `evaluate`. */
async function begin(change: (engine: Engine) => Engine = (engine) => engine, holdout = 0) {
  const count = { evaluated: 0 };
  const made = createSession((plain) => {
    const engine = change(plain);
    return {
      ...engine,
      evaluate(...batch) {
        count.evaluated += 1;
        return engine.evaluate(...batch);
      },
    };
  });
  await made.session.start({ ...plainRun, holdout }, plainLive);
  started.push(made.session);
  return { ...made, count };
}

const withHyper = (change: Partial<typeof plainLive.hyper>) => ({
  ...plainLive,
  hyper: { ...plainLive.hyper, ...change },
});

async function expectMeasured(session: Session, frame: Frame): Promise<void> {
  const { training, step, circleCoverage } = await measured(session);
  const { reconstruction, regulariser } = training;
  expect(frame.training).toBe(false);
  expect(frame.step).toBe(step);
  expect(frame.circleCoverage).toBe(circleCoverage);
  expect(frame.restLosses).toMatchObject({ reconstruction, regulariser });
  expectClose(frame.restLosses!.total, reconstruction + frame.beta * regulariser, { rel: 1e-12 }, 'total');
}

describe('a frame at rest', () => {
  it('has the very losses of measure, before the first step and after others', async () => {
    const { session } = await begin();
    await expectMeasured(session, await session.observe(noView));
    await expectMeasured(session, await session.step(7, noView));
    session.configure(withHyper({ beta: 4, noiseScale: 0.3, likelihood: 'gaussian', sigmaX: 0.4 }));
    await expectMeasured(session, await session.observe(noView));
  });

  it('has those of the images that are trained on alone', async () => {
    const { session } = await begin((engine) => engine, 0.4);
    await session.step(7, noView);
    const { training, heldOut, reconstruction } = await measured(session);
    expect(heldOut!.reconstruction).not.toBe(training.reconstruction);
    expect(reconstruction).not.toBe(training.reconstruction);
    await expectMeasured(session, await session.observe(noView));
  });

  it('follows while training does not, and none does while it goes on', async () => {
    const { session } = await begin();
    session.play(true);
    const seen: Frame[] = [];
    await vi.waitUntil(async () => {
      seen.push(await session.observe(noView));
      return seen.at(-1)!.step > 3;
    }, PATIENTLY);
    for (const { training, restLosses } of seen) expect([training, restLosses]).toEqual([true, null]);
    session.play(false);
    await expectMeasured(session, await session.observe(noView));
  });

  it('is none while the run waits for its turn, and follows when it rests after all', async () => {
    const { session, count } = await begin();
    await session.step(3, noView);
    const { evaluated } = count;
    session.play(true);
    session.play(false, true);
    expect(await session.observe(noView)).toMatchObject({ training: false, restLosses: null });
    expect(count.evaluated).toBe(evaluated);
    session.play(false);
    await expectMeasured(session, await session.observe(noView));
    session.play(false, true);
    await expectMeasured(session, await session.step(1, noView));
  });

  it('ends a loss that was lost', async () => {
    const { session, events } = await begin();
    session.configure(withHyper({ learningRate: 1e6 }));
    const frame = await session.step(30, noView);
    expect(events).toHaveLength(1);
    expect(frame.step).toBe(0);
    await expectMeasured(session, frame);
  });

  it('evaluates once, however often it is looked at and whatever β is', async () => {
    const { session, count } = await begin();
    const first = await session.step(3, noView);
    expect(count.evaluated).toBe(1);
    for (const beta of [0, 0.5, 8]) {
      session.configure(withHyper({ beta, learningRate: beta }));
      const { restLosses } = await session.observe({
        axes: null,
        requests: { lens: { kind: 'decode', points: Float32Array.of(beta, 0) } },
      });
      const { reconstruction, regulariser } = first.restLosses!;
      expect(restLosses).toEqual({ reconstruction, regulariser, total: reconstruction + beta * regulariser });
    }
    await measured(session);
    expect(count.evaluated).toBe(1);
  });

  it.each<[string, (session: Session) => unknown]>([
    ['a step', (session) => session.step(1, noView)],
    ['another noise scale', (session) => session.configure(withHyper({ noiseScale: 0.5 }))],
    ['another likelihood', (session) => session.configure(withHyper({ likelihood: 'squared' }))],
    ['another σ̃', (session) => session.configure(withHyper({ sigmaX: 0.7 }))],
    ['another regulariser', (session) => session.configure(withHyper({ regulariser: 'simple' }))],
    ['another engine', (session) => session.changeEngine('webgl')],
  ])('evaluates again after %s', async (_, change) => {
    const { session, count } = await begin();
    await session.step(3, noView);
    await change(session);
    await expectMeasured(session, await session.observe(noView));
    expect(count.evaluated).toBe(2);
  });

  it('evaluates again after other parameters of the same step', async () => {
    const [{ session, count }, other] = [await begin(), await begin()];
    const mine = await session.step(3, noView);
    other.session.configure(withHyper({ learningRate: 0.1 }));
    await other.session.step(3, noView);
    await session.load(await other.session.save());
    const theirs = await session.observe(noView);
    expect(count.evaluated).toBe(2);
    expect(theirs.step).toBe(mine.step);
    expect(theirs.restLosses).not.toEqual(mine.restLosses);
    await expectMeasured(session, theirs);
  });

  it('leaves the run as it would have been', async () => {
    const [looked, plain] = [await begin(), await begin()];
    for (let i = 0; i < 8; i++) {
      await looked.session.step(1, noView);
      await looked.session.observe(noView);
    }
    await plain.session.step(8, noView);
    expect(await looked.session.save()).toEqual(await plain.session.save());
  });

  it('that could not be evaluated is evaluated anew', async () => {
    let fails = true;
    const { session } = await begin((engine) => ({
      ...engine,
      async evaluate(...batch) {
        if (fails) throw new Error('not now');
        return engine.evaluate(...batch);
      },
    }));
    await expect(session.observe(noView)).rejects.toThrow('not now');
    fails = false;
    await expectMeasured(session, await session.observe(noView));
  });
});
