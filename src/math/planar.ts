/** Codes of any number of axes, seen on a plane of two of them. */

/** Two axes of a code; −1 stands for the axis that a one-dimensional code does not have. */
export type PlaneAxes = readonly [number, number];

/** Points of the plane as codes of d axes: the axes that are not shown are 0, the prior's mean. */
export function lift(points: Float32Array, d: number, [first, second]: PlaneAxes): Float32Array {
  if (d === 2 && first === 0 && second === 1) return points;
  const n = points.length / 2;
  const codes = new Float32Array(d * n);
  for (let i = 0; i < n; i++) {
    codes[d * i + first] = points[2 * i]!;
    if (second >= 0) codes[d * i + second] = points[2 * i + 1]!;
  }
  return codes;
}

/** Codes of d axes as points of the plane; a code of one axis has none upwards, and lies at 0. */
export const pointsOn = (codes: Float32Array, d: number, [first, second]: PlaneAxes): [x: number, y: number][] =>
  Array.from({ length: codes.length / d }, (_, k) => [codes[k * d + first]!, second < 0 ? 0 : codes[k * d + second]!]);

/** Another axis must vary this many times more before it takes the place of one that is shown. */
const CLEARLY = 1.5;

/**
 * The two axes to show, in order: those whose centres vary most. Axes that are shown already stay until others vary
 * clearly more.
 * @param variance Var_x(μᵢ) of each axis
 */
export function mostActive(variance: ArrayLike<number>, shown: PlaneAxes | null = null): PlaneAxes {
  if (variance.length === 1) return [0, -1];
  const weight = (axis: number): number => variance[axis]! * (shown?.includes(axis) ? CLEARLY : 1);
  const ranked = Array.from({ length: variance.length }, (_, axis) => axis).sort(
    (a, b) => weight(b) - weight(a) || a - b,
  );
  const [a, b] = [ranked[0]!, ranked[1]!];
  return a < b ? [a, b] : [b, a];
}
