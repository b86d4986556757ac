/** Products in blocks, as the CPU and as a GPU would draw them, on layers that are large enough and of odd sizes. */
import { afterAll, describe, expect, test } from 'vitest';
import type { Hyper } from '../../../src/model/engine';
import { type Architecture, createLayout } from '../../../src/model/layout';
import { createDevice } from '../../../src/model/webgl/device';
import { createWebglEngine } from '../../../src/model/webgl/engine';
import { blockOutputs } from '../../../src/model/webgl/programs/block';
import { expectLayersClose } from '../../support/close';
import { gradientOf } from '../../support/gradient';
import { ACTIVATIONS, createProblem, pick, plainHyper } from '../../support/models';
import { reference } from '../../support/reference';

const one: Omit<Architecture, 'activation'> = { inputs: 131, hidden: [67], latent: 3 };
const two: Omit<Architecture, 'activation'> = { inputs: 101, hidden: [97, 89], latent: 2, posterior: 'full' };

describe.each([
  { software: true, outputs: 8 },
  { software: false, outputs: 4 },
])('software: $software', ({ software, outputs }) => {
  const device = createDevice({ software });
  afterAll(() => device.dispose());

  const check = async (architecture: Architecture, rows: number, change: Partial<Hyper>): Promise<void> => {
    const engine = await createWebglEngine(architecture, { device });
    const hyper = { ...plainHyper, ...change };
    const problem = createProblem(architecture, 20);
    const [batch, noise] = [problem.batch(rows), problem.noise(hyper.samples * rows)];
    engine.setData(problem.images, problem.n);
    const gradient = await gradientOf(engine, problem.parameters, batch, noise, hyper);
    const { total } = await engine.evaluate(batch, noise, hyper);
    engine.dispose();
    const expected = reference(architecture, problem.parameters.values, pick(problem, batch), noise, hyper);
    expectLayersClose(createLayout(architecture), gradient, expected.gradient, 1e-5);
    expect(Math.abs(total / expected.total - 1)).toBeLessThan(1e-5);
  };

  test('computes as many tiles at a time as it should', () => {
    // There are drivers that draw to fewer.
    const most = device.gl.getParameter(device.gl.MAX_DRAW_BUFFERS) as number;
    expect(blockOutputs(device.block)).toHaveLength(most < outputs ? 4 : outputs);
  });

  test.each(ACTIVATIONS)('gradient and loss: one hidden layer, %s', (activation) =>
    check({ ...one, activation }, 13, {}),
  );

  test.each([1, 65])('gradient and loss: a batch of %i', (rows) => check({ ...one, activation: 'relu' }, rows, {}));

  test('gradient and loss: two hidden layers, three samples, a learned σ̃', () =>
    check({ ...two, activation: 'tanh' }, 9, { samples: 3, likelihood: 'gaussian-learned', beta: 0.4 }));
});

test('both compute the same outputs of a decoder, and the same heads', async () => {
  const architecture: Architecture = { ...one, activation: 'gelu' };
  const problem = createProblem(architecture, 20);
  const z = problem.noise(11);
  const results = [];
  for (const software of [true, false]) {
    const device = createDevice({ software });
    const engine = await createWebglEngine(architecture, { device });
    engine.setData(problem.images, problem.n);
    engine.load(problem.parameters);
    results.push({ codes: await engine.encode('data'), images: await engine.decode(z, 'bernoulli') });
    engine.dispose();
    device.dispose();
  }
  const [blocks, tiles] = results;
  expect(blocks).toEqual(tiles);
});
