import { describe, it } from 'vitest';
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
import { expectGoldenSteps } from '../../support/goldenSteps';
import { createTfjsEngine } from '../../support/tfjs/engine';

/** float32, to the largest magnitude of a block. */
const FLOAT = 1e-5;
const { architecture } = goldenLayout;

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

  it('takes the three golden Adam steps', () => expectGoldenSteps(createTfjsEngine('simd', architecture)));
});
