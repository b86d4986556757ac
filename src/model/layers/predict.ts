/** What a model of tfjs-layers makes of any number of rows. */
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { nextTask } from '../../platform/nextTask';
import { isOnThread } from './backend';
import { CALL, createCallSize } from './callSize';

/** Rows of one call at most. */
const MOST = 256;

/** Ms of calls after which others have the thread: after each that takes as long as it should. */
const HELD = CALL / 2;

/**
 * Has a model compute rows of its input's size, some in one call.
 * @param isOver asked before every call, whether nobody waits for it any more
 * @returns its outputs apart, each as rows one after another; rejects with an AbortError once it is over
 */
export type Predict = (rows: Float32Array, isOver: () => boolean) => Promise<Float32Array[]>;

/** Lets others have the thread before a call, where calls have held it for long. */
export type Rest = () => Promise<void>;

/** @returns a rest for all models of an engine: a frame calls several of them side by side */
export function createRest(): Rest {
  let since = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - since < HELD) return;
    await nextTask();
    since = performance.now();
  };
}

export function createPredict(model: LayersModel, rest: Rest): Predict {
  const input = model.inputs[0]!.shape.slice(1) as number[];
  const width = numbersOf(input);
  const widths = model.outputs.map(({ shape }) => numbersOf(shape.slice(1) as number[]));
  const size = createCallSize(MOST);

  return async (rows, isOver) => {
    const count = rows.length / width;
    const results = widths.map((each) => new Float32Array(count * each));
    for (let from = 0, n = 0; from < count; from += n) {
      const onThread = isOnThread();
      if (onThread) await rest();
      if (isOver()) throw new DOMException('Nobody waits for this of the model any more', 'AbortError');
      n = Math.min(onThread ? size.rows : MOST, count - from);
      const start = performance.now();
      const outputs = tf.tidy(() => {
        const images = tf.tensor(rows.subarray(from * width, (from + n) * width), [n, ...input]);
        return [model.predict(images)].flat() as tf.Tensor[];
      });
      if (onThread) size.took(n, performance.now() - start);
      for (const [i, output] of outputs.entries()) {
        results[i]!.set(await output.data<'float32'>(), from * widths[i]!);
        output.dispose();
      }
    }
    return results;
  };
}

const numbersOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);
