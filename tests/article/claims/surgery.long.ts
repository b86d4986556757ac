import { once } from '../../support/once';
import type { Claims } from '../claims';
import { modelOf } from '../modelOf';

/** The figure as the reader finds it, after the steps that the text says, and with the β of its end. */
async function run() {
  const model = await modelOf('surgery');
  const { aggregateKl: before } = await model.measure();
  await model.train(3000);
  const first = await model.measure();
  await model.train(3000, { beta: 4 });
  const last = await model.measure();
  model.dispose();
  return { before, first, last };
}

const measured = once(run);

export const claims: Claims = {
  before: async () => (await measured()).before,
  each: async () => (await measured()).first.planeKl,
  own: async () => (await measured()).first.mutualInformation,
  together: async () => (await measured()).first.aggregateKl,
  sigma: async () => (await measured()).first.meanSigma,
  collapsed: async () => (await measured()).last.mutualInformation,
};
