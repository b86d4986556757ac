import type { Coverage } from '../../math/coverage';
import { importer } from '../../platform/importer';
import { type JobAnswers, type JobKind, type JobRequest, SURVEYS_MISSING } from '../jobProtocol';
import { heldOut } from './heldOut';
import type { Moment } from './moment';
import type { FetchedKind } from './table';
import { type Tell, type Work, wait } from './work';

/** More than half of the worker's script, of no use to a reader who only watches. */
const importTable = importer(() => import('./table'));

/**
 * What a request asks for; how it is done is fetched with the first one, but for what every loss chart asks for.
 * @param coverage what has been allocated for it, shared by all jobs of a worker
 * @param tell is called with the share that is done, by kinds that know it
 * @throws Error of the name SURVEYS_MISSING where that does not come; a later request tries again
 */
export function* fetchedWork<K extends JobKind>(
  request: JobRequest<K>,
  moment: Moment,
  coverage: Coverage,
  tell: Tell = () => undefined,
): Work<JobAnswers[K]> {
  if (request.kind === 'heldOut') return (yield* heldOut(moment)) as JobAnswers[K];
  const { workOf } = yield* wait(importTable().catch(missing));
  return (yield* workOf(request as JobRequest<FetchedKind>, moment, coverage, tell)) as JobAnswers[K];
}

function missing(error: unknown): never {
  const why = error instanceof Error ? error.message : String(error);
  throw Object.assign(new Error(`The script that surveys need cannot be loaded: ${why}`), { name: SURVEYS_MISSING });
}
