import type { Settings } from '../../../src/state/settings';
import type { JobAnswers } from '../../../src/worker/jobProtocol';
import { once } from '../../support/once';
import type { Claims } from '../claims';
import { modelOf } from '../modelOf';

const STEPS = 2000;

/** ln p(x) and the gap over all images. */
async function evidence(changes: Partial<Settings> = {}): Promise<JobAnswers['evidence']> {
  const model = await modelOf('true-posterior', undefined, changes);
  await model.train(STEPS);
  const found = await model.survey('evidence', {});
  model.dispose();
  return found;
}

/** As the figure opens. */
const asOpened = once(() => evidence());

const gap = async (changes: Partial<Settings>): Promise<number> => (await evidence(changes)).gap!.mean;

export const claims: Claims = {
  upright: async () => (await asOpened()).gap!.mean,
  evidence: async () => -(await asOpened()).logEvidence.mean,
  tilted: () => gap({ posterior: 'full' }),
  round: () => gap({ posterior: 'isotropic' }),
  weak: () => gap({ beta: 0.25 }),
  strong: () => gap({ beta: 8 }),
};
