import type { Settings } from '../../../src/state/settings';
import type { FactorNumbers, Measures } from '../../../src/worker/jobAnswers';
import { once } from '../../support/once';
import type { Claims } from '../claims';
import { modelOf } from '../modelOf';

/** Moments of the figure, each after the steps that the text says. */
interface Moment {
  readonly measures: Measures;
  readonly factors: FactorNumbers;
}

/** The figure, begun with these settings: after 4,000 steps, and after as many more at each β that it is raised to. */
async function moments(begun: Partial<Settings>, raisedTo: readonly number[] = []): Promise<readonly Moment[]> {
  const model = await modelOf('beta', undefined, begun);
  const found: Moment[] = [];
  for (const changes of [{}, ...raisedTo.map((beta) => ({ beta }))]) {
    await model.train(4000, changes);
    found.push({ measures: await model.measure(), factors: await model.survey('factors', {}) });
  }
  model.dispose();
  return found;
}

const upright = once(() => moments({ beta: 4 }, [8, 32]));
const tilted = once(() => moments({ beta: 4, posterior: 'full' }));

const active = (all: readonly Moment[], place: number): number => all[place]!.measures.activeAxes;

/** What the axis that says most of x, and the next, say of it, in nats. */
const ofX = ({ factors: { names, information } }: Moment): readonly [number, number] => {
  const all = [...information].filter((_, at) => at % names.length === names.indexOf('x')).toSorted((a, b) => b - a);
  return [all[0]!, all[1]!];
};

const loss = ({ measures: { reconstruction, regulariser } }: Moment): number => reconstruction + 4 * regulariser;

export const claims: Claims = {
  first: async () => active(await moments({}), 0),
  four: async () => active(await upright(), 0),
  eight: async () => active(await upright(), 1),
  most: async () => active(await upright(), 2),
  most4: async () => ofX((await upright())[0]!)[0],
  next4: async () => ofX((await upright())[0]!)[1],
  mostTilted: async () => ofX((await tilted())[0]!)[0],
  nextTilted: async () => ofX((await tilted())[0]!)[1],
  lossUpright: async () => loss((await upright())[0]!),
  lossTilted: async () => loss((await tilted())[0]!),
};
