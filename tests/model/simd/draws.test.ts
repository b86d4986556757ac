import { expect, it } from 'vitest';
import { drawKey, drawOnce, drawRows } from '../../../src/math/binarise';
import { createSimdEngine } from '../../../src/model/simd/engine';
import { Kernel } from '../../../src/model/simd/kernel';
import { DRAWN, drawnArchitecture, expectDraws } from '../../support/draws';
import { readKernel } from '../../support/kernel';
import { createProblem, plainHyper } from '../../support/models';
import { objectives } from '../../support/objectives';
import { expectSlopes, isSmooth } from '../../support/slopes';

const kernel = await WebAssembly.compile(await readKernel());
const create = (architecture: ReturnType<typeof drawnArchitecture>) => createSimdEngine(architecture, kernel);

it.each(DRAWN)('draws %i pixels of %i images as they are drawn elsewhere, to the bit', (inputs, size) =>
  expectDraws(create, drawnArchitecture(inputs), size),
);

it('draws bytes as it draws floats', () => {
  const architecture = drawnArchitecture(19);
  const problem = createProblem(architecture, 40);
  const [batch, noise] = [problem.batch(11), problem.noise(11)];
  const draw = drawKey(5, 9);
  const [floats, bytes, given] = [false, true, null].map((asBytes) => {
    const machine = new Kernel(kernel, architecture);
    const everyone = Uint32Array.from({ length: 40 }, (_, i) => i);
    if (asBytes === null) machine.setData(drawRows(problem.images, 19, everyone, draw), 40, false);
    else machine.setData(drawOnce(problem.images), 40, asBytes, problem.images);
    machine.load(problem.parameters);
    machine.train(batch, noise, asBytes === null ? plainHyper : { ...plainHyper, draw });
    return machine.read('first');
  });
  expect(floats).toEqual(given);
  expect(bytes).toEqual(given);
});

it('refuses intensities of other images', async () => {
  const engine = await create(drawnArchitecture(4));
  const images = new Float32Array(8);
  expect(() => engine.setData(images, 2, new Float32Array(12))).toThrow('12 pixels: expected 8 of 2 images');
});

it.each(objectives.filter(isSmooth).filter((_, i) => i % 4 === 0))(
  'has the slopes of its own losses under one draw: $name',
  async (objective) => {
    const hyper = { ...objective.hyper, draw: drawKey(objective.seed, 4) };
    await expectSlopes(await create(objective.architecture), { ...objective, hyper });
  },
);
