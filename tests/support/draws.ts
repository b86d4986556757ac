/** Steps that draw their images: on any engine they are those that it takes of images that have been drawn for it. */
import { expect } from 'vitest';
import { drawKey, drawOnce, drawRows } from '../../src/math/binarise';
import type { Engine } from '../../src/model/engine';
import type { Architecture } from '../../src/model/layout';
import { createProblem, plainHyper } from './models';

/** More than the simd kernel's slices, so that a batch may take several. */
const N = 300;

/**
 * Trains one engine with draws of its images, and another on what `drawRows` makes of them.
 * @param size images of a batch
 */
export async function expectDraws(
  create: (architecture: Architecture) => Promise<Engine>,
  architecture: Architecture,
  size: number,
): Promise<void> {
  const problem = createProblem(architecture, N);
  const { images: intensities } = problem;
  const images = drawOnce(intensities);
  const [drawing, given] = [await create(architecture), await create(architecture)];
  drawing.setData(images, N, intensities);
  for (const engine of [drawing, given]) engine.load(problem.parameters);
  const everyone = Uint32Array.from({ length: N }, (_, i) => i);
  for (let step = 0; step < 3; step++) {
    const draw = drawKey(2, step);
    given.setData(drawRows(intensities, architecture.inputs, everyone, draw), N);
    const [batch, noise] = [problem.batch(size), problem.noise(2 * size)];
    const hyper = { ...plainHyper, samples: 2 };
    expect(await drawing.evaluate(batch, noise, { ...hyper, draw })).toEqual(await given.evaluate(batch, noise, hyper));
    drawing.train(batch, noise, { ...hyper, draw });
    given.train(batch, noise, hyper);
  }
  expect(await drawing.save()).toEqual(await given.save());
  expect(await drawing.losses()).toEqual(await given.losses());

  // All else is of the images that are shown, as without draws.
  given.setData(images, N);
  expect(await drawing.encode('data')).toEqual(await given.encode('data'));
  const view = {
    stride: 7,
    points: new Float32Array(0),
    probes: Uint32Array.of(3, 299),
    likelihood: 'bernoulli',
  } as const;
  expect(await drawing.observe(view)).toEqual(await given.observe(view));
  const [batch, noise] = [problem.batch(size), problem.noise(size)];
  expect(await drawing.evaluate(batch, noise, plainHyper)).toEqual(await given.evaluate(batch, noise, plainHyper));
  for (const engine of [drawing, given]) engine.dispose();
}

/** Widths with and without a rest of eight, and batches with and without. */
export const DRAWN: readonly (readonly [inputs: number, size: number])[] = [
  [1, 1],
  [7, 5],
  [8, 8],
  [30, 13],
  [64, 270],
];

export const drawnArchitecture = (inputs: number): Architecture => ({
  inputs,
  hidden: [6],
  latent: 2,
  activation: 'tanh',
});
