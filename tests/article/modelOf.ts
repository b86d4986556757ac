/** The models of figures, trained in node: what claims of the article are measured of. */
import type { Dataset } from '../../src/data/dataset';
import { loadSource } from '../../src/data/sources';
import { FIGURES, type FigureId } from '../../src/figures/table';
import type { FigureSpec } from '../../src/state/figureSpec';
import { dataOrder, runOrder } from '../../src/state/runConfig';
import { defaultSettings, type Settings } from '../../src/state/settings';
import type { Frame, View } from '../../src/worker/frameProtocol';
import type { Measures } from '../../src/worker/jobAnswers';
import type { JobAnswers, JobKind, JobRequest, JobRequests } from '../../src/worker/jobProtocol';
import type { Codes } from '../../src/worker/protocol';
import { publicFiles } from '../support/publicFiles';
import { measured, noView } from '../support/sessions';
import { createSimdSession } from '../support/simdSession';

/** The model of a figure, as the page makes it. */
export interface FigureModel {
  readonly dataset: Dataset;
  /** Trains on. @param changes settings that are changed first, as the text changes them */
  train(steps: number, changes?: Partial<Settings>): Promise<void>;
  /** Its numbers at this moment, as the figure shows them. */
  measure(): Promise<Measures>;
  /** What else the page has computed of this moment. */
  survey<K extends JobKind>(kind: K, request: JobRequests[K]): Promise<JobAnswers[K]>;
  /** The encoder's posteriors of images of the data's size. */
  encode(images: Float32Array): Promise<Codes>;
  /** What its panels see of this moment. */
  look(requests: View['requests']): Promise<Frame>;
  dispose(): void;
}

/**
 * @param id of a figure with models
 * @param lab of several; the first where it is not said
 * @param changes settings that it begins with, besides the figure's own
 */
export async function modelOf(id: FigureId, lab?: string, changes: Partial<Settings> = {}): Promise<FigureModel> {
  const spec: FigureSpec = FIGURES[id];
  const own = spec.labs.find((each) => lab === undefined || each.id === lab);
  if (own === undefined) throw new Error(`The figure ${id} has no lab ${lab ?? ''}`);
  let settings: Settings = { ...defaultSettings(), ...own.settings, ...changes, engine: 'simd' };
  const { source, ...arrangement } = dataOrder(settings, publicFiles.baseUrl, null);
  const images = await loadSource({ ...source, ...arrangement }, publicFiles);
  const session = createSimdSession();
  const { run, live } = runOrder(settings, null, 0);
  await session.start({ ...run, images }, live);
  return {
    dataset: images,
    async train(steps, changes = {}) {
      settings = { ...settings, ...changes };
      session.configure(runOrder(settings, null, 0).live);
      await session.step(steps, noView);
    },
    measure: () => measured(session),
    survey: (kind, request) => session.survey(kind, { kind, ...request } as JobRequest<typeof kind>),
    encode: (images) => session.encode(images),
    look: (requests) => session.observe({ axes: null, requests }),
    dispose: () => session.dispose(),
  };
}

/** What a figure of one model measures after so many steps. @param changes settings that it begins with, besides its own */
export async function measuresAfter(id: FigureId, steps: number, changes?: Partial<Settings>): Promise<Measures> {
  const model = await modelOf(id, undefined, changes);
  await model.train(steps);
  const measured = await model.measure();
  model.dispose();
  return measured;
}
