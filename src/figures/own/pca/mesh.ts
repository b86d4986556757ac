import type { Sheet } from '../../../worker/jobAnswers';

/** Numbers of a point: its places along three components. */
const SEEN = 3;

/** Lines on either side of the middle one, and how far apart they are, in standard deviations. */
const ASIDE = 2;

/** A line of a mesh, point by point along three components, and whether it is an axis itself. */
export interface MeshLine {
  /** Of the axis that it runs along: 0 or 1. */
  readonly along: 0 | 1;
  readonly isAxis: boolean;
  readonly points: readonly (readonly [number, number, number])[];
}

/** The lines of a model's surface. */
export function linesOf({ mesh, lines }: Pick<Sheet, 'mesh' | 'lines'>): MeshLine[] {
  const points = mesh.length / (SEEN * lines);
  return Array.from({ length: lines }, (_, line) => ({
    along: line < lines / 2 ? 0 : 1,
    isAxis: line % (lines / 2) === (lines / 2 - 1) / 2,
    points: Array.from({ length: points }, (_, point) => {
      const at = SEEN * (line * points + point);
      return [mesh[at]!, mesh[at + 1]!, mesh[at + 2]!] as const;
    }),
  }));
}

/** Between the two axes of a mesh from end to end, in radians. */
export function angleOfAxes(lines: readonly MeshLine[]): number {
  const [one, other] = lines
    .filter(({ isAxis }) => isAxis)
    .map(({ points }) => points.at(-1)!.map((end, k) => end - points[0]![k]!));
  const product = one!.reduce((sum, along, k) => sum + along * other![k]!, 0);
  return Math.acos(product / (Math.hypot(...one!) * Math.hypot(...other!)));
}

/** The same lines of PCA's own plane, straight, as far as the images spread along its axes. */
export function linesOfPlane([first, second]: Sheet['deviations']): MeshLine[] {
  const places = Array.from({ length: 2 * ASIDE + 1 }, (_, line) => line - ASIDE);
  return ([0, 1] as const).flatMap((along) =>
    places.map((place): MeshLine => {
      const end = (side: number): readonly [number, number, number] =>
        along === 0 ? [ASIDE * side * first!, place * second!, 0] : [place * first!, ASIDE * side * second!, 0];
      return { along, isAxis: place === 0, points: [end(-1), end(1)] };
    }),
  );
}
