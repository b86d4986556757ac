import { ADAM } from '../../src/model/adam';
import type { Engine, Parameters, StepHyper } from '../../src/model/engine';

/**
 * The gradient that an engine's step takes, in the order of the layout: from moments of zero, Adam's first one becomes
 * 1 − β₁ of it. Leaves the engine with `parameters`.
 */
export async function gradientOf(
  engine: Engine,
  parameters: Parameters,
  batch: Uint32Array,
  noise: Float32Array,
  hyper: StepHyper,
): Promise<Float64Array> {
  const zero = new Float32Array(parameters.values.length);
  engine.load({ ...parameters, first: zero, second: zero });
  engine.train(batch, noise, hyper);
  const { first } = await engine.save();
  engine.load(parameters);
  return Float64Array.from(first, (moment) => moment / (1 - ADAM.beta1));
}
