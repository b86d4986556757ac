/** Codes of single images in frames: z = μ + s·L·ε and its picture, of the frame's own moment. */
import { afterEach, describe, expect, it } from 'vitest';
import { reparameterised } from '../../src/math/draws';
import { FAMILIES } from '../../src/math/family';
import type { SampleRequest, View } from '../../src/worker/frameProtocol';
import type { Session } from '../../src/worker/session';
import { useBrowserPorts } from '../support/channel';
import { expectAllClose } from '../support/close';
import { plainHyper } from '../support/models';
import { COUNT, createSession, plainLive, plainRun } from '../support/sessions';

useBrowserPorts();

const started: Session[] = [];
afterEach(() => {
  for (const session of started.splice(0)) session.dispose();
});

const asking = (index: number, noise: readonly [number, number]): View => ({
  axes: null,
  requests: { before: { kind: 'decode', points: Float32Array.of(0, 0) }, mine: { kind: 'sample', index, noise } },
});

describe('a sample of an image', () => {
  it.each(FAMILIES)('is decoded from the posterior of the same moment, which comes with it: %s', async (posterior) => {
    const { session } = createSession();
    started.push(session);
    await session.start({ ...plainRun, posterior }, { ...plainLive, hyper: { ...plainHyper, noiseScale: 0.7 } });
    for (const noise of [
      [0.5, -1],
      [-2, 0.25],
    ] as const) {
      const frame = await session.step(5, asking(7, noise));
      const { posteriors } = frame.view.requests.mine as SampleRequest;
      expectAllClose(posteriors!.mu, frame.mu.subarray(14, 16), { abs: 1e-6 }, 'μ');
      expectAllClose(posteriors!.sigma, frame.sigma.subarray(14, 16), { abs: 1e-6 }, 'σ');
      const z = reparameterised(frame, 7, 0.7, noise);
      expectAllClose(frame.pictures.mine!, await session.decode(z), { abs: 1e-5 }, 'picture');
      expect(frame.pictures.before).toHaveLength(36);
    }
  });

  it('has noise on the axes of the plane alone', async () => {
    const { session } = createSession();
    started.push(session);
    await session.start({ ...plainRun, latent: 4, posterior: 'full' }, plainLive);
    const frame = await session.step(5, { ...asking(3, [1, -2]), axes: [3, 1] });
    const z = reparameterised(frame, 3, 1, [0, -2, 0, 1]);
    expectAllClose(frame.pictures.mine!, await session.decode(z), { abs: 1e-5 }, 'picture');
  });

  it('is of the moment of the frame, however the run trains on meanwhile', async () => {
    const { session } = createSession();
    started.push(session);
    await session.start(plainRun, plainLive);
    session.play(true);
    let seen = await session.observe(asking(7, [0.5, -1]));
    while (seen.step < 3) {
      // Steps are taken when nothing else is done.
      await new Promise((resolve) => setImmediate(resolve));
      seen = await session.observe(asking(7, [0.5, -1]));
    }
    session.play(false);
    // The same seed comes through the same moment.
    const again = createSession().session;
    started.push(again);
    await again.start(plainRun, plainLive);
    const { pictures } = await again.step(seen.step, asking(7, [0.5, -1]));
    expectAllClose(seen.pictures.mine!, pictures.mine!, { abs: 0 }, 'picture');
  });

  it('has neither picture nor posterior where there is no such image', async () => {
    const { session } = createSession();
    started.push(session);
    await session.start(plainRun, plainLive);
    const frame = await session.observe(asking(COUNT, [0, 0]));
    expect(Object.keys(frame.pictures)).toEqual(['before']);
    expect(frame.view.requests.mine).toEqual({ kind: 'sample', index: COUNT, noise: [0, 0] });
  });
});
