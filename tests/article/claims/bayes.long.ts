import type { Settings } from '../../../src/state/settings';
import type { Measures } from '../../../src/worker/jobAnswers';
import type { Claims } from '../claims';
import { measuresAfter } from '../modelOf';

const LEARNED = { likelihood: 'gaussian-learned' } as const;

const measures = (steps: number, changes?: Partial<Settings>): Promise<Measures> =>
  measuresAfter('bayes', steps, changes);

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
