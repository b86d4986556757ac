import type { Lack } from '../state/lack';
import type { SampleWords } from '../text/sample';

/**
 * What is said where nothing is known of images and their posteriors, or nothing yet.
 * @param part that a script did not come
 */
export function whyNone(lack: Lack | null, { waiting, noCodes }: SampleWords, part: string): string {
  if (lack === null) return waiting;
  return lack === 'missing' ? part : noCodes;
}
