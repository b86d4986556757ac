import { type Polygon, polygonMoments } from '../../math/raster/polygon';

/** The kinds of shape, in the order of their class numbers. */
export const SHAPES = ['square', 'ellipse', 'triangle', 'heart'] as const;

export type ShapeName = (typeof SHAPES)[number];

/** Corners by which a curve is drawn: the polygon is within 1/400 of the curve's radius of it. */
const CORNERS = 48;

/** Upright, in any size and place, y downwards. */
const DRAWN: Readonly<Record<ShapeName, Polygon>> = {
  square: [-1, -1, 1, -1, 1, 1, -1, 1],
  // Twice as wide as high.
  ellipse: curve((turn) => [2 * Math.cos(turn), Math.sin(turn)]),
  // Of equal sides, a corner on top.
  triangle: [0, -1, Math.sqrt(3) / 2, 0.5, -Math.sqrt(3) / 2, 0.5],
  // The sextic of Weisstein, Heart Curve (MathWorld).
  heart: curve((turn) => [
    16 * Math.sin(turn) ** 3,
    -(13 * Math.cos(turn) - 5 * Math.cos(2 * turn) - 2 * Math.cos(3 * turn) - Math.cos(4 * turn)),
  ]),
};

/** The outlines of the shapes, each with an area of 1 and its centre of mass at 0, 0; y downwards. */
export const OUTLINES: Readonly<Record<ShapeName, Float64Array>> = {
  square: normalised(DRAWN.square),
  ellipse: normalised(DRAWN.ellipse),
  triangle: normalised(DRAWN.triangle),
  heart: normalised(DRAWN.heart),
};

/** An outline in its place: turned counter-clockwise as it is seen, `size` times as large, its centre moved to x, y. */
export function placed(outline: Float64Array, size: number, angle: number, x: number, y: number): Float64Array {
  const [c, s] = [size * Math.cos(angle), size * Math.sin(angle)];
  return outline.map((value, k) =>
    k % 2 === 0 ? x + c * value + s * outline[k + 1]! : y + c * value - s * outline[k - 1]!,
  );
}

/** How far the outline is from its centre at most. */
export function reachOf(outline: Float64Array): number {
  let squared = 0;
  for (let k = 0; k < outline.length; k += 2) squared = Math.max(squared, outline[k]! ** 2 + outline[k + 1]! ** 2);
  return Math.sqrt(squared);
}

function curve(point: (turn: number) => readonly [x: number, y: number]): Polygon {
  return Array.from({ length: CORNERS }, (_, k) => point((2 * Math.PI * k) / CORNERS)).flat();
}

function normalised(polygon: Polygon): Float64Array {
  const { area, x, y } = polygonMoments(polygon);
  const scale = 1 / Math.sqrt(Math.abs(area));
  return Float64Array.from(polygon, (value, k) => scale * (value - (k % 2 === 0 ? x : y)));
}
