import type { Settings } from '../../../src/state/settings';
import type { FactorNumbers, Measures } from '../../../src/worker/jobAnswers';
import type { Claims } from '../claims';
import { type FigureModel, modelOf } from '../modelOf';

/** Moments of the figure, each after the steps that the text says. */
interface Moment {
  readonly measures: Measures;
  readonly factors: FactorNumbers;
}

async function momentOf(model: FigureModel): Promise<Moment> {
  return { measures: await model.measure(), factors: await model.survey('factors', {}) };
}

/** At the β that it opens with. */
async function atFirst(): Promise<Moment> {
  const model = await modelOf('beta');
  await model.train(4000);
  const moment = await momentOf(model);
  model.dispose();
  return moment;
}

/** Begun anew at β = 4, and then raised further. */
async function raised(changes: Partial<Settings> = {}): Promise<readonly Moment[]> {
  const model = await modelOf('beta', undefined, { beta: 4, ...changes });
  const moments: Moment[] = [];
  await model.train(4000);
  moments.push(await momentOf(model));
  for (const beta of changes.posterior === undefined ? [8, 32] : []) {
    await model.train(4000, { beta });
    moments.push(await momentOf(model));
  }
  model.dispose();
  return moments;
}

let upright: Promise<readonly Moment[]> | null = null;
const raisedUpright = (): Promise<readonly Moment[]> => (upright ??= raised());
let tilted: Promise<readonly Moment[]> | null = null;
const raisedTilted = (): Promise<readonly Moment[]> => (tilted ??= raised({ posterior: 'full' }));

const active = async (place: number): Promise<number> => (await raisedUpright())[place]!.measures.activeAxes;

/** What the axis that says most of x, and the next, say of it, in nats. */
const ofX = ({ factors: { names, information } }: Moment): readonly [number, number] => {
  const all = [...information].filter((_, at) => at % names.length === names.indexOf('x')).toSorted((a, b) => b - a);
  return [all[0]!, all[1]!];
};

const loss = ({ measures: { reconstruction, regulariser } }: Moment): number => reconstruction + 4 * regulariser;

export const claims: Claims = {
  first: async () => (await atFirst()).measures.activeAxes,
  four: () => active(0),
  eight: () => active(1),
  most: () => active(2),
  most4: async () => ofX((await raisedUpright())[0]!)[0],
  next4: async () => ofX((await raisedUpright())[0]!)[1],
  mostTilted: async () => ofX((await raisedTilted())[0]!)[0],
  nextTilted: async () => ofX((await raisedTilted())[0]!)[1],
  lossUpright: async () => loss((await raisedUpright())[0]!),
  lossTilted: async () => loss((await raisedTilted())[0]!),
};
