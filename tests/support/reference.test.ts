import { describe, expect, it } from 'vitest';
import type { Hyper } from '../../src/model/engine';
import type { Architecture } from '../../src/model/layout';
import { expectClose, expectLayersClose } from './closeness';
import { flatten, golden, goldenHyper, goldenImages, goldenLayout, goldenNoise, goldenVariants } from './golden';
import { createProblem, pick, plainHyper } from './models';
import { ReferenceAdam, reference } from './reference';

const images = golden.x_uint8.flat().map((byte) => byte / 255);

describe('the float64 reference', () => {
  for (const { name, hyper, loss, grad } of goldenVariants) {
    it(`has the golden gradient: ${name}`, () => {
      const result = reference(goldenLayout.architecture, flatten(golden.params), images, golden.eps[0]!.flat(), hyper);
      expect(result.total).toBeCloseTo(loss, 9);
      expectLayersClose(goldenLayout, result.gradient, flatten(grad), 1e-9);
    });
  }

  it('takes the golden Adam steps', () => {
    const values = flatten(golden.params);
    const adam = new ReferenceAdam(values.length);
    for (let t = 0; t < 3; t++) {
      const noise = golden.eps[t]!.flat();
      const { total, gradient } = reference(goldenLayout.architecture, values, images, noise, goldenHyper);
      expect(total).toBeCloseTo(golden.adam.loss_before_step[t]!, 9);
      adam.step(values, gradient, goldenHyper.learningRate);
      expectClose(values, flatten(golden.adam.params_after_step[t]!), 1e-9);
    }
  });

  it('reads the golden images and noise in float32 too', () => {
    const result = reference(
      goldenLayout.architecture,
      flatten(golden.params),
      goldenImages,
      goldenNoise(0),
      goldenHyper,
    );
    expect(result.total).toBeCloseTo(golden.forward.loss, 5);
  });

  const cases: [Architecture, Partial<Hyper>][] = [
    [{ inputs: 5, hidden: [], latent: 1, activation: 'relu' }, {}],
    [
      { inputs: 7, hidden: [6], latent: 2, activation: 'tanh' },
      { likelihood: 'gaussian', sigmaX: 0.3, beta: 3 },
    ],
    [
      { inputs: 6, hidden: [5, 4], latent: 3, activation: 'gelu' },
      { likelihood: 'squared', regulariser: 'simple' },
    ],
    [
      { inputs: 4, hidden: [5, 3, 4], latent: 2, activation: 'relu' },
      { noiseScale: 0.5, beta: 0.1 },
    ],
  ];
  for (const [architecture, change] of cases) {
    it(`agrees with finite differences: ${architecture.hidden.join('-')} ${architecture.activation}`, () => {
      const problem = createProblem(architecture, 3, 4);
      const batch = pick(problem, problem.batch(3));
      const noise = problem.noise(3);
      const hyper = { ...plainHyper, ...change };
      const values = Float64Array.from(problem.parameters.values);
      const loss = (): number => reference(architecture, values, batch, noise, hyper).total;
      const { gradient } = reference(architecture, values, batch, noise, hyper);
      const h = 1e-5;
      const numeric = values.map((value, i) => {
        values[i] = value + h;
        const above = loss();
        values[i] = value - h;
        const below = loss();
        values[i] = value;
        return (above - below) / (2 * h);
      });
      expectClose(gradient, numeric, 1e-6);
    });
  }
});
