import { describe, expect, it } from 'vitest';
import { expectLayersClose, expectNear } from './close';
import { flatten, golden, goldenHyper, goldenImages, goldenLayout, goldenNoise, goldenVariants } from './golden';
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
      expectNear(values, flatten(golden.adam.params_after_step[t]!), 1e-9);
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
});
