import { aggregatedPosterior } from '../../math/density';
import { enclosingLevels, priorMassWithin } from '../../math/levels';
import { onPlane } from '../../math/posterior';
import type { JobAnswers, JobRequests } from '../jobProtocol';
import type { Moment } from './moment';
import type { Work } from './work';

/** Circles of the prior, in its standard deviations, beside which the contours of q̄ are seen. */
const CIRCLES = [1, 2, 3];

/** The aggregated posterior over a window of the plane. */
export function* density(moment: Moment, { window, size }: JobRequests['density']): Work<JobAnswers['density']> {
  const posteriors = yield* moment.posteriors();
  const field = yield* aggregatedPosterior(onPlane(posteriors, moment.axes), window, size);
  yield;
  return { ...moment.stamp, ...field, levels: enclosingLevels(field, CIRCLES.map(priorMassWithin)) };
}
