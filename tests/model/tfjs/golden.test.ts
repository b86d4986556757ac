import { describe, expect, it } from 'vitest';
import { expectClose, expectLayersClose, expectNear } from '../../support/close';
import { autograd } from '../../support/cpu';
import {
  flatten,
  golden,
  goldenHyper,
  goldenImages,
  goldenLayout,
  goldenNoise,
  goldenParameters,
  goldenVariants,
} from '../../support/golden';
import { createTfjsEngine } from '../../support/tfjs/engine';

/** float32, to the largest magnitude of a block. */
const FLOAT = 1e-5;
const { architecture } = goldenLayout;
const everyImage = Uint32Array.of(0, 1, 2, 3);

describe('the objective', () => {
  it.each(goldenVariants)('has the golden loss and gradient: $name', ({ hyper, loss, grad }) => {
    const found = autograd(architecture, goldenParameters().values, goldenImages, goldenNoise(0), hyper);
    expectClose(found.total, loss, { rel: FLOAT }, 'loss');
    expectLayersClose(goldenLayout, found.gradient, flatten(grad), FLOAT);
  });

  it('has the golden R and K', () => {
    const found = autograd(architecture, goldenParameters().values, goldenImages, goldenNoise(0), goldenHyper);
    expectClose(found.reconstruction, golden.forward.recon, { rel: FLOAT }, 'R');
    expectClose(found.regulariser, golden.forward.reg, { rel: FLOAT }, 'K');
  });
});

describe('the engine', () => {
  it('encodes the golden images to the golden codes', async () => {
    const engine = createTfjsEngine('simd', architecture);
    engine.load(goldenParameters());
    const { mu, logVar } = await engine.encode(goldenImages);
    expectNear(mu, golden.forward.mu.flat(), FLOAT, 'mu');
    expectNear(logVar, golden.forward.logvar.flat(), FLOAT, 'logVar');
    engine.dispose();
  });

  it('takes the three golden Adam steps', async () => {
    const engine = createTfjsEngine('simd', architecture);
    engine.setData(goldenImages, 4);
    engine.load(goldenParameters());
    for (const [t, loss] of golden.adam.loss_before_step.entries()) {
      engine.train(everyImage, goldenNoise(t), goldenHyper);
      const losses = await engine.losses();
      expectClose(losses!.total, loss, { rel: FLOAT }, `loss before step ${t + 1}`);
      const { values, step } = await engine.save();
      expect(step).toBe(t + 1);
      expectLayersClose(goldenLayout, values, flatten(golden.adam.params_after_step[t]!), FLOAT);
    }
    const { first, second } = await engine.save();
    expectLayersClose(goldenLayout, first, flatten(golden.adam.exp_avg_after3), FLOAT);
    expectLayersClose(goldenLayout, second, flatten(golden.adam.exp_avg_sq_after3), FLOAT);
    engine.dispose();
  });
});
