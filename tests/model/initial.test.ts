import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headParts } from '../../src/math/posterior';
import { initialParameters, SMALL_SIGMA } from '../../src/model/initial';
import { type Architecture, createLayout, type DenseLayer, familyOf } from '../../src/model/layout';
import { architectures } from '../support/architectures';
import { expectClose } from '../support/close';
import { createProblem } from '../support/models';
import { referenceEncode } from '../support/reference';

const runs = { seed: 21, numRuns: 60 };
const seeds = fc.nat(999_999);

const weightsOf = ({ offset, inputs, outputs }: DenseLayer, values: Float32Array): Float32Array =>
  values.subarray(offset, offset + inputs * outputs);
const biasOf = ({ offset, inputs, outputs }: DenseLayer, values: Float32Array): Float32Array =>
  values.subarray(offset + inputs * outputs, offset + (inputs + 1) * outputs);

/** Glorot's bound; the two heads are two layers of d outputs each. */
function limitOf(layer: DenseLayer, { latent }: Architecture): number {
  return Math.sqrt(6 / (layer.inputs + (layer.name === 'head' ? latent : layer.outputs)));
}

/** Whether a position of the flat array belongs to the ln σ² half of the head. */
function isLogVar(at: number, architecture: Architecture): boolean {
  const { head } = createLayout(architecture);
  const within = at - head.offset;
  return within >= 0 && within < (head.inputs + 1) * head.outputs && within % head.outputs >= architecture.latent;
}

describe('glorot', () => {
  it('keeps weights within the bound of their layer, and biases at zero', () => {
    fc.assert(
      fc.property(architectures, seeds, (architecture, seed) => {
        const { values } = initialParameters(architecture, 'glorot', seed);
        for (const layer of createLayout(architecture).layers) {
          const limit = limitOf(layer, architecture);
          for (const weight of weightsOf(layer, values)) expect(Math.abs(weight)).toBeLessThanOrEqual(limit);
          expect(biasOf(layer, values).every((value) => value === 0)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('fills the bound evenly: mean 0 and variance limit²/3, both heads alike', () => {
    const architecture: Architecture = { inputs: 200, hidden: [150], latent: 20, activation: 'relu' };
    const { values } = initialParameters(architecture, 'glorot', 3);
    for (const layer of createLayout(architecture).layers) {
      const limit = limitOf(layer, architecture);
      const unit = weightsOf(layer, values).map((weight) => weight / limit);
      const moment = (power: number): number => unit.reduce((sum, u) => sum + u ** power / unit.length, 0);
      // Standard errors of the moments of n uniforms on [−1, 1], times five.
      expectClose(moment(1), 0, { abs: 5 * Math.sqrt(1 / 3 / unit.length) }, `mean of ${layer.name}`);
      expectClose(moment(2), 1 / 3, { abs: 5 * Math.sqrt(4 / 45 / unit.length) }, `variance of ${layer.name}`);
      expect(Math.max(...unit.map(Math.abs))).toBeGreaterThan(0.99);
    }
  });

  it('gives one seed one model, and another seed another', () => {
    const architecture: Architecture = { inputs: 6, hidden: [5], latent: 2, activation: 'tanh' };
    const { values } = initialParameters(architecture, 'glorot', 7);
    expect(initialParameters(architecture, 'glorot', 7).values).toEqual(values);
    expect(initialParameters(architecture, 'glorot', 8).values).not.toEqual(values);
  });
});

describe('small-ellipses', () => {
  it('starts every posterior at σ = 0.1, whatever the image', () => {
    fc.assert(
      fc.property(architectures, seeds, (architecture, seed) => {
        const { values } = initialParameters(architecture, 'small-ellipses', seed);
        const { images } = createProblem(architecture, 3, seed);
        for (let i = 0; i < 3; i++) {
          const image = Float64Array.from(images.subarray(i * architecture.inputs, (i + 1) * architecture.inputs));
          const shape = referenceEncode(architecture, values, image).subarray(architecture.latent);
          const [diagonal] = headParts(familyOf(architecture), architecture.latent);
          // To the bit of a float32: no weight may add to the bias.
          for (const value of shape.subarray(0, diagonal)) expect(value).toBe(Math.fround(2 * Math.log(SMALL_SIGMA)));
          for (const value of shape.subarray(diagonal)) expect(value).toBe(0);
        }
      }),
      runs,
    );
    expect(SMALL_SIGMA).toBe(0.1);
  });

  it('shares every other weight with glorot', () => {
    fc.assert(
      fc.property(architectures, seeds, (architecture, seed) => {
        const small = initialParameters(architecture, 'small-ellipses', seed).values;
        const glorot = initialParameters(architecture, 'glorot', seed).values;
        for (let at = 0; at < small.length; at++) {
          if (!isLogVar(at, architecture)) expect(small[at]).toBe(glorot[at]);
        }
      }),
      runs,
    );
  });
});

describe.each(['glorot', 'small-ellipses'] as const)('%s', (init) => {
  it('has an optimiser that has not seen anything', () => {
    const architecture: Architecture = { inputs: 6, hidden: [5], latent: 2, activation: 'gelu' };
    const { size } = createLayout(architecture);
    const parameters = initialParameters(architecture, init, 1);
    expect(parameters).toMatchObject({ architecture, step: 0 });
    expect(parameters.first).toEqual(new Float32Array(size));
    expect(parameters.second).toEqual(new Float32Array(size));
  });
});
