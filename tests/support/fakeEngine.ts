import type { Engine, LossTerms, StepHyper } from '../../src/model/engine';

/** One call of `train` or `evaluate`. */
export interface Call {
  readonly kind: 'train' | 'evaluate';
  readonly batch: number[];
  readonly noise: number[];
  readonly hyper: StepHyper;
}

/** An engine without a model: writes down what it is asked to train on and to evaluate. */
export interface FakeEngine extends Engine {
  readonly calls: Call[];
}

/** @param evaluated what `evaluate` says of a batch */
export function createFakeEngine(evaluated: (batch: number[]) => LossTerms = () => NOTHING): FakeEngine {
  const calls: Call[] = [];
  const note = (kind: Call['kind'], batch: Uint32Array, noise: Float32Array, hyper: StepHyper): void => {
    calls.push({ kind, batch: [...batch], noise: [...noise], hyper });
  };
  const unused = (): never => {
    throw new Error('The fake engine has no model');
  };
  return {
    name: 'simd',
    arithmetic: 'plain',
    calls,
    setData: unused,
    load: unused,
    save: unused,
    train: (batch, noise, hyper) => note('train', batch, noise, hyper),
    losses: unused,
    async evaluate(batch, noise, hyper) {
      note('evaluate', batch, noise, hyper);
      return evaluated([...batch]);
    },
    encode: unused,
    decode: unused,
    outputs: unused,
    still: unused,
    observe: unused,
    dispose: unused,
  };
}

const NOTHING: LossTerms = { reconstruction: 0, regulariser: 0, total: 0 };
