import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { drawRows } from '../../../src/math/binarise';
import { codesOfHead } from '../../../src/math/posterior';
import { ADAM, adamFactors } from '../../../src/model/adam';
import type {
  Engine,
  EngineName,
  Inference,
  LossTerms,
  Observation,
  Parameters,
  StepHyper,
} from '../../../src/model/engine';
import { type Architecture, createLayout, type DenseLayer, familyOf } from '../../../src/model/layout';
import { LEAST_LOG_VAR_X, sigmaXOf } from '../../../src/model/squaredError';
import { type Blocks, decode, encode, means, objective } from './objective';

/** One block of the parameters and its two moments, as tfjs variables. */
interface Slot {
  readonly shape: number[];
  /** Index of its first value in the flat array. */
  readonly offset: number;
  readonly value: tf.Variable;
  readonly first: tf.Variable;
  readonly second: tf.Variable;
}

/**
 * The VAE as ordinary tfjs operations with autograd, on whichever backend tfjs has been set to.
 * @param name what the page calls the hardware it runs on
 */
export function createTfjsEngine(name: EngineName, architecture: Architecture): Engine {
  const layout = createLayout(architecture);
  const { inputs: D, latent: d, activation } = architecture;
  const slot = (shape: number[], offset: number): Slot => {
    const variable = (): tf.Variable => tf.tidy(() => tf.variable(tf.zeros(shape)));
    return { shape, offset, value: variable(), first: variable(), second: variable() };
  };
  const bySlot = new Map(
    layout.layers.map((layer) => [layer, slot([layer.inputs + 1, layer.outputs], layer.offset)] as const),
  );
  const observation = slot([], layout.observation);
  /** In the order of the flat array. */
  const slots: readonly Slot[] = [...bySlot.values(), observation];
  const blockOf = (layer: DenseLayer): tf.Tensor2D => bySlot.get(layer)!.value as tf.Tensor as tf.Tensor2D;
  const blocks: Blocks = {
    encoder: layout.encoder.map(blockOf),
    head: blockOf(layout.head),
    decoder: layout.decoder.map(blockOf),
    output: blockOf(layout.output),
    observation: observation.value as tf.Tensor as tf.Scalar,
  };
  /** Sums of R, K and the total since `losses` was last called. */
  const sums = tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R1>([3])));
  let summed = 0;
  let step = 0;
  let data: tf.Tensor2D | null = null;
  let pixels = new Float32Array(0);

  const resident = (): tf.Tensor2D => {
    if (data === null) throw new Error('The engine has no data yet: call setData first');
    return data;
  };
  const batchOf = (batch: Uint32Array, draw: number | undefined): tf.Tensor2D =>
    draw === undefined
      ? (tf.gather(resident(), tf.tensor1d(new Int32Array(batch), 'int32')) as tf.Tensor2D)
      : tf.tensor2d(drawRows(pixels, D, batch, draw), [batch.length, D]);
  const terms = (batch: Uint32Array, noise: Float32Array, hyper: StepHyper) =>
    objective(batchOf(batch, hyper.draw), tf.tensor2d(noise, [noise.length / d, d]), blocks, architecture, hyper);

  /** p −= rate·m̂ / (√v̂ + ε) for one block. */
  const descend = (slot: Slot, gradient: tf.Tensor, rate: number, scale: number): void => {
    const first = tf.add(tf.mul(slot.first, ADAM.beta1), tf.mul(gradient, 1 - ADAM.beta1));
    const second = tf.add(tf.mul(slot.second, ADAM.beta2), tf.mul(tf.square(gradient), 1 - ADAM.beta2));
    slot.first.assign(first);
    slot.second.assign(second);
    const root = tf.add(tf.sqrt(tf.mul(second, scale)), ADAM.epsilon);
    slot.value.assign(tf.sub(slot.value, tf.mul(tf.div(first, root), rate)));
  };

  const codesOf = (head: Float32Array) => codesOfHead(familyOf(architecture), d, head);

  const read = async (compute: () => tf.Tensor): Promise<Float32Array> => {
    const tensor = tf.tidy(compute);
    try {
      return (await tensor.data()) as Float32Array;
    } finally {
      tensor.dispose();
    }
  };

  const inference: Inference = {
    async evaluate(batch, noise, hyper) {
      const values = await read(() => {
        const loss = terms(batch, noise, hyper);
        return tf.stack([loss.reconstruction, loss.regulariser, loss.total]);
      });
      return lossTerms(values, 1);
    },
    async encode(images) {
      const head = await read(() =>
        encode(images === 'data' ? resident() : tf.tensor2d(images, [images.length / D, D]), blocks, activation),
      );
      return codesOf(head);
    },
    decode(z, likelihood) {
      return read(() => means(decode(tf.tensor2d(z, [z.length / d, d]), blocks, activation), likelihood));
    },
    outputs: (z) => read(() => decode(tf.tensor2d(z, [z.length / d, d]), blocks, activation)),
  };

  return {
    name,
    arithmetic: null,
    setData(images, n, intensities = images) {
      data?.dispose();
      data = tf.tensor2d(images, [n, D]);
      pixels = intensities.slice();
    },
    load(parameters) {
      for (const { length } of [parameters.values, parameters.first, parameters.second]) {
        if (length !== layout.size) throw new RangeError(`${length} parameters do not fit a model of ${layout.size}`);
      }
      for (const { shape, offset, value, first, second } of slots) {
        const end = offset + value.size;
        for (const [target, source] of [
          [value, parameters.values],
          [first, parameters.first],
          [second, parameters.second],
        ] as const) {
          tf.tidy(() => target.assign(tf.tensor(source.slice(offset, end), shape)));
        }
      }
      step = parameters.step;
    },
    async save() {
      const at = step;
      const flat = (pick: (slot: Slot) => tf.Tensor) =>
        read(() => tf.concat(slots.map((slot) => tf.reshape(pick(slot), [-1]))));
      const [values, first, second] = await Promise.all([
        flat((slot) => slot.value),
        flat((slot) => slot.first),
        flat((slot) => slot.second),
      ]);
      return { architecture, values, first, second, step: at } satisfies Parameters;
    },
    train(batch, noise, hyper) {
      step += 1;
      const { rate, scale } = adamFactors(hyper.learningRate, step);
      tf.tidy(() => {
        const { grads } = tf.variableGrads(
          () => {
            const loss = terms(batch, noise, hyper);
            sums.assign(tf.add(sums, tf.stack([loss.reconstruction, loss.regulariser, loss.total])) as tf.Tensor1D);
            return loss.total;
          },
          slots.map((slot) => slot.value),
        );
        // ln σ̃² has a gradient where it is learned only; elsewhere it rests.
        for (const slot of slots) {
          const gradient = grads[slot.value.name];
          if (gradient) descend(slot, gradient, rate, scale);
        }
        if (hyper.likelihood === 'gaussian-learned') {
          observation.value.assign(tf.maximum(observation.value, LEAST_LOG_VAR_X));
        }
      });
      summed += 1;
    },
    async losses() {
      if (summed === 0) return null;
      const count = summed;
      summed = 0;
      const total = await read(() => {
        const copy = tf.clone(sums);
        sums.assign(tf.zerosLike(sums));
        return copy;
      });
      return lossTerms(total, count);
    },
    ...inference,
    still() {
      const kept = slots.map(({ value }) => tf.clone(value));
      /** Computes with the values that were kept, and puts the present ones back before anything is awaited. */
      const within = <T>(compute: () => Promise<T>): Promise<T> => {
        const present = slots.map(({ value }) => tf.clone(value));
        slots.forEach(({ value }, i) => void value.assign(kept[i]!));
        const answer = compute();
        slots.forEach(({ value }, i) => void value.assign(present[i]!));
        tf.dispose(present);
        return answer;
      };
      return {
        sigmaX: async () => sigmaXOf((await kept.at(-1)!.data<'float32'>())[0]!),
        evaluate: (...batch) => within(() => inference.evaluate(...batch)),
        encode: (images) => within(() => inference.encode(images)),
        decode: (...codes) => within(() => inference.decode(...codes)),
        outputs: (...codes) => within(() => inference.outputs(...codes)),
        dispose: () => void tf.dispose(kept),
      };
    },
    async observe({ stride, points, probes, likelihood }): Promise<Observation> {
      const all = resident().shape[0];
      const n = Math.ceil(all / stride);
      const shown = new Int32Array(n).map((_, i) => i * stride);
      // One tensor, so that the page costs the hardware one readback a frame.
      const flat = await read(() => {
        const whole = encode(resident(), blocks, activation);
        const mu = tf.slice(whole, [0, 0], [all, d]);
        const codes = tf.gather(whole, tf.tensor1d(shown, 'int32')) as tf.Tensor2D;
        const rows: tf.Tensor2D[] = [];
        if (points.length > 0) rows.push(tf.tensor2d(points, [points.length / d, d]));
        if (probes.length > 0) rows.push(tf.gather(mu, tf.tensor1d(new Int32Array(probes), 'int32')));
        const parts: tf.Tensor[] = [codes];
        if (rows.length > 0) parts.push(means(decode(tf.concat(rows), blocks, activation), likelihood));
        return tf.concat([...parts, observation.value].map((part) => tf.reshape(part, [-1])));
      });
      const decodedAt = layout.head.outputs * n;
      const reconstructedAt = decodedAt + (points.length / d) * D;
      return {
        codes: codesOf(flat.subarray(0, decodedAt)),
        decoded: flat.slice(decodedAt, reconstructedAt),
        reconstructed: flat.slice(reconstructedAt, -1),
        losses: await this.losses(),
        sigmaX: likelihood === 'gaussian-learned' ? sigmaXOf(flat.at(-1)!) : null,
      };
    },
    dispose() {
      for (const slot of slots) tf.dispose([slot.value, slot.first, slot.second]);
      sums.dispose();
      data?.dispose();
      data = null;
    },
  };

  function lossTerms(values: Float32Array, count: number): LossTerms {
    return { reconstruction: values[0]! / count, regulariser: values[1]! / count, total: values[2]! / count };
  }
}
