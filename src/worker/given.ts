import type { PlaneAxes } from '../math/planar';
import { importer } from '../platform/importer';
import type { GivenAnswer } from './jobs/given';
import { Moment } from './jobs/moment';
import { toEnd } from './jobs/work';
import type { Given, Pictures, View } from './protocol';
import type { Run } from './run';

/** Of use to those alone who give images of their own. */
const importGiven = importer(() => import('./jobs/given'));

/** What a frame has of images that the model was given. */
export interface GivenInFrame {
  readonly given: Given;
  readonly pictures: Pictures;
}

const NONE: GivenInFrame = { given: {}, pictures: {} };

/**
 * Makes ready to look at images that a view gives.
 * @returns what looks at them: at the moment of the run when it is called, which may train on before it resolves
 */
export async function prepareGiven(
  { requests }: View,
  { canEncode, architecture: { inputs } }: Run,
): Promise<(run: Run, axes: PlaneAxes) => Promise<GivenInFrame>> {
  const asked = Object.entries(requests).flatMap(([key, request]) => {
    const fits = canEncode && request.kind === 'images' && request.images.length % inputs === 0;
    return fits && request.images.length > 0 ? [{ key, images: request.images }] : [];
  });
  if (asked.length === 0) return async () => NONE;
  const code = await importGiven().catch(() => null);
  if (code === null)
    return async () => ({ ...NONE, given: Object.fromEntries(asked.map(({ key }): [string, null] => [key, null])) });
  return async (run, axes) => {
    const moment = new Moment(run);
    try {
      const answers: [string, GivenAnswer][] = [];
      for (const { key, images } of asked) answers.push([key, await toEnd(code.givenImages(moment, images, axes))]);
      return {
        given: Object.fromEntries(answers.map(([key, { means: _, ...said }]) => [key, said])),
        pictures: Object.fromEntries(answers.map(([key, { means }]) => [key, means])),
      };
    } finally {
      moment.dispose();
    }
  };
}
