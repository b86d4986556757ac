import type { Measures } from '../../../src/worker/jobAnswers';
import type { Claims } from '../claims';
import { modelOf } from '../modelOf';

/** The figure after the steps that the text says, with this σ from the first. */
async function measuresAt(noiseScale: number): Promise<Measures> {
  const model = await modelOf('points-to-ellipses');
  await model.train(2000, { noiseScale });
  const measured = await model.measure();
  model.dispose();
  return measured;
}

export const claims: Claims = {
  points: async () => 100 * (await measuresAt(0)).coverage1,
  ellipses: async () => 100 * (await measuresAt(1)).coverage1,
  tenth: async () => 100 * (await measuresAt(0.1)).coverage1,
  wide: async () => (await measuresAt(0.1)).meanSigma,
  usual: async () => (await measuresAt(1)).meanSigma,
};
