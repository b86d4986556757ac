import { FIGURES } from '../../../src/figures/table';
import type { ShareLosses } from '../../../src/worker/jobAnswers';
import { once } from '../../support/once';
import type { Claims } from '../claims';
import { modelOf } from '../modelOf';

const { values, steps } = FIGURES['tug-of-war'].sweeps.plan;

/** What one of the models begins with, and what it has when the sweep is over, of the images that are trained on. */
interface Ends {
  readonly beta: number;
  readonly first: ShareLosses;
  readonly last: ShareLosses;
}

/** The models of the sweep: as the lab is at first, but with noise, as a sweep has it. */
async function endsOf(beta: number): Promise<Ends> {
  const model = await modelOf('lab');
  await model.train(0, { beta, noiseScale: 1 });
  const { training: first } = await model.measure();
  await model.train(steps);
  const { training: last } = await model.measure();
  model.dispose();
  return { beta, first, last };
}

const all = once(() => Promise.all(values.map(endsOf)));
const of = async (beta: number): Promise<Ends> => (await all()).find((each) => each.beta === beta)!;

export const claims: Claims = {
  kBefore: async () => (await of(0.05)).first.regulariser,
  kLow: async () => (await of(0.05)).last.regulariser,
  rLow: async () => (await of(0.05)).last.reconstruction,
  gain: async () => {
    const { first, last } = await of(0.05);
    return first.reconstruction - last.reconstruction;
  },
  rHigh: async () => (await of(8)).last.reconstruction,
  kHigh: async () => (await of(8)).last.regulariser,
  exchange: async () => {
    const [cheap, dear] = [(await of(2)).last, (await of(1)).last];
    return (cheap.reconstruction - dear.reconstruction) / (dear.regulariser - cheap.regulariser);
  },
};
