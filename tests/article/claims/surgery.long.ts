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

let measured: ReturnType<typeof run> | null = null;
const once = (): ReturnType<typeof run> => {
  measured ??= run();
  return measured;
};

export const claims: Claims = {
  before: async () => (await once()).before,
  each: async () => (await once()).first.planeKl,
  own: async () => (await once()).first.mutualInformation,
  together: async () => (await once()).first.aggregateKl,
  sigma: async () => (await once()).first.meanSigma,
  collapsed: async () => (await once()).last.mutualInformation,
};
