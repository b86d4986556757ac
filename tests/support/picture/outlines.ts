/** Whether a picture of the latent plane shows given outlines: found again in its pixels, not drawn a second time. */
import { alphaOf, type Colour, crossingAt, type Raster } from './raster';

/** An outline as the picture should show it; pixels from the top left corner, y downwards. */
export interface ExpectedOutline {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Half extents across and down. */
  readonly a: number;
  readonly b: number;
  /** Correlation of an ellipse, positive where it falls to the right; 'box' for a rectangle. */
  readonly form: number | 'box';
  readonly colour: Colour;
}

/** Pixels that a measured length or place may be off. */
const TOLERANCE = 0.5;

/** Directions in which a contour is looked for, besides the four farthest. */
const DIRECTIONS = 32;

/** How much a line must stand out to be one, of 1. */
const LINE = 0.04;

/** Pixels from a contour within which its line and its blurred edge lie. */
const NEAR = 5;

/** Values of 255 that a colour may be off: dots, thin lines and eight bits of alpha leave no more. */
const SHADE = 14;

/** How large an outline of the same form through a point is, by the outline itself, and how that grows across and down. */
function sizeAt(
  { x, y, a, b, form }: ExpectedOutline,
  px: number,
  py: number,
): [f: number, across: number, down: number] {
  const [u, v] = [(px - x) / a, (py - y) / b];
  if (form === 'box') {
    return Math.abs(u) > Math.abs(v) ? [Math.abs(u), Math.sign(u) / a, 0] : [Math.abs(v), 0, Math.sign(v) / b];
  }
  const rest = 1 - form * form;
  const f = Math.sqrt((u * u - 2 * form * u * v + v * v) / rest);
  return [f, (u - form * v) / (f * rest * a), (v - form * u) / (f * rest * b)];
}

/** Distance of a point to a contour, to first order; negative inside. */
function distanceTo(outline: ExpectedOutline, px: number, py: number): number {
  const [f, across, down] = sizeAt(outline, px, py);
  return f < 1e-9 ? -Math.min(outline.a, outline.b) : (f - 1) / Math.hypot(across, down);
}

/** A place on the contour, for every angle another, by half extents from the centre. */
function placeAt({ form }: ExpectedOutline, angle: number): [u: number, v: number] {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  if (form !== 'box') return [c, form * c + Math.sqrt(1 - form * form) * s];
  const most = Math.max(Math.abs(c), Math.abs(s));
  return [c / most, s / most];
}

/**
 * What of a picture is not as it should be: contours that are not there or elsewhere, extents and centres that are off,
 * centres without a dot, colours of other classes, and ink where there is no outline. Outlines may overlap; where contours
 * cross, nothing is measured.
 * @param palette all colours that an outline could have
 */
export function outlineFaults(
  picture: Raster,
  outlines: readonly ExpectedOutline[],
  palette: readonly Colour[],
): string[] {
  const alpha = alphaOf(picture);
  const { width, height } = picture;
  const faults: string[] = [];
  const isClear = (px: number, py: number, own: ExpectedOutline): boolean =>
    px > 2 * NEAR &&
    py > 2 * NEAR &&
    px < width - 2 * NEAR &&
    py < height - 2 * NEAR &&
    outlines.every(
      (other) =>
        other === own ||
        (Math.abs(distanceTo(other, px, py)) > 2 * NEAR && Math.hypot(px - other.x, py - other.y) > 2 * NEAR),
    );
  let measured = 0;
  for (const outline of outlines) {
    const { name, x, y, a, b, form, colour } = outline;
    const look = ([u, v]: readonly [number, number]): number | null => {
      const [px, py] = [x + a * u, y + b * v];
      if (!isClear(px, py, outline)) return null;
      const [, across, down] = sizeAt(outline, px, py);
      const length = Math.hypot(across, down);
      const crossing = crossingAt(alpha, px, py, across / length, down / length, NEAR);
      return crossing.height < LINE ? Number.NaN : crossing.offset;
    };
    const off: number[] = [];
    for (let i = 0; i < DIRECTIONS; i++) {
      const offset = look(placeAt(outline, (2 * Math.PI * (i + 0.5)) / DIRECTIONS));
      if (offset !== null) off.push(offset);
    }
    const lost = off.filter((offset) => !(Math.abs(offset) <= 2 * TOLERANCE)).length;
    if (lost > 0) faults.push(`${name}: ${lost} of ${off.length} places have no contour`);
    measured += off.length;

    // Where it reaches farthest across, and down.
    const along = form === 'box' ? 0 : form;
    for (const [axis, u, v] of [
      ['a', 1, along],
      ['b', along, 1],
    ] as const) {
      const [one, other] = [look([u, v]), look([-u, -v])];
      if (one === null || other === null) continue;
      const length = (one + other) / 2;
      const shift = (one - other) / 2;
      if (!(Math.abs(length) <= TOLERANCE))
        faults.push(`${name}: half extent ${axis} is off by ${length.toFixed(2)} px`);
      if (!(Math.abs(shift) <= TOLERANCE))
        faults.push(`${name}: centre along ${axis} is off by ${shift.toFixed(2)} px`);
    }

    const shown = colourOf(picture, outline, isClear);
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
  // Half of the places would be enough; a test whose outlines hide each other would hold nothing.
  if (measured < (DIRECTIONS / 2) * outlines.length) faults.push(`only ${measured} places could be measured`);

  let stray = 0;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      if (
        alpha.values[row * width + column]! > 0 &&
        !outlines.some((one) => distanceTo(one, column + 0.5, row + 0.5) < NEAR)
      )
        stray++;
  if (stray > 0) faults.push(`${stray} pixels have ink where there is no outline`);
  return faults;
}

const apart = (one: Colour, other: Colour): number => Math.max(...one.map((value, k) => Math.abs(value - other[k]!)));

/** Mean colour of the contour's line where no other outline is; null where there is no such place. */
function colourOf(
  { width, height, data }: Raster,
  outline: ExpectedOutline,
  isClear: (x: number, y: number, own: ExpectedOutline) => boolean,
): Colour | null {
  const sum = [0, 0, 0];
  let weight = 0;
  for (let i = 0; i < 4 * DIRECTIONS; i++) {
    const [u, v] = placeAt(outline, (2 * Math.PI * i) / (4 * DIRECTIONS));
    const px = outline.x + outline.a * u;
    const py = outline.y + outline.b * v;
    if (!isClear(px, py, outline) || px >= width || py >= height) continue;
    const at = 4 * (Math.floor(py) * width + Math.floor(px));
    const alpha = data[at + 3]!;
    for (const k of [0, 1, 2] as const) sum[k]! += alpha * data[at + k]!;
    weight += alpha;
  }
  return weight === 0 ? null : (sum.map((value) => value / weight) as unknown as Colour);
}
