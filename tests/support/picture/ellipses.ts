/** Whether a picture of the latent plane shows given ellipses: found again in its pixels, not drawn a second time. */
import { alphaOf, type Colour, crossingAt, type Raster } from './raster';

/** An ellipse as the picture should show it, parallel to the axes; pixels from the top left corner, y downwards. */
export interface ExpectedEllipse {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Semi-axes. */
  readonly a: number;
  readonly b: number;
  readonly colour: Colour;
}

/** Pixels that a measured length or place may be off. */
const TOLERANCE = 0.5;

/** Directions in which a contour is looked for, besides the four of the axes. */
const DIRECTIONS = 32;

/** How much a line must stand out to be one, of 1. */
const LINE = 0.04;

/** Pixels from a contour within which its line and its blurred edge lie. */
const NEAR = 5;

/** Values of 255 that a colour may be off: dots, thin lines and eight bits of alpha leave no more. */
const SHADE = 14;

/** Distance of a point to an ellipse's contour, to first order; negative inside. */
function distanceTo({ x, y, a, b }: ExpectedEllipse, px: number, py: number): number {
  const [u, v] = [(px - x) / a, (py - y) / b];
  const f = Math.hypot(u, v);
  if (f < 1e-9) return -Math.min(a, b);
  return ((f - 1) * f) / Math.hypot(u / a, v / b);
}

/**
 * What of a picture is not as it should be: contours that are not there or elsewhere, semi-axes and centres that are off,
 * centres without a dot, colours of other classes, and ink where there is no ellipse. Ellipses may overlap; where contours
 * cross, nothing is measured.
 * @param palette all colours that an ellipse could have
 */
export function ellipseFaults(
  picture: Raster,
  ellipses: readonly ExpectedEllipse[],
  palette: readonly Colour[],
): string[] {
  const alpha = alphaOf(picture);
  const { width, height } = picture;
  const faults: string[] = [];
  const isClear = (px: number, py: number, own: ExpectedEllipse): boolean =>
    px > 2 * NEAR &&
    py > 2 * NEAR &&
    px < width - 2 * NEAR &&
    py < height - 2 * NEAR &&
    ellipses.every(
      (other) =>
        other === own ||
        (Math.abs(distanceTo(other, px, py)) > 2 * NEAR && Math.hypot(px - other.x, py - other.y) > 2 * NEAR),
    );
  let measured = 0;
  for (const ellipse of ellipses) {
    const { name, x, y, a, b, colour } = ellipse;
    const look = (angle: number): number | null => {
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const [px, py] = [x + a * c, y + b * s];
      if (!isClear(px, py, ellipse)) return null;
      const length = Math.hypot(c / a, s / b);
      const crossing = crossingAt(alpha, px, py, c / a / length, s / b / length, NEAR);
      return crossing.height < LINE ? Number.NaN : crossing.offset;
    };
    const off: number[] = [];
    for (let i = 0; i < DIRECTIONS; i++) {
      const offset = look((2 * Math.PI * (i + 0.5)) / DIRECTIONS);
      if (offset !== null) off.push(offset);
    }
    const lost = off.filter((offset) => !(Math.abs(offset) <= 2 * TOLERANCE)).length;
    if (lost > 0) faults.push(`${name}: ${lost} of ${off.length} places have no contour`);
    measured += off.length;

    for (const [axis, angles] of [
      ['a', [0, Math.PI]],
      ['b', [Math.PI / 2, -Math.PI / 2]],
    ] as const) {
      const [one, other] = [look(angles[0]), look(angles[1])];
      if (one === null || other === null) continue;
      const length = (one + other) / 2;
      const shift = (one - other) / 2;
      if (!(Math.abs(length) <= TOLERANCE)) faults.push(`${name}: semi-axis ${axis} is off by ${length.toFixed(2)} px`);
      if (!(Math.abs(shift) <= TOLERANCE))
        faults.push(`${name}: centre along ${axis} is off by ${shift.toFixed(2)} px`);
    }

    const shown = colourOf(picture, ellipse, isClear);
    if (shown !== null) {
      const nearest = palette.reduce((best, each) => (apart(each, shown) < apart(best, shown) ? each : best));
      if (nearest !== colour && apart(nearest, colour) > 0)
        faults.push(`${name}: has the colour ${shown.map(Math.round)}, not ${colour}`);
      else if (apart(colour, shown) > SHADE)
        faults.push(`${name}: its colour is ${shown.map(Math.round)}, not ${colour}`);
    }
    if (x > 1 && y > 1 && x < width - 1 && y < height - 1) {
      const centre = alpha.values[Math.floor(y) * width + Math.floor(x)]!;
      const beside = alpha.values[Math.floor(y) * width + Math.floor(Math.min(width - 1, x + a / 2))]!;
      if (centre <= beside + LINE) faults.push(`${name}: its centre has no dot`);
    }
  }
  // Half of the places would be enough; a test whose ellipses hide each other would hold nothing.
  if (measured < (DIRECTIONS / 2) * ellipses.length) faults.push(`only ${measured} places could be measured`);

  let stray = 0;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      if (
        alpha.values[row * width + column]! > 0 &&
        !ellipses.some((one) => distanceTo(one, column + 0.5, row + 0.5) < NEAR)
      )
        stray++;
  if (stray > 0) faults.push(`${stray} pixels have ink where there is no ellipse`);
  return faults;
}

const apart = (one: Colour, other: Colour): number => Math.max(...one.map((value, k) => Math.abs(value - other[k]!)));

/** Mean colour of the contour's line where no other ellipse is; null where there is no such place. */
function colourOf(
  { width, height, data }: Raster,
  ellipse: ExpectedEllipse,
  isClear: (x: number, y: number, own: ExpectedEllipse) => boolean,
): Colour | null {
  const sum = [0, 0, 0];
  let weight = 0;
  for (let i = 0; i < 4 * DIRECTIONS; i++) {
    const angle = (2 * Math.PI * i) / (4 * DIRECTIONS);
    const px = ellipse.x + ellipse.a * Math.cos(angle);
    const py = ellipse.y + ellipse.b * Math.sin(angle);
    if (!isClear(px, py, ellipse) || px >= width || py >= height) continue;
    const at = 4 * (Math.floor(py) * width + Math.floor(px));
    const alpha = data[at + 3]!;
    for (const k of [0, 1, 2] as const) sum[k]! += alpha * data[at + k]!;
    weight += alpha;
  }
  return weight === 0 ? null : (sum.map((value) => value / weight) as unknown as Colour);
}
