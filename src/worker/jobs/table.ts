import type { Coverage } from '../../math/coverage';
import type { JobAnswers, JobKind, JobRequest } from '../jobProtocol';
import { density } from './density';
import { evidenceOf } from './evidence';
import { factors } from './factors';
import { geodesicOf } from './geodesic';
import { losses } from './losses';
import { measure } from './measure';
import type { Moment } from './moment';
import { nextStep } from './nextStep';
import { pca } from './pca';
import { posteriorOf } from './posterior';
import { questions } from './questions';
import { sheet } from './sheet';
import { indicatricesOf, stretch } from './stretch';
import { uncovered } from './uncovered';
import type { Tell, Work } from './work';

/** What is fetched to be done: all but the loss of held-out images, which every loss chart asks for. */
export type FetchedKind = Exclude<JobKind, 'heldOut'>;

/** How each kind of job is done, at a moment of the run. */
const JOBS: {
  readonly [K in FetchedKind]: (
    moment: Moment,
    request: JobRequest<K>,
    coverage: Coverage,
    tell: Tell,
  ) => Work<JobAnswers[K]>;
} = {
  measure,
  losses,
  density,
  uncovered,
  stretch,
  indicatrices: indicatricesOf,
  geodesic: (moment, request, _, tell) => geodesicOf(moment, request, tell),
  pca,
  sheet,
  evidence: evidenceOf,
  posterior: posteriorOf,
  questions: (moment, _, coverage) => questions(moment, coverage),
  factors,
  nextStep,
};

/**
 * What a request asks for.
 * @param coverage what has been allocated for it, shared by all jobs of a worker
 * @param tell is called with the share that is done, by kinds that know it
 */
export function workOf<K extends FetchedKind>(
  request: JobRequest<K>,
  moment: Moment,
  coverage: Coverage,
  tell: Tell,
): Work<JobAnswers[K]> {
  return JOBS[request.kind](moment, request, coverage, tell);
}
