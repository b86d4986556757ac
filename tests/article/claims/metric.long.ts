import { metric } from '../../../src/figures/specs/metric';
import type { Settings } from '../../../src/state/settings';
import type { ImagePosterior } from '../../../src/worker/jobAnswers';
import { once } from '../../support/once';
import type { Claims } from '../claims';
import { type FigureModel, modelOf } from '../modelOf';

/** A model after 2,000 steps, to be disposed of. */
async function trained(changes: Partial<Settings> = {}): Promise<FigureModel> {
  const model = await modelOf('metric', undefined, changes);
  await model.train(2000);
  return model;
}

/** Every ninth of the 1,797 images, with the ellipse that the decoder predicts of each. */
async function surveyed(model: FigureModel): Promise<ImagePosterior[]> {
  const found: ImagePosterior[] = [];
  for (let index = 0; index < 1797; index += 9)
    found.push(await model.survey('posterior', { index, axes: [0, 1], size: 8 }));
  return found;
}

/** As the figure opens: share that the geodesic between its pins saves, and the ellipses. */
async function look(): Promise<{ readonly saved: number; readonly found: readonly ImagePosterior[] }> {
  const model = await trained();
  const [from, to] = metric.labs[0].opening.pins;
  const { length, straightLength } = await model.survey('geodesic', {
    from: [from.x, from.y],
    to: [to.x, to.y],
    images: 9,
  });
  const found = await surveyed(model);
  model.dispose();
  return { saved: 1 - length / straightLength, found };
}

const asOpened = once(look);

const correlationOf = ({ predicted }: ImagePosterior): number => Math.abs(predicted.correlation![0]!);

/** Mean |ρ| of the predicted ellipses. */
const tilt = (found: readonly ImagePosterior[]): number =>
  found.reduce((sum, each) => sum + correlationOf(each), 0) / found.length;

/** How many times as large as the predicted one an upright ellipse is. */
function ratioOf(answer: ImagePosterior): number {
  const [learned, predicted] = [answer.posteriors, answer.predicted].map(({ sigma }) => sigma[0]! * sigma[1]!);
  return learned! / (predicted! * Math.sqrt(1 - correlationOf(answer) ** 2));
}

export const claims: Claims = {
  saved: async () => 100 * (await asOpened()).saved,
  ratio: async () => {
    const ratios = (await asOpened()).found.map(ratioOf).toSorted((a, b) => a - b);
    return ratios[ratios.length >> 1]!;
  },
  upright: async () => tilt((await asOpened()).found),
  tilted: async () => {
    const model = await trained({ posterior: 'full' });
    const found = await surveyed(model);
    model.dispose();
    return tilt(found);
  },
};
