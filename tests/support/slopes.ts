import type { Engine } from '../../src/model/engine';
import { createLayout } from '../../src/model/layout';
import { expectClose } from './close';
import { gradientOf } from './gradient';
import { type Objective, trialOf } from './objectives';

/**
 * ∂(loss)/∂t of values + t·direction at t = 0, by central differences with an error of t⁴ (Richardson), so that they may
 * be far enough apart for the losses' rounding.
 */
async function slopeAlong(loss: (values: Float32Array) => Promise<number>, values: Float32Array, direction: number[]) {
  const difference = async (t: number): Promise<number> => {
    const [above, below] = [t, -t].map((at) => values.map((value, i) => value + at * direction[i]!));
    return ((await loss(above!)) - (await loss(below!))) / (2 * t);
  };
  const t = 2 ** -6;
  return (4 * (await difference(t)) - (await difference(2 * t))) / 3;
}

/** Objectives whose losses are smooth: a difference across the corner of a ReLU says nothing of the slope beside it. */
export const isSmooth = ({ architecture }: Objective): boolean => architecture.activation !== 'relu';

/**
 * Expects that an engine's gradient is the slope of its own losses, by differences along the gradient's part in each
 * layer, and in ln σ̃² where that is learned.
 * @param whole along the whole gradient alone
 */
export async function expectSlopes(engine: Engine, objective: Objective, whole = false): Promise<void> {
  const { architecture, hyper } = objective;
  const { problem, batch, noise } = trialOf(objective);
  engine.setData(problem.images, problem.n);
  const { parameters } = problem;
  const gradient = await gradientOf(engine, parameters, batch, noise, hyper);
  const loss = async (values: Float32Array): Promise<number> => {
    engine.load({ ...parameters, values });
    return (await engine.evaluate(batch, noise, hyper)).total;
  };
  const { layers, observation, size } = createLayout(architecture);
  const starts = whole ? [0, size] : [...layers.map(({ offset }) => offset), observation, size];
  for (let i = 0; i + 1 < starts.length; i++) {
    const part = [...gradient].map((slope, at) => (at >= starts[i]! && at < starts[i + 1]! ? slope : 0));
    const length = Math.hypot(...part);
    if (length === 0) continue;
    const direction = part.map((slope) => slope / length);
    const slope = await slopeAlong(loss, parameters.values, direction);
    // What the rounding of float32 losses leaves of a difference, beside the share.
    const abs = 1e-5 * Math.abs(await loss(parameters.values));
    expectClose(slope, length, { rel: 1e-3, abs }, whole ? 'the whole gradient' : (layers[i]?.name ?? 'ln σ̃²'));
  }
}
