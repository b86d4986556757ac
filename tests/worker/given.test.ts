import { afterEach, describe, expect, it, vi } from 'vitest';
import { klOf } from '../../src/math/posterior';
import type { View } from '../../src/worker/frameProtocol';
import { GivenLook } from '../../src/worker/given';
import * as code from '../../src/worker/jobs/given';
import type { LiveConfig, RunConfig } from '../../src/worker/protocol';
import type { Run } from '../../src/worker/run';
import type { Session } from '../../src/worker/session';
import { useBrowserPorts } from '../support/channel';
import { expectAllClose, expectClose } from '../support/close';
import { createMoment, strokes } from '../support/moments';
import { PATIENTLY } from '../support/patiently';
import { createSession, noView, plainImages, plainLive, plainRun, SIDE } from '../support/sessions';

useBrowserPorts();

const D = SIDE * SIDE;
const started: Session[] = [];

afterEach(() => {
  for (const session of started.splice(0)) session.dispose();
});

/** A session that has taken a few steps. */
async function trained(run: Partial<RunConfig> = {}, live: Partial<LiveConfig> = {}): Promise<Session> {
  const { session, events } = createSession();
  started.push(session);
  await session.start({ ...plainRun, ...run }, { ...plainLive, ...live });
  await session.step(5, noView);
  // No frame waits for the code that looks at given images.
  await session.observe(asking(new Float32Array(D)));
  await vi.waitUntil(() => events.length > 0, PATIENTLY);
  expect(events).toEqual([{ kind: 'given' }]);
  return session;
}

const asking = (images: Float32Array): View => ({ axes: null, requests: { mine: { kind: 'images', images } } });

/** Two images that the data set does not have. */
const OWN = Float32Array.from({ length: 2 * D }, (_, i) => 0.5 + 0.5 * Math.sin(i));

describe('images that a frame is asked about', () => {
  it.each(['diagonal', 'full', 'box', 'isotropic', 'point'] as const)(
    'have the posteriors and reconstructions of the moment: %s',
    async (posterior) => {
      const session = await trained({ posterior });
      const { given, pictures } = await session.observe(asking(OWN));
      const codes = await session.encode(OWN);
      const { posteriors } = given.mine!;
      expect(posteriors).toMatchObject({ family: posterior, latent: 2, ...codes });
      expectAllClose(pictures.mine!, await session.decode(codes.mu), { abs: 1e-6 }, 'decode(μ)');
    },
  );

  it.each([2, 1, 3])('have the R and the KL of the survey of one image, with codes of %i axes', async (latent) => {
    const session = await trained({ latent }, { hyper: { ...plainLive.hyper, noiseScale: 0.7 } });
    const index = 7;
    const image = plainImages.images.subarray(index * D, (index + 1) * D);
    const { given, plane } = await session.observe(asking(image));
    const said = await session.survey('posterior', { kind: 'posterior', index, axes: plane.axes, size: 8 });
    expectClose(given.mine!.reconstruction[0]!, said.reconstruction, { rel: 1e-6 }, 'R');
    expectClose(klOf(given.mine!.posteriors, 0), said.kl, { rel: 1e-6 }, 'KL');
  });

  it('are looked at in the moment of the frame while training goes on', async () => {
    const session = await trained();
    session.play(true);
    const steps = new Set<number>();
    const look = async (): Promise<boolean> => {
      const { step, mu, given } = await session.observe(asking(plainImages.images.slice(3 * D, 4 * D)));
      expectAllClose(given.mine!.posteriors.mu, mu.subarray(6, 8), { abs: 1e-6 }, `μ at step ${step}`);
      return steps.add(step).size > 3;
    };
    await vi.waitUntil(look, PATIENTLY);
    session.play(false);
  });

  it('leave the other pictures and posteriors of the frame as they are', async () => {
    const session = await trained();
    const others: View['requests'] = {
      a: { kind: 'decode', points: Float32Array.of(0, 1, 2, 3) },
      b: { kind: 'rebuild', indices: Uint32Array.of(4) },
    };
    const without = await session.observe({ axes: null, requests: others });
    const frame = await session.observe({ axes: null, requests: { ...asking(OWN).requests, ...others } });
    expect(frame.mu).toEqual(without.mu);
    for (const key of Object.keys(others)) expect(frame.pictures[key]).toEqual(without.pictures[key]);
    expect(without.given).toEqual({});
  });

  it('of another size than the model’s are left out, and so is an empty list', async () => {
    const session = await trained();
    for (const length of [0, D - 1, D + 3]) {
      const { given, pictures } = await session.observe(asking(new Float32Array(length)));
      expect(given).toEqual({});
      expect(pictures).toEqual({});
    }
  });

  it('do not change what is trained', async () => {
    const [looked, left] = [await trained(), await trained()];
    for (let i = 0; i < 3; i++) {
      await looked.step(2, asking(OWN));
      await left.step(2, noView);
    }
    expect((await looked.save()).values).toEqual((await left.save()).values);
  });
});

describe('the code that looks at given images', () => {
  /** A session that has it come when the test says so, and what looks at images of its run. */
  async function begin() {
    const architecture = { inputs: 25, hidden: [7], latent: 2, activation: 'tanh' } as const;
    const { trainer } = createMoment(architecture);
    const run = { trainer, architecture, shown: [0, 1], images: strokes, canEncode: true } as unknown as Run;
    const tries: { came(): void; failed(): void }[] = [];
    const changed = vi.fn();
    const load = () =>
      new Promise<typeof code>((resolve, reject) => {
        tries.push({ came: () => resolve(code), failed: () => reject(new Error('404')) });
      });
    const given = new GivenLook(changed, load);
    const mine = async () => (await given.look(asking(strokes.images.slice(0, 25)), run, [0, 1])).given.mine;
    return { tries, changed, mine };
  }

  it('keeps no frame waiting, and has another asked for when it has come', async () => {
    const { tries, changed, mine } = await begin();
    expect(await mine()).toBeUndefined();
    expect(await mine()).toBeUndefined();
    expect(tries).toHaveLength(1);
    expect(changed).not.toHaveBeenCalled();
    tries[0]!.came();
    await vi.waitUntil(() => changed.mock.calls.length === 1, PATIENTLY);
    expect((await mine())!.reconstruction).toHaveLength(1);
  });

  it('is told missing in one frame where it does not come, and tried again with the next', async () => {
    const { tries, changed, mine } = await begin();
    for (const count of [1, 2]) {
      expect(await mine()).toBeUndefined();
      tries.at(-1)!.failed();
      await vi.waitUntil(() => changed.mock.calls.length === count, PATIENTLY);
      expect(await mine()).toBeNull();
      expect(tries).toHaveLength(count);
    }
    expect(await mine()).toBeUndefined();
    tries.at(-1)!.came();
    await vi.waitUntil(() => changed.mock.calls.length === 3, PATIENTLY);
    expect((await mine())!.reconstruction).toHaveLength(1);
  });
});
