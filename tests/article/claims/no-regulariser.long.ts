import type { Measures } from '../../../src/worker/jobAnswers';
import { once } from '../../support/once';
import type { Claims } from '../claims';
import { modelOf } from '../modelOf';

type Moments = Readonly<Record<'first' | 'early' | 'late' | 'pulled', Measures>>;

const ratio = ({ meanSigma, spread }: Measures): number => meanSigma / spread;

/** The figure as the text goes through it: at the beginning, after 2,000 steps, after 10,000, and after 2,000 more with β = 1. */
async function run(): Promise<Moments> {
  const model = await modelOf('no-regulariser');
  const first = await model.measure();
  await model.train(2000);
  const early = await model.measure();
  await model.train(8000);
  const late = await model.measure();
  await model.train(2000, { beta: 1 });
  const pulled = await model.measure();
  model.dispose();
  return { first, early, late, pulled };
}

const measured = once(run);

export const claims: Claims = {
  sigma: async () => (await measured()).early.meanSigma,
  spread: async () => (await measured()).early.spread,
  first: async () => ratio((await measured()).first),
  second: async () => ratio((await measured()).early),
  last: async () => ratio((await measured()).late),
  pulled: async () => ratio((await measured()).pulled),
};
