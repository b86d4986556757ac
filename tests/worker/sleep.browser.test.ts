/** A run on the hardware of a browser that sleeps, wakes elsewhere, and goes on where it was. */
import { afterEach, expect, it } from 'vitest';
import type { View } from '../../src/worker/frameProtocol';
import { openEngine, openLayers } from '../../src/worker/openEngine';
import type { EngineName, LiveConfig, RunConfig } from '../../src/worker/protocol';
import { Session } from '../../src/worker/session';
import { expectAllClose } from '../support/close';
import { loadDigits } from '../support/digits';
import { plainHyper } from '../support/models';

const images = await loadDigits();

const live: LiveConfig = {
  hyper: { ...plainHyper, sigmaX: 0.3 },
  batchSize: 33,
  speed: 0,
};
const view: View = { axes: null, requests: { strip: { kind: 'rebuild', indices: Uint32Array.of(3, 1700) } } };

const started: Session[] = [];
afterEach(() => {
  for (const session of started.splice(0)) session.dispose();
});

function createSession(): Session {
  const session = new Session({
    openEngine,
    openLayers,
    later: () => undefined,
    emit: () => undefined,
    tell: () => undefined,
  });
  started.push(session);
  return session;
}

it.each<[EngineName, number]>([
  ['simd', 0],
  ['webgl', 1e-5],
])('on %s within %d', async (engine, tolerance) => {
  const run: RunConfig = {
    images,
    holdout: 0,
    seed: 1,
    hidden: [24],
    activation: 'gelu',
    latent: 3,
    posterior: 'diagonal',
    init: 'small-ellipses',
    engine,
  };
  const [slept, stayed, woken] = [createSession(), createSession(), createSession()];
  for (const session of [slept, stayed]) {
    await session.start(run, live);
    await session.step(60, view);
  }
  await woken.start({ ...run, engine: 'auto' }, live, structuredClone(await slept.sleep()));
  const [actual, expected] = [await woken.step(40, view), await stayed.step(40, view)];
  expect(actual.step).toBe(100);
  expect(actual.epoch).toBe(expected.epoch);
  expectAllClose(actual.mu, expected.mu, { abs: tolerance }, 'mu');
  expectAllClose(actual.sigma, expected.sigma, { abs: tolerance }, 'sigma');
  expectAllClose(actual.pictures.strip!, expected.pictures.strip!, { abs: tolerance }, 'strip');
  const { parameters } = await woken.sleep();
  const { parameters: theirs, serving } = await stayed.sleep();
  expect(serving.engine).toBe(engine);
  for (const which of ['values', 'first', 'second'] as const) {
    expectAllClose(parameters[which], theirs[which], { abs: tolerance }, which);
  }
});
