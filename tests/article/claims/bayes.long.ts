import type { Settings } from '../../../src/state/settings';
import type { Measures } from '../../../src/worker/jobAnswers';
import type { Claims } from '../claims';
import { modelOf } from '../modelOf';

const LEARNED = { likelihood: 'gaussian-learned' } as const;

async function measures(steps: number, changes: Partial<Settings> = {}): Promise<Measures> {
  const model = await modelOf('bayes', undefined, changes);
  await model.train(steps);
  const measured = await model.measure();
  model.dispose();
  return measured;
}

/** The loss of the images that are trained on, at β = 1. */
async function loss(steps: number, changes?: Partial<Settings>): Promise<number> {
  const { reconstruction, regulariser } = (await measures(steps, changes)).training;
  return reconstruction + regulariser;
}

export const claims: Claims = {
  sharp: async () => (await measures(2000)).kl,
  soft: async () => (await measures(2000, { sigmaX: 1, beta: 0.09 })).kl,
  loss: () => loss(1000, LEARNED),
  one: () => loss(2000, LEARNED),
  sixteen: () => loss(2000, { ...LEARNED, samples: 16 }),
};
