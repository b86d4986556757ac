import { angleOfAxes, linesOf } from '../../../src/figures/own/pca/mesh';
import type { Settings } from '../../../src/state/settings';
import type { Sheet } from '../../../src/worker/jobAnswers';
import { once } from '../../support/once';
import type { Claims } from '../claims';
import { modelOf } from '../modelOf';

const degrees = (radians: number): number => (180 / Math.PI) * radians;

/** The surface of one of the two models after the steps that the text says, and 1,000 more with what it sets then. */
async function sheetOf(lab: 'pca' | 'pca.right', then: Partial<Settings> | null = null): Promise<Sheet> {
  const model = await modelOf('pca', lab);
  await model.train(2000);
  if (then !== null) await model.train(1000, then);
  const sheet = await model.survey('sheet', {});
  model.dispose();
  return sheet;
}

const linear = once(() => sheetOf('pca'));

export const claims: Claims = {
  angle: async () => degrees((await linear()).angle!),
  linear: async () => (await linear()).modelError,
  pca: async () => (await linear()).pcaError,
  axes: async () => degrees(angleOfAxes(linesOf(await linear()))),
  noisy: async () =>
    degrees(angleOfAxes(linesOf(await sheetOf('pca', { beta: 0.1, noiseScale: 1, learningRate: 0.01 })))),
  deep: async () => (await sheetOf('pca.right')).modelError,
};
