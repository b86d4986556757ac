import { gridCodes } from '../../math/gridCodes';
import { indicatrices } from '../../math/indicatrices';
import { magnifications, metricsAt } from '../../math/metric';
import type { JobAnswers, JobRequests } from '../jobProtocol';
import type { Moment } from './moment';
import { decoded, type Work } from './work';

/** Of half the distance of two nodes: what the radius of a middling indicatrix takes, so that they seldom meet. */
const FILL = 0.6;

/** √det G of the decoder's means at the midpoints of cells. */
export function* stretch(moment: Moment, { window, size }: JobRequests['stretch']): Work<JobAnswers['stretch']> {
  const metrics = yield* metricsOfPlane(moment, gridCodes(window, size));
  return { ...moment.stamp, window, size, values: Float32Array.from(magnifications(metrics, 2)) };
}

/** The decoder's indicatrices at the midpoints of cells. */
export function* indicatricesOf(
  moment: Moment,
  { window, count }: JobRequests['indicatrices'],
): Work<JobAnswers['indicatrices']> {
  const points = gridCodes(window, count);
  const metrics = yield* metricsOfPlane(moment, points);
  return { ...moment.stamp, points, ...indicatrices(metrics, (FILL * window.half) / count) };
}

/** G on the axes of the plane. An axis that codes do not have stretches nothing: its entry is 1. */
function* metricsOfPlane(moment: Moment, points: Float32Array): Work<Float64Array> {
  const metrics = yield* decoded(metricsAt(points, 2), (codes) => moment.decodePlane(codes));
  if (moment.axes[1] < 0) for (let at = 3; at < metrics.length; at += 4) metrics[at] = 1;
  return metrics;
}
