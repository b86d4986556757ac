/** Moments of small models on tfjs's cpu backend, for jobs. */
import { binarised } from '../../src/data/binarised';
import { generateStrokes } from '../../src/data/sets/strokes';
import type { PlaneAxes } from '../../src/math/planar';
import type { Engine, Hyper, Parameters } from '../../src/model/engine';
import type { Architecture } from '../../src/model/layout';
import { Trainer } from '../../src/model/trainer';
import { Moment } from '../../src/worker/jobs/moment';
import './cpu';
import { createProblem, plainHyper } from './models';
import { createTfjsEngine } from './tfjs/engine';

/** Images of these models. */
export const strokes = generateStrokes({ seed: 5, count: 50, size: 5 });

/** @param values the parameters; left out, random ones of which the decoder bends */
export function createMoment(
  architecture: Architecture,
  {
    hyper = {},
    axes = [0, 1],
    holdout = 0,
    values = createProblem(architecture, 1).parameters.values,
    wantsNext = false,
    resampled = false,
  }: {
    hyper?: Partial<Hyper>;
    axes?: PlaneAxes;
    holdout?: number;
    values?: Float32Array;
    wantsNext?: boolean;
    resampled?: boolean;
  } = {},
): { moment: Moment; engine: Engine; trainer: Trainer } {
  const engine = createTfjsEngine('simd', architecture);
  const images = resampled ? binarised(strokes, 'resampled') : strokes;
  engine.setData(images.images, images.n, images.intensities);
  const none = new Float32Array(values.length);
  const parameters: Parameters = { architecture, values, first: none, second: none, step: 7 };
  engine.load(parameters);
  const start = { hyper: { ...plainHyper, ...hyper }, batchSize: 10, step: 7, holdout, resampled };
  const trainer = new Trainer(engine, strokes, architecture.latent, 1, start);
  const moment = new Moment({ trainer, architecture, shown: axes, images, canEncode: true }, wantsNext);
  return { moment, engine, trainer };
}
