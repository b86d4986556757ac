import { type Family, outlineOf } from './family';
import type { PlaneAxes } from './planar';
import { principalAxes } from './principalAxes';

/** An end of an axis of a posterior's outline on the plane. */
export interface OutlineEnd {
  /** Where it is at 1σ, from the centre. */
  readonly x: number;
  readonly y: number;
  /** ε of length 1 that lands on it, d numbers: the rows of L on the plane take it there. */
  readonly noise: Float64Array;
}

/**
 * The ends of the axes of an ellipse, or the middles of the sides of a rectangle; none of what has no width.
 *
 * The outline on the plane is that of the two rows M of L, as 2 × d: the point of M·ε, |ε| = 1, that is farthest in the
 * direction v has ε = Mᵀv / |Mᵀv|.
 * @param triangle L, d × d
 * @param axes of the plane; one of −1 has no ends
 */
export function outlineEnds(family: Family, triangle: Float64Array, axes: PlaneAxes): OutlineEnd[] {
  const latent = Math.sqrt(triangle.length);
  const across = rowOf(triangle, latent, axes[0]);
  const up = rowOf(triangle, latent, axes[1]);
  return directionsOf(family, across, up, axes).flatMap(([vx, vy]) => {
    const noise = across.map((entry, k) => vx * entry + vy * up[k]!);
    const length = Math.hypot(...noise);
    if (!(length > 0)) return [];
    return [1, -1].map((side) => {
      const toward = noise.map((value) => (side * value) / length);
      return { x: dot(across, toward), y: dot(up, toward), noise: toward };
    });
  });
}

/** By how much a point of the outline moves when L changes. @param change of L, d × d */
export function endMove(change: Float64Array, axes: PlaneAxes, { noise }: OutlineEnd): [x: number, y: number] {
  const [x, y] = axes.map((axis) => dot(rowOf(change, noise.length, axis), noise)) as [number, number];
  return [x, y];
}

/** Row `axis` of a square; zeros for an axis that there is not. */
const rowOf = (square: Float64Array, width: number, axis: number): Float64Array =>
  axis < 0 ? new Float64Array(width) : square.slice(axis * width, (axis + 1) * width);

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, k) => sum + value * b[k]!, 0);

/** Unit vectors along the axes of the outline. */
function directionsOf(
  family: Family,
  across: Float64Array,
  up: Float64Array,
  axes: PlaneAxes,
): (readonly [number, number])[] {
  const own = [
    [1, 0],
    [0, 1],
  ] as const;
  if (outlineOf(family) === 'rectangle' || axes[1] < 0) return own.slice(0, axes[1] < 0 ? 1 : 2);
  const [a, b] = [Math.hypot(...across), Math.hypot(...up)];
  const rho = a * b > 0 ? dot(across, up) / (a * b) : 0;
  // Of a circle every direction is an axis.
  if (rho === 0) return [...own];
  const { angle } = principalAxes(a, b, rho);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [
    [cos, sin],
    [-sin, cos],
  ];
}
