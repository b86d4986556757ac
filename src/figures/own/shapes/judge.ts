import { cloudShape, SHAPE_BOUNDS, type ShapeVerdict } from '../../../math/shape';

/** Below this a cloud is judged by chance. */
const LEAST = 30;

/** What a cloud of bare points looks like; null where there are too few. @param points n × 2 */
export function verdictOf(points: Float32Array): ShapeVerdict | null {
  if (points.length < 2 * LEAST) return null;
  const judging = cloudShape(points);
  let next = judging.next();
  while (!next.done) next = judging.next();
  return next.value;
}

/** What a verdict rests on, in the order in which it is asked. */
export const MEASURES = Object.keys(SHAPE_BOUNDS) as readonly (keyof typeof SHAPE_BOUNDS)[];

type Measure = (typeof MEASURES)[number];

/** The shape that a measure speaks for, and whether it is on that side of its bound. */
export const MEASURED: Readonly<
  Record<Measure, { readonly shape: 'line' | 'ring' | 'disc'; readonly isMore: boolean }>
> = {
  flatness: { shape: 'line', isMore: false },
  hollowness: { shape: 'ring', isMore: true },
  radialSpread: { shape: 'ring', isMore: false },
  emptiestSector: { shape: 'ring', isMore: true },
  departure: { shape: 'disc', isMore: false },
};

/** Whether a measure speaks for its shape. */
export function speaksFor(measure: Measure, verdict: ShapeVerdict): boolean {
  const [value, bound] = [verdict[measure], SHAPE_BOUNDS[measure]];
  return MEASURED[measure].isMore ? value > bound : value < bound;
}
