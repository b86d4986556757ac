import type { Measures } from '../../../src/worker/jobAnswers';
import type { Claims } from '../claims';
import { modelOf } from '../modelOf';

/** The figure as the reader finds it, after the steps that the text says. */
async function measures(): Promise<Measures> {
  const model = await modelOf('autoencoder');
  await model.train(2000);
  const measured = await model.measure();
  model.dispose();
  return measured;
}

export const claims: Claims = {
  spread: async () => (await measures()).spread,
  farthest: async () => (await measures()).largestRadius,
};
