import type { Measures } from '../../../src/worker/jobAnswers';
import { once } from '../../support/once';
import type { Claims } from '../claims';
import { modelOf } from '../modelOf';

type Moments = Readonly<Record<'before' | 'drawn' | 'centre', Measures>>;

/** The figure before training, and after the steps that the text says: with codes drawn from the ellipses, and with their centres. */
async function run(): Promise<Moments> {
  const model = await modelOf('reparameterise');
  const before = await model.measure();
  await model.train(2000);
  const drawn = await model.measure();
  await model.train(0, { noiseScale: 0 });
  const centre = await model.measure();
  model.dispose();
  return { before, drawn, centre };
}

const measured = once(run);

export const claims: Claims = {
  before: async () => (await measured()).before.reconstruction,
  drawn: async () => (await measured()).drawn.reconstruction,
  centre: async () => (await measured()).centre.reconstruction,
};
