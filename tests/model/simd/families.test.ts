import { describe, it } from 'vitest';
import { FAMILIES, type Family } from '../../../src/math/family';
import { type Architecture, createLayout } from '../../../src/model/layout';
import { createSimdEngine } from '../../../src/model/simd/engine';
import closedForms from '../../fixtures/golden_kl_families.json';
import { expectClose } from '../../support/close';
import { comparison } from '../../support/comparison';
import { readKernel } from '../../support/kernel';
import { createProblem, plainHyper } from '../../support/models';
import { objectives } from '../../support/objectives';
import { expectSlopes, isSmooth } from '../../support/slopes';

const kernel = await WebAssembly.compile(await readKernel());
const compare = comparison(kernel);

describe('families, learned σ̃ and several samples against the reference', () => {
  it.each(objectives)('$name', ({ architecture, hyper }) => compare(architecture, hyper, 9));

  for (const posterior of FAMILIES) {
    for (const latent of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const architecture: Architecture = { inputs: 12, hidden: [10], latent, activation: 'tanh', posterior };
      it(`${posterior}, ${latent} latent dimensions`, () => compare(architecture, { ...plainHyper, samples: 2 }, 6));
    }
  }
  for (const [size, samples] of [
    [1, 16],
    [3, 3],
    [8, 2],
    [13, 5],
    [65, 2],
    [70, 16],
  ] as const) {
    const architecture: Architecture = { inputs: 30, hidden: [21], latent: 3, activation: 'gelu', posterior: 'full' };
    it(`batch of ${size}, ${samples} samples`, () =>
      compare(architecture, { ...plainHyper, samples, likelihood: 'gaussian-learned' }, size));
  }
});

describe('gradients against differences of losses', () => {
  it.each(objectives.filter(isSmooth))('$name', async (objective) =>
    expectSlopes(await createSimdEngine(objective.architecture, kernel), objective),
  );
});

/** K of a model whose head is this row for every image. */
async function regulariserOf(posterior: Family, latent: number, row: number[]): Promise<number> {
  const architecture: Architecture = { inputs: 3, hidden: [], latent, activation: 'relu', posterior };
  const problem = createProblem(architecture, 4);
  const { head } = createLayout(architecture);
  const bias = head.offset + head.inputs * head.outputs;
  problem.parameters.values.fill(0, head.offset, bias).set(row, bias);
  const engine = await createSimdEngine(architecture, kernel);
  engine.setData(problem.images, 4);
  engine.load(problem.parameters);
  return (await engine.evaluate(Uint32Array.of(0, 1, 2, 3), problem.noise(4), plainHyper)).regulariser;
}

describe('golden KLs', () => {
  it.each(closedForms.full.cases)('full covariance, mu $mu, L $chol', async ({ mu, chol, kl }) => {
    const [[a], [b, c]] = chol as [[number], [number, number]];
    const row = [...mu, 2 * Math.log(a), 2 * Math.log(c), b];
    expectClose(await regulariserOf('full', 2, row), kl, { rel: 1e-5, abs: 1e-6 }, 'KL');
  });

  it.each(closedForms.box.cases)('box from $a to $b', async ({ centre, halfwidth, kl }) => {
    const row = [centre, 2 * Math.log(halfwidth / Math.sqrt(3))];
    expectClose(await regulariserOf('box', 1, row), kl, { rel: 1e-5, abs: 1e-6 }, 'KL');
  });
});

describe('several samples', () => {
  it.each(FAMILIES)('have the mean R of each alone, and one K: %s', async (posterior) => {
    const architecture: Architecture = { inputs: 15, hidden: [9], latent: 3, activation: 'tanh', posterior };
    const problem = createProblem(architecture, 300);
    const engine = await createSimdEngine(architecture, kernel);
    engine.setData(problem.images, problem.n);
    engine.load(problem.parameters);
    for (const size of [5, 290]) {
      const batch = problem.batch(size);
      const noise = problem.noise(4 * size);
      const together = await engine.evaluate(batch, noise, { ...plainHyper, samples: 4 });
      const each = await Promise.all(
        [0, 1, 2, 3].map((s) => engine.evaluate(batch, noise.slice(3 * size * s, 3 * size * (s + 1)), plainHyper)),
      );
      const mean = each.reduce((sum, { reconstruction }) => sum + reconstruction / 4, 0);
      expectClose(together.reconstruction, mean, { rel: 1e-9 }, 'R');
      expectClose(together.regulariser, each[0]!.regulariser, { rel: 1e-9 }, 'K');
    }
  });
});
