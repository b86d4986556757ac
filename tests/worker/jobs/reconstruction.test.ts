import { expect, it } from 'vitest';
import type { Architecture } from '../../../src/model/layout';
import { expectedReconstruction } from '../../../src/worker/jobs/reconstruction';
import { expectClose } from '../../support/close';
import { createMoment, strokes } from '../../support/moments';
import { finish } from '../../support/work';

const architecture: Architecture = { inputs: 25, hidden: [6], latent: 2, activation: 'tanh' };

it('R by as many draws as there is room for is about that of the quadrature, and the same at every call', async () => {
  const { moment } = createMoment(architecture, { hyper: { noiseScale: 0.5 } });
  const images = strokes.images.slice(0, 50);
  const posteriors = await finish(moment.posteriorsOf(images));
  let decoded = 0;
  const outputs = moment.rawOutputs.bind(moment);
  moment.rawOutputs = (codes) => {
    decoded += codes.length / 2;
    return outputs(codes);
  };
  for (const row of [0, 1]) {
    const image = images.subarray(25 * row, 25 * row + 25);
    const exact = await finish(expectedReconstruction(moment, image, posteriors, [0, 1], row));
    expect(decoded).toBeGreaterThan(180);
    decoded = 0;
    const drawn = await finish(expectedReconstruction(moment, image, posteriors, [0, 1], row, 100));
    expect(decoded).toBe(100);
    expectClose(drawn, exact, { rel: 0.05 }, `R of image ${row}`);
    expect(await finish(expectedReconstruction(moment, image, posteriors, [0, 1], row, 100))).toBe(drawn);
    decoded = 0;
  }
});
