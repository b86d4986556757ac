import { afterEach, describe, expect, it } from 'vitest';
import { factorLevels } from '../../../src/math/factorLevels';
import { mutualInformation } from '../../../src/math/mutualInformation';
import { posteriorsOf } from '../../../src/math/posterior';
import type { Images } from '../../../src/worker/protocol';
import type { Session } from '../../../src/worker/session';
import { useBrowserPorts } from '../../support/channel';
import { run } from '../../support/run';
import { createCounted, createSession, noView, plainImages, plainLive, plainRun } from '../../support/sessions';

useBrowserPorts();

const started: Session[] = [];
afterEach(() => {
  for (const session of started.splice(0)) session.dispose();
});

const { n, labels } = plainImages;
const weight = { name: 'weight', values: Float32Array.from({ length: n }, (_, i) => (i * 17) % n), levels: null };
const kind = { name: 'kind', values: Float32Array.from({ length: n }, (_, i) => i % 3), levels: ['a', 'b', 'c'] };

async function begin(part: Partial<Images>, noiseScale = 1, made = createSession()): Promise<Session> {
  const { session } = made;
  started.push(session);
  const live = { ...plainLive, hyper: { ...plainLive.hyper, noiseScale } };
  await session.start({ ...plainRun, images: { ...plainImages, ...part } }, live);
  await session.step(5, noView);
  return session;
}

const asked = (session: Session) => session.survey('factors', { kind: 'factors' });

describe('what the axes say of factors', () => {
  it.each([1, 0.4, 0])('is that of the posteriors of all images at its step, s = %s', async (noiseScale) => {
    const session = await begin({ labels: null, factors: [weight, kind] }, noiseScale);
    const { step, axes, names, arePoints, count, ...found } = await asked(session);
    expect({ step, axes, names, arePoints, count }).toEqual({
      count: n,
      step: 5,
      axes: [0, 1],
      names: ['weight', 'kind'],
      arePoints: noiseScale === 0,
    });
    const posteriors = posteriorsOf('diagonal', 2, await session.encode(plainImages.images));
    const levels = [factorLevels(weight.values, false), factorLevels(kind.values, true)];
    expect(found).toEqual(run(mutualInformation(posteriors, noiseScale, levels) as Generator<void, typeof found>));
  });

  it('has the class before them, but where a factor is the same', async () => {
    expect((await asked(await begin({ factors: [weight] }))).names).toEqual(['class', 'weight']);
    const same = { name: 'digit', values: Float32Array.from(labels!), levels: [...'0123456789'] };
    expect((await asked(await begin({ factors: [weight, same] }))).names).toEqual(['weight', 'digit']);
  });

  const many = 8192 + 4096;
  const images = new Float32Array(many * 36);
  for (let i = 0; i < many; i++) images.set(plainImages.images.subarray((i % n) * 36, ((i % n) + 1) * 36), i * 36);

  it('is of 8,192 images where there are more, evenly from all of them', async () => {
    // Known of every third image alone: of the first two of three, which are looked at, it never is.
    const values = Float32Array.from({ length: many }, (_, i) => (i % 3 === 2 ? i % 2 : Number.NaN));
    const hidden = { name: 'hidden', values, levels: ['even', 'odd'] };
    const seen = { ...hidden, name: 'seen', values: values.map((_, i) => (i % 3 === 2 ? Number.NaN : i % 2)) };
    const session = await begin({ n: many, images, labels: null, factors: [hidden, seen] });
    const { count, entropies } = await asked(session);
    expect(count).toBe(8192);
    expect([...entropies]).toEqual([0, expect.closeTo(Math.LN2, 3)]);
  });

  it('is of the posteriors of all images, where another survey has them', async () => {
    const made = createCounted();
    const values = Float32Array.from({ length: many }, (_, i) => i % n);
    const session = await begin({ n: many, images, labels: null, factors: [{ ...weight, values }] }, 1, made);
    const alone = await asked(session);
    expect(made.count()).toBe(8192);
    await session.survey('density', { kind: 'density', window: { x: 0, y: 0, half: 3 }, size: 8 });
    expect(made.count()).toBe(many);
    expect(await asked(session)).toEqual(alone);
    expect(made.count()).toBe(0);
  });

  it('is refused where none are known', async () => {
    await expect(asked(await begin({}))).rejects.toThrow(RangeError);
    await expect(asked(await begin({ factors: [] }))).rejects.toThrow('No factors are known');
  });

  it('is kept by a run that begins again on the images that are there', async () => {
    const session = await begin({ factors: [kind] });
    await session.start({ ...plainRun, images: null, latent: 3 }, plainLive);
    const { names, information } = await asked(session);
    expect(names).toEqual(['class', 'kind']);
    expect(information).toHaveLength(6);
  });
});
