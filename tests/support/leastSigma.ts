/** That a learned σ̃ has a lower limit, on whichever engine. */
import { expect } from 'vitest';
import type { Engine, Hyper } from '../../src/model/engine';
import { type Architecture, createLayout } from '../../src/model/layout';
import { LEAST_LOG_VAR_X } from '../../src/model/squaredError';
import { expectClose, expectLayersClose } from './close';
import { gradientOf } from './gradient';
import { createProblem, pick, plainHyper } from './models';
import { reference } from './reference';

const architecture: Architecture = { inputs: 15, hidden: [], latent: 2, activation: 'relu' };
const layout = createLayout(architecture);
const hyper: Hyper = { ...plainHyper, likelihood: 'gaussian-learned', learningRate: 0.5 };
const none = new Float32Array(layout.size);

/** @param open makes an engine; it is disposed of */
export async function expectLeastSigma(open: (architecture: Architecture) => Promise<Engine>): Promise<void> {
  const engine = await open(architecture);
  await expectHeld(engine);
  await expectEnd(engine);
  engine.dispose();
}

/** Below the limit losses are those at it, and no gradient leads farther down. */
async function expectHeld(engine: Engine): Promise<void> {
  const problem = createProblem(architecture, 6, 4);
  const { values } = problem.parameters;
  engine.setData(problem.images, 6);
  const [batch, noise] = [problem.batch(6), problem.noise(6)];
  values[layout.observation] = LEAST_LOG_VAR_X - 20;
  const gradient = await gradientOf(engine, problem.parameters, batch, noise, hyper);
  const expected = reference(architecture, values, pick(problem, batch), noise, hyper);
  expectLayersClose(layout, gradient, expected.gradient, 1e-5);
  expect(gradient[layout.observation]).toBe(0);
  const below = await engine.evaluate(batch, noise, hyper);
  values[layout.observation] = LEAST_LOG_VAR_X;
  engine.load(problem.parameters);
  expectClose(below.total, (await engine.evaluate(batch, noise, hyper)).total, { rel: 1e-6 }, 'loss below the limit');
  expectClose(below.total, expected.total, { rel: 1e-5 }, 'loss of the reference');
}

/** An image that is reproduced exactly leads down to the limit and no farther; an error leads up again. */
async function expectEnd(engine: Engine): Promise<void> {
  const image = Float32Array.from({ length: 15 }, (_, k) => (k % 4) / 4);
  engine.setData(image, 1);
  // The decoder's bias is the image, whatever the code.
  const values = new Float32Array(layout.size);
  values.set(image, layout.output.offset + 2 * 15);
  engine.load({ architecture, values, first: none, second: none, step: 0 });
  const [batch, noise] = [Uint32Array.of(0), Float32Array.of(0.5, -0.5)];
  for (let t = 0; t < 100; t++) engine.train(batch, noise, hyper);
  const end = await engine.save();
  expect(end.values[layout.observation]).toBe(LEAST_LOG_VAR_X);
  expect(end.values.every(Number.isFinite)).toBe(true);
  const { reconstruction } = await engine.evaluate(batch, noise, hyper);
  expectClose(reconstruction, 7.5 * (Math.log(2 * Math.PI) + LEAST_LOG_VAR_X), { rel: 1e-5 }, 'R at the limit');
  const { sigmaX } = await engine.observe({
    stride: 1,
    points: new Float32Array(),
    probes: new Uint32Array(),
    likelihood: 'gaussian-learned',
  });
  expectClose(sigmaX!, Math.exp(-7), { rel: 1e-6 }, 'σ̃');
  const off = end.values.map((value, i) => (i === layout.output.offset + 2 * 15 ? value + 0.5 : value));
  engine.load({ ...end, values: off, first: none, second: none, step: 0 });
  engine.train(batch, noise, hyper);
  const up = (await engine.save()).values[layout.observation]!;
  expectClose(up, LEAST_LOG_VAR_X + hyper.learningRate, { abs: 1e-4 }, 'ln σ̃² after a step with an error');
}
