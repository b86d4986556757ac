import { SURVEYS_MISSING } from '../worker/jobProtocol';

/**
 * Why there is no answer to a survey: the worker refuses it of the present model and its images (`refused`), or the script
 * that it needs did not come, and the reader wants no other try (`missing`).
 */
export type Lack = 'refused' | 'missing';

/** What the present model lacks where a survey has failed; null where a later moment may have an answer. */
export function lackOf({ name }: Error): Lack | null {
  if (name === SURVEYS_MISSING) return 'missing';
  return name === 'RangeError' ? 'refused' : null;
}
