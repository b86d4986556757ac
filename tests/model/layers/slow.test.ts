/** A model that the thread itself computes, slowly. */
import * as layers from '@tensorflow/tfjs-layers';
import { afterEach, describe, expect, it } from 'vitest';
import { readLayers } from '../../../src/formats/layersFiles';
import { createCallSize } from '../../../src/model/layers/callSize';
import { createLayersEngine } from '../../../src/model/layers/engine';
import { tf } from '../../support/cpu';
import { made } from '../../support/layers';

/** Ms of a row. */
const ROW = 25;

/** Rows of each call. */
let calls: number[] = [];

/** Gives back what it gets, and takes its time. */
class Slow extends layers.layers.Layer {
  static className = 'SlowOfThisTest';

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const [input] = [inputs].flat() as [tf.Tensor];
    const end = performance.now() + ROW * input.shape[0]!;
    while (performance.now() < end);
    calls.push(input.shape[0]!);
    return input.clone();
  }

  override computeOutputShape(shape: layers.Shape): layers.Shape {
    return shape;
  }
}
tf.serialization.registerClass(Slow);

function slowDecoder() {
  const model = layers.sequential();
  model.add(layers.layers.dense({ units: 4, inputShape: [2] }));
  model.add(new Slow({}));
  return made(model);
}

const open = async () => createLayersEngine(readLayers(await slowDecoder().files('slow')));

/** Posts messages one after another, as a page that asks whether its worker lives; how long each waited, in ms. */
function pings() {
  const { port1, port2 } = new MessageChannel();
  let posted = performance.now();
  const waits: number[] = [];
  port1.onmessage = () => {
    waits.push(performance.now() - posted);
    posted = performance.now();
    port2.postMessage(null);
  };
  port2.postMessage(null);
  return {
    stop(): number[] {
      port1.close();
      return waits;
    },
  };
}

afterEach(() => {
  calls = [];
});

describe('a slow model', () => {
  it('leaves the thread to messages between calls of about 100 ms', async () => {
    const engine = await open();
    const asking = pings();
    const codes = new Float32Array(2 * 40);
    // As a frame: several of its parts at once.
    const [decoded] = await Promise.all([engine.decode(codes, 'bernoulli'), engine.decode(codes, 'bernoulli')]);
    const waits = asking.stop();
    expect(decoded).toHaveLength(4 * 40);
    expect(waits.filter((ms) => ms > ROW).length).toBeGreaterThan(10);
    // Half of what both take.
    expect(Math.max(...waits)).toBeLessThan(40 * ROW);
    expect(calls[0]).toBe(1);
    expect(Math.max(...calls)).toBeLessThanOrEqual(4);
    engine.dispose();
  });

  it('does not go on for a job that was ended, nor after the end of its engine', async () => {
    const engine = await open();
    const still = engine.still();
    const ended = still.decode(new Float32Array(2 * 40), 'bernoulli');
    const left = engine.decode(new Float32Array(2 * 40), 'bernoulli');
    setTimeout(() => still.dispose(), 2 * ROW);
    await expect(ended).rejects.toMatchObject({ name: 'AbortError' });
    engine.dispose();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect(calls.reduce((sum, rows) => sum + rows, 0)).toBeLessThan(30);
  });
});

describe('the size of a call', () => {
  it('is one row at first, grows while calls are short, and stays between one row and the most', () => {
    const size = createCallSize(256);
    expect(size.rows).toBe(1);
    size.took(1, 5);
    expect(size.rows).toBe(4);
    size.took(4, 10);
    expect(size.rows).toBe(16);
    size.took(16, 40);
    expect(size.rows).toBe(40);
    size.took(40, 0);
    expect(size.rows).toBe(160);
    size.took(160, 1);
    expect(size.rows).toBe(256);
    size.took(256, 100_000);
    expect(size.rows).toBe(1);
    size.took(1, 400);
    expect(size.rows).toBe(1);
  });

  it('is not measured on the few rows that are left of an array, unless they took long', () => {
    const size = createCallSize(256);
    for (const rows of [1, 4, 16]) size.took(rows, 1);
    size.took(1, 5);
    expect(size.rows).toBe(64);
    size.took(1, 200);
    expect(size.rows).toBe(1);
  });
});
