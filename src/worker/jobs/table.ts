import type { Coverage } from '../../math/coverage';
import type { JobAnswers, JobKind, JobRequest } from '../jobProtocol';
import { density } from './density';
import { evidenceOf } from './evidence';
import { geodesicOf } from './geodesic';
import { measure } from './measure';
import type { Moment } from './moment';
import { nextStep } from './nextStep';
import { pca } from './pca';
import { posteriorOf } from './posterior';
import { questions } from './questions';
import { indicatricesOf, stretch } from './stretch';
import { uncovered } from './uncovered';
import type { Work } from './work';

/** What is fetched to be done: all but the loss of held-out images, which every loss chart asks for. */
export type FetchedKind = Exclude<JobKind, 'heldOut'>;

/** How each kind of job is done, at a moment of the run. */
const JOBS: {
  readonly [K in FetchedKind]: (moment: Moment, request: JobRequest<K>, coverage: Coverage) => Work<JobAnswers[K]>;
} = {
  measure: (moment, _, coverage) => measure(moment, coverage),
  density,
  uncovered,
  stretch,
  indicatrices: indicatricesOf,
  geodesic: geodesicOf,
  pca,
  evidence: evidenceOf,
  posterior: posteriorOf,
  questions: (moment, _, coverage) => questions(moment, coverage),
  nextStep,
};

/** What a request asks for. @param coverage what has been allocated for it, shared by all jobs of a worker */
export function workOf<K extends FetchedKind>(
  request: JobRequest<K>,
  moment: Moment,
  coverage: Coverage,
): Work<JobAnswers[K]> {
  return JOBS[request.kind](moment, request, coverage);
}
