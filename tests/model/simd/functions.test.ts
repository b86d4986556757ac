import { expect, it } from 'vitest';
import { type Activation, type Architecture, createLayout } from '../../../src/model/layout';
import { createSimdEngine } from '../../../src/model/simd/engine';
import { readKernel } from '../../support/kernel';
import { plainHyper } from '../../support/models';

const kernel = await WebAssembly.compile(await readKernel());
const points = Float32Array.from({ length: 4001 }, (_, i) => ((i - 2000) / 200) * (1 + i / 4001));
const ULP = 2 ** -23;

/** y = f(x) for each point, through a model of one pixel, one unit and one code whose weights are 1. */
async function apply(activation: Activation, what: 'hidden' | 'sigmoid'): Promise<Float32Array> {
  const hidden = what === 'hidden' ? [1] : [];
  const architecture = { inputs: 1, hidden, latent: 1, activation };
  const layout = createLayout(architecture);
  const values = new Float32Array(layout.size);
  for (const { offset } of layout.layers) values[offset] = 1;
  const [first, second] = [new Float32Array(layout.size), new Float32Array(layout.size)];
  const engine = await createSimdEngine(architecture, kernel);
  engine.load({ architecture, values, first, second, step: 0 });
  return what === 'hidden' ? (await engine.encode(points)).mu : engine.decode(points, 'bernoulli');
}

/** The largest error relative to the value, in units of the last place. */
function worstUlp(actual: Float32Array, f: (x: number) => number): number {
  return points.reduce((worst, x, i) => {
    const expected = f(x);
    return expected === 0 ? worst : Math.max(worst, Math.abs(actual[i]! - expected) / Math.abs(expected) / ULP);
  }, 0);
}

it('tanh is within 3 ulp', async () => {
  expect(worstUlp(await apply('tanh', 'hidden'), Math.tanh)).toBeLessThan(3);
});

it('sigmoid is within 3 ulp', async () => {
  expect(worstUlp(await apply('relu', 'sigmoid'), (x) => 1 / (1 + Math.exp(-x)))).toBeLessThan(3);
});

it('GELU is within 3 ulp of the argument', async () => {
  const root = Math.sqrt(2 / Math.PI);
  const gelu = (x: number): number => 0.5 * x * (1 + Math.tanh(root * (x + 0.044715 * x ** 3)));
  const values = await apply('gelu', 'hidden');
  points.forEach((x, i) => {
    expect(Math.abs(values[i]! - gelu(x))).toBeLessThan(3 * ULP * Math.max(Math.abs(x), 1e-30));
  });
});

it('a batch whose numbers would take more than can be addressed is refused', async () => {
  const architecture: Architecture = { inputs: 64, hidden: [64], latent: 1, activation: 'gelu' };
  const layout = createLayout(architecture);
  const zeros = (): Float32Array<ArrayBuffer> => new Float32Array(layout.size);
  const engine = await createSimdEngine(architecture, kernel);
  engine.load({ architecture, values: zeros(), first: zeros(), second: zeros(), step: 0 });
  engine.setData(new Float32Array(8 * 64), 8);
  // Of 2²² codes five tables of 64 numbers each: 5 GiB.
  const samples = 2 ** 19;
  const train = (): void => engine.train(new Uint32Array(8), new Float32Array(8 * samples), { ...plainHyper, samples });
  expect(train).toThrow('out of memory');
});
