import { describe, expect, it } from 'vitest';
import { type Architecture, createLayout } from '../../../src/model/layout';
import { expectClose, expectLayersClose, expectNear } from '../../support/close';
import { autograd } from '../../support/cpu';
import { ACTIVATIONS, LIKELIHOODS, plainHyper, REGULARISERS } from '../../support/models';
import { type Objective, objectives, SLIDERS, trialOf } from '../../support/objectives';
import { reference } from '../../support/reference';

/** Small and odd on purpose: no width is a multiple of another. */
const SHAPES: readonly Omit<Architecture, 'activation'>[] = [
  { inputs: 5, hidden: [], latent: 1 },
  { inputs: 7, hidden: [5], latent: 2 },
  { inputs: 3, hidden: [9, 4], latent: 2 },
  { inputs: 6, hidden: [5, 7, 4], latent: 3 },
];
const cases: Objective[] = [];
for (const shape of SHAPES) {
  for (const activation of ACTIVATIONS) {
    for (const likelihood of LIKELIHOODS) {
      for (const regulariser of REGULARISERS) {
        const seed = cases.length + 1;
        // One further on with every activation: each likelihood and regulariser meets all of them.
        const sliders = SLIDERS[(seed + Math.floor((seed - 1) / SLIDERS.length)) % SLIDERS.length]!;
        const hyper = { ...plainHyper, ...sliders, likelihood, regulariser, sigmaX: 0.4 };
        const hidden = shape.hidden.join('-') || 'no hidden layer';
        cases.push({
          name: `${hidden}, ${activation}, ${likelihood}, ${regulariser}, β ${hyper.beta}, s ${hyper.noiseScale}`,
          architecture: { ...shape, activation },
          hyper,
          seed,
        });
      }
    }
  }
}

describe('autograd', () => {
  it.each([...cases, ...objectives])('agrees with the float64 reference: $name', (each) => {
    const { problem, images, noise } = trialOf(each);
    const { values } = problem.parameters;
    const expected = reference(each.architecture, values, images, noise, each.hyper);
    const found = autograd(each.architecture, values, images, noise, each.hyper);
    expectClose(found.reconstruction, expected.reconstruction, { rel: 1e-5, abs: 1e-5 }, 'R');
    expectClose(found.regulariser, expected.regulariser, { rel: 1e-5, abs: 1e-5 }, 'K');
    expectClose(found.total, expected.total, { rel: 1e-5, abs: 1e-5 }, 'R + βK');
    expectLayersClose(createLayout(each.architecture), found.gradient, expected.gradient, 1e-5);
  });
});

describe('the float64 reference', () => {
  it.each([...cases, ...objectives])('agrees with central differences: $name', (each) => {
    const { problem, images, noise } = trialOf(each);
    const values = Float64Array.from(problem.parameters.values);
    const loss = (): number => reference(each.architecture, values, images, noise, each.hyper).total;
    const { gradient } = reference(each.architecture, values, images, noise, each.hyper);
    const h = 1e-5;
    const numeric = gradient.map((_, i) => {
      const value = values[i]!;
      values[i] = value + h;
      const above = loss();
      values[i] = value - h;
      const below = loss();
      values[i] = value;
      return (above - below) / (2 * h);
    });
    expectNear(gradient, numeric, 1e-6, 'gradient');
  });

  it('does not depend on a learned ln σ̃² below its limit, and does above', () => {
    const each = objectives.find(({ hyper }) => hyper.likelihood === 'gaussian-learned')!;
    const { problem, images, noise } = trialOf(each);
    const values = Float64Array.from(problem.parameters.values);
    const { observation } = createLayout(each.architecture);
    const at = (logVarX: number) => {
      values[observation] = logVarX;
      return reference(each.architecture, values, images, noise, each.hyper);
    };
    const below = at(-20);
    expect(below.total).toBe(at(-14).total);
    expect(below.gradient[observation]).toBe(0);
    const h = 1e-6;
    const numeric = (at(-13 + h).total - at(-13 - h).total) / (2 * h);
    expectNear([at(-13).gradient[observation]!], [numeric], 1e-6, 'gradient above');
  });
});
