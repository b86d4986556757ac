import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { generateStrokes } from '../../src/data/sets/strokes';
import type { Chosen } from '../../src/model/choose';
import { type Client, createClient } from '../../src/worker/client';
import type { View } from '../../src/worker/frameProtocol';
import type { EngineOrder } from '../../src/worker/keeper';
import type { RunConfig, RunEvent } from '../../src/worker/protocol';
import { noView, plainImages, plainLive, plainReason, plainRun, SIDE } from '../support/sessions';
import '../support/cpu';

// The choice of hardware is the browser's business: here is tfjs's cpu backend.
vi.mock('../../src/worker/openEngine', async () => {
  const { createTfjsEngine } = await import('../support/tfjs/engine');
  return {
    openLayers: () => Promise.reject(new Error('none is wanted')),
    openEngine: async (_: unknown, { architecture, prepare }: EngineOrder): Promise<Chosen> => {
      const engine = createTfjsEngine('simd', architecture);
      prepare(engine);
      return { engine, reason: plainReason };
    },
  };
});

/** The worker's script behind a client, in this thread; what crosses is cloned and transferred as between threads. */
async function connect(): Promise<Client> {
  const page = new EventTarget();
  const cross = <T>(data: T, transfer: Transferable[] = []): T => structuredClone(data, { transfer });
  const scope: { onmessage: (event: { data: unknown }) => void; postMessage: (data: unknown, t?: []) => void } = {
    onmessage: () => undefined,
    postMessage: (data, transfer) => {
      page.dispatchEvent(new MessageEvent('message', { data: cross(data, transfer) }));
    },
  };
  vi.stubGlobal('self', scope);
  await import('../../src/worker/worker');
  return createClient({
    postMessage: (data: unknown, transfer: Transferable[]) => scope.onmessage({ data: cross(data, transfer) }),
    addEventListener: page.addEventListener.bind(page),
    terminate: () => undefined,
  } as unknown as Worker);
}

describe('the worker', () => {
  let client: Client;

  beforeAll(async () => {
    client = await connect();
  });

  afterAll(() => {
    vi.unstubAllGlobals();
  });

  it('tells what went wrong, by name', async () => {
    await expect(client.request('survey', { key: 'measure', job: { kind: 'measure' } })).rejects.toThrow(
      'There is no run yet',
    );
    const images = { n: 2, width: 3, height: 3, images: new Float32Array(5) };
    const failed = client.request('start', { run: { ...plainRun, images }, live: plainLive, wake: null });
    await expect(failed).rejects.toMatchObject({ name: 'RangeError', message: expect.stringContaining('5 pixels') });
  });

  it('has all of more images than cross at once', async () => {
    const { n, width, height, images } = plainImages;
    const blank = 30_000;
    const many = new Float32Array((blank + n) * width * height);
    many.set(images, blank * width * height);
    const copies = vi.spyOn(many, 'slice');
    // The last image, as the initial parameters of the seed rebuild it.
    const rebuilt = async (run: RunConfig, index: number): Promise<Float32Array> => {
      await client.request('start', { run, live: plainLive, wake: null });
      const view: View = { axes: null, requests: { last: { kind: 'rebuild', indices: Uint32Array.of(index) } } };
      return (await client.request('frame', { view })).pictures.last!;
    };
    const expected = await rebuilt(plainRun, n - 1);
    const lent = { n: blank + n, width, height, images: many };
    expect(await rebuilt({ ...plainRun, images: lent }, blank + n - 1)).toEqual(expected);
    expect(copies.mock.calls.length).toBeGreaterThan(1);
  });

  it('keeps none of the images before where others have not come', async () => {
    await client.request('start', { run: plainRun, live: plainLive, wake: null });
    const images = new Float32Array(2 ** 21);
    const { slice } = images;
    images.slice = (from, to) => {
      if (from! > 0) throw new RangeError('Array buffer allocation failed');
      return slice.call(images, from, to);
    };
    const lent = { n: 2, width: 1024, height: 1024, images };
    const first = client.request('start', { run: { ...plainRun, images: lent }, live: plainLive, wake: null });
    const second = client.request('start', { run: { ...plainRun, images: null }, live: plainLive, wake: null });
    const frame = client.request('frame', { view: noView });
    await expect(first).rejects.toThrow('Array buffer allocation failed');
    await expect(second).rejects.toMatchObject({ name: 'NotLentError' });
    expect((await frame).mu, 'the run under way goes on').toHaveLength(2 * plainImages.n);
  });

  it('answers whether it lives while steps are taken', async () => {
    await client.request('start', { run: plainRun, live: plainLive, wake: null });
    let ms = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (ms += 200));
    let isOver = false;
    const steps = client.request('step', { count: 40, view: noView }).finally(() => {
      isOver = true;
    });
    // In a task of its own: the steps are under way by then, and have others take their turn.
    await new Promise((resolve) => setTimeout(resolve));
    await client.request('ping', {});
    expect(isOver).toBe(false);
    expect((await steps).step).toBe(40);
    clock.mockRestore();
  });

  it('answers every request, in order, and goes on after a failure', async () => {
    const order: string[] = [];
    const note = <T>(name: string, promise: Promise<T>): Promise<T> => promise.finally(() => order.push(name));
    const images = generateStrokes({ seed: 8, count: 2, size: SIDE }).images;
    const start = note('start', client.request('start', { run: plainRun, live: plainLive, wake: null }));
    const step = note('step', client.request('step', { count: 3, view: noView }));
    const bad = note('bad', client.request('decode', { z: new Float32Array(3) }));
    const codes = note('encode', client.request('encode', { images }));
    const saved = note('save', client.request('save', {}));
    const measures = note('measure', client.request('survey', { key: 'measure', job: { kind: 'measure' } }));
    await expect(bad).rejects.toMatchObject({ name: 'RangeError' });
    expect(await start).toMatchObject({ engine: 'simd', engineReason: plainReason, arithmetic: null });
    expect(await step).toMatchObject({ step: 3, epoch: 1 });
    expect((await codes).mu).toHaveLength(4);
    expect((await saved).step).toBe(3);
    expect(await measures).toMatchObject({ step: 3, kl: expect.any(Number), gridMass: expect.any(Number) });
    expect(order).toEqual(['start', 'step', 'bad', 'encode', 'save', 'measure']);
  });

  it('keeps its own numbers when it hands over an answer', async () => {
    const view: View = { axes: null, requests: { grid: { kind: 'decode', points: Float32Array.of(0, 0, 1, 1) } } };
    const first = await client.request('frame', { view });
    const saved = await client.request('save', {});
    for (let i = 0; i < 3; i++) {
      const again = await client.request('frame', { view });
      expect(again).toEqual({ ...first, losses: null });
      expect(await client.request('save', {})).toEqual(saved);
    }
    expect(first.pictures.grid).toHaveLength(2 * SIDE * SIDE);
    await client.request('start', { run: { ...plainRun, images: null }, live: plainLive, wake: null });
    expect((await client.request('frame', { view })).mu).toEqual((await client.request('frame', { view })).mu);
  });

  it('configures, loads and plays', async () => {
    const saved = await client.request('save', {});
    const live = { ...plainLive, hyper: { ...plainLive.hyper, beta: 7 } };
    expect(await client.request('configure', { live })).toBeNull();
    expect((await client.request('step', { count: 2, view: noView })).beta).toBe(7);
    expect(await client.request('load', { parameters: saved })).toBeNull();
    expect(await client.request('save', {})).toEqual(saved);
    expect(await client.request('play', { playing: false })).toBeNull();
  });

  it('changes the engine under a run', async () => {
    const saved = await client.request('save', {});
    const summary = await client.request('engine', { engine: 'webgl' });
    expect(summary).toEqual({ engine: 'simd', engineReason: plainReason, arithmetic: null });
    expect(await client.request('save', {})).toEqual(saved);
  });

  it('tells of what happens to a run unasked', async () => {
    const events: RunEvent[] = [];
    client.onEvent((event) => events.push(event));
    const hyper = { ...plainLive.hyper, learningRate: 1e6 };
    await client.request('start', { run: { ...plainRun, images: null }, live: { ...plainLive, hyper }, wake: null });
    await client.request('step', { count: 30, view: noView });
    expect(events).toEqual([{ kind: 'diverged', step: 30, restored: 0 }]);
  });
});
