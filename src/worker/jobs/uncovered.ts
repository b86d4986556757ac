import { endless } from '../../math/endless';
import { outlineReach } from '../../math/family';
import { onPlane } from '../../math/posterior';
import { uncoveredCells } from '../../math/uncovered';
import type { JobAnswers, JobRequests } from '../jobProtocol';
import type { Moment } from './moment';
import type { Work } from './work';

/** What the 1σ outlines leave of the unit circle: what `circleCoverage` counts as not covered. */
export function* uncovered(moment: Moment, { window, size }: JobRequests['uncovered']): Work<JobAnswers['uncovered']> {
  const plane = endless(onPlane(yield* moment.posteriors(), moment.axes), moment.axes);
  const reach = outlineReach(plane.family, 1, moment.hyper.noiseScale);
  return { ...moment.stamp, window, size, cells: yield* uncoveredCells(plane, reach, window, size, 1) };
}
