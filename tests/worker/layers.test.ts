import { describe, expect, it, vi } from 'vitest';
import { readLayers } from '../../src/formats/layersFiles';
import { createLayersEngine } from '../../src/model/layers/engine';
import type { View } from '../../src/worker/frameProtocol';
import { Session } from '../../src/worker/session';
import { convolutionalDecoder, denseDecoder, encoder, type MadeModel } from '../support/layers';
import { PATIENTLY } from '../support/patiently';
import { COUNT, measured, noView, plainImages, plainLive, plainReason, plainRun, SIDE } from '../support/sessions';
import { createTfjsEngine } from '../support/tfjs/engine';

async function pairOf(decoder: MadeModel, encoder: MadeModel | null = null) {
  return readLayers([...(await decoder.files('d')), ...((await encoder?.files('e')) ?? [])]);
}

const createSession = (): Session =>
  new Session({
    async openEngine(_, { architecture, prepare }) {
      const engine = createTfjsEngine('simd', architecture);
      prepare(engine);
      return { engine, reason: plainReason };
    },
    openLayers: createLayersEngine,
    later: () => undefined,
    emit: () => undefined,
    tell: () => undefined,
  });

const view: View = {
  axes: null,
  requests: {
    grid: { kind: 'decode', points: Float32Array.of(0, 0, 1, 1) },
    strip: { kind: 'rebuild', indices: Uint32Array.of(0, 5) },
    given: { kind: 'images', images: plainImages.images.slice(0, SIDE * SIDE) },
  },
};

describe('a model that the reader has brought', () => {
  it('is told of without touching the run under way', async () => {
    const session = createSession();
    await session.start(plainRun, plainLive);
    const pair = await pairOf(convolutionalDecoder(SIDE, SIDE), encoder(SIDE, 'apart'));
    expect(await session.inspect(pair)).toMatchObject({ width: SIDE, height: SIDE, hasEncoder: true });
    expect((await session.step(2, noView)).step).toBe(2);
    session.dispose();
  });

  it('is shown with its codes, and not trained', async () => {
    const session = createSession();
    await session.start(plainRun, plainLive);
    session.play(true);
    const pair = await pairOf(denseDecoder(SIDE), encoder(SIDE, 'together'));
    const summary = await session.start({ ...plainRun, pair }, plainLive);
    expect(summary).toMatchObject({ engine: 'layers', arithmetic: null });
    session.play(true);
    await session.observe(view);
    // No frame waits for the code that looks at given images.
    const frame = await vi.waitFor(async () => {
      const seen = await session.observe(view);
      expect(seen.given).not.toEqual({});
      return seen;
    }, PATIENTLY);
    expect(frame).toMatchObject({ step: 0, training: false, losses: null, restLosses: null });
    expect(frame.mu).toHaveLength(2 * COUNT);
    expect(frame.pictures.grid).toHaveLength(2 * SIDE * SIDE);
    expect(frame.pictures.strip).toHaveLength(2 * SIDE * SIDE);
    expect(frame.given.given!.posteriors.mu).toEqual(frame.mu.slice(0, 2));
    const measures = await measured(session);
    expect(measures.kl).toBeGreaterThan(0);
    expect(measures.reconstruction).toBeGreaterThan(0);
    await expect(session.step(1, view)).rejects.toThrow('not trained here');
    await expect(
      session.load({
        ...frame,
        architecture: { inputs: 1, hidden: [], latent: 2, activation: 'relu' },
        values: new Float32Array(1),
        first: new Float32Array(1),
        second: new Float32Array(1),
      }),
    ).rejects.toThrow(RangeError);
    expect((await session.changeEngine('webgl')).engine).toBe('layers');
    expect((await session.observe(view)).step).toBe(0);
    session.dispose();
  });

  it('has no posteriors without an encoder, but pictures', async () => {
    const session = createSession();
    await session.start({ ...plainRun, pair: await pairOf(denseDecoder(SIDE)) }, plainLive);
    const frame = await session.observe(view);
    expect(frame.mu).toHaveLength(0);
    expect(frame.circleCoverage).toBe(0);
    expect(frame.pictures.grid).toHaveLength(2 * SIDE * SIDE);
    expect(frame.pictures.strip).toHaveLength(0);
    expect(frame.given).toEqual({});
    expect(() => session.encode(plainImages.images)).toThrow('no codes');
    await expect(measured(session)).rejects.toThrow('no codes');
    session.dispose();
  });

  it('sleeps and wakes, and gives way to a model that is trained', async () => {
    const pair = await pairOf(denseDecoder(SIDE), encoder(SIDE, 'apart'));
    const first = createSession();
    await first.start({ ...plainRun, pair }, plainLive);
    const seen = await first.observe(noView);
    const sleep = structuredClone(await first.sleep());
    const second = createSession();
    await second.start({ ...plainRun, pair: structuredClone(pair) }, plainLive, sleep);
    expect((await second.observe(noView)).mu).toEqual(seen.mu);
    const summary = await second.start({ ...plainRun, images: null }, plainLive);
    expect(summary.engine).toBe('simd');
    expect((await second.step(3, noView)).step).toBe(3);
    second.dispose();
  });

  it('is refused for images of another size, and the run under way goes on', async () => {
    const session = createSession();
    await session.start(plainRun, plainLive);
    await session.step(4, noView);
    const started = session.start({ ...plainRun, pair: await pairOf(denseDecoder(SIDE + 1)) }, plainLive);
    await expect(started).rejects.toThrow('7 × 7');
    expect((await session.step(1, noView)).step).toBe(5);
    session.dispose();
  });
});
