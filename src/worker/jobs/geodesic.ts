import { geodesic } from '../../math/geodesic';
import type { JobAnswers, JobRequests } from '../jobProtocol';
import type { Moment } from './moment';
import { decoded, type Tell, type Work, wait } from './work';

/**
 * The geodesic of the decoder's means between two points of the plane, beside the straight line.
 * @param tell is called with the share of the search that is done
 */
export function* geodesicOf(
  moment: Moment,
  request: JobRequests['geodesic'],
  tell?: Tell,
): Work<JobAnswers['geodesic']> {
  const { from, to, images } = request;
  const decode = (points: Float32Array): Promise<Float32Array> => moment.decodePlane(points);
  const found = yield* decoded(geodesic(from, to, undefined, tell), decode);
  const line = Float32Array.of(...from, ...to);
  return {
    ...moment.stamp,
    ...found,
    strip: yield* wait(decode(along(found.path, images))),
    straightStrip: yield* wait(decode(along(line, images))),
  };
}

/** Points of a polyline, m × 2: its ends and others in equal steps of its corners. */
function along(corners: Float32Array, count: number): Float32Array {
  const last = corners.length / 2 - 1;
  return Float32Array.from({ length: 2 * count }, (_, i) => {
    const at = (Math.floor(i / 2) / (count - 1)) * last;
    const corner = Math.min(Math.floor(at), last - 1);
    const share = at - corner;
    return (1 - share) * corners[2 * corner + (i % 2)]! + share * corners[2 * corner + 2 + (i % 2)]!;
  });
}
