/** A picture as pixels, and readings between them. Coordinates are in pixels from the top left corner of the picture. */

export type Colour = readonly [red: number, green: number, blue: number];

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha of each pixel, 0 … 255, not premultiplied; row by row from the top. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** One number a pixel. */
export interface Field {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** How far each pixel is from nothing, 0 … 1. */
export function alphaOf({ width, height, data }: Raster): Field {
  const values = new Float32Array(width * height);
  for (let i = 0; i < values.length; i++) values[i] = data[4 * i + 3]! / 255;
  return { width, height, values };
}

/**
 * The ink of a picture that has been laid on a paper: each pixel is the paper with a share of the colour whose way from the paper
 * it is nearest to. What is left beside that way stays in the colour. A picture that lets the paper through is its own ink.
 */
export function inkOn(picture: Raster, paper: Colour, colours: readonly Colour[]): Raster {
  const { width, height, data } = picture;
  for (let at = 3; at < data.length; at += 4) if (data[at]! < 255) return picture;
  const ways = colours.map(([red, green, blue]) => {
    const way = [red - paper[0], green - paper[1], blue - paper[2]] as const;
    return { way, length2: way[0] ** 2 + way[1] ** 2 + way[2] ** 2 };
  });
  const ink = new Uint8ClampedArray(4 * width * height);
  for (let at = 0; at < ink.length; at += 4) {
    const [red, green, blue] = [data[at]! - paper[0], data[at + 1]! - paper[1], data[at + 2]! - paper[2]];
    if (red === 0 && green === 0 && blue === 0) continue;
    let least = Number.POSITIVE_INFINITY;
    // What no colour leads to is ink all the same.
    let share = 1;
    for (const { way, length2 } of ways) {
      const along = (red * way[0] + green * way[1] + blue * way[2]) / length2;
      const beside = red * red + green * green + blue * blue - along * along * length2;
      if (along <= 0 || beside >= least) continue;
      least = beside;
      share = Math.min(1, along);
    }
    ink[at] = paper[0] + red / share;
    ink[at + 1] = paper[1] + green / share;
    ink[at + 2] = paper[2] + blue / share;
    ink[at + 3] = Math.max(1, 255 * share);
  }
  return { width, height, data: ink };
}

/** How far each pixel is on the way from one colour to another: 0 at `from`, 1 at `to`. */
export function shareOf({ width, height, data }: Raster, from: Colour, to: Colour): Field {
  const [red, green, blue] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const length2 = red * red + green * green + blue * blue;
  const values = new Float32Array(width * height);
  for (let i = 0, at = 0; i < values.length; i++, at += 4) {
    const along = red * (data[at]! - from[0]) + green * (data[at + 1]! - from[1]) + blue * (data[at + 2]! - from[2]);
    values[i] = along / length2;
  }
  return { width, height, values };
}

/** How different each pixel is from a colour, 0 … 1. */
export function differenceFrom({ width, height, data }: Raster, colour: Colour): Field {
  const most = Math.sqrt(3 * 255 ** 2);
  const values = new Float32Array(width * height);
  for (let i = 0, at = 0; i < values.length; i++, at += 4) {
    const [red, green, blue] = [data[at]! - colour[0], data[at + 1]! - colour[1], data[at + 2]! - colour[2]];
    values[i] = Math.sqrt(red * red + green * green + blue * blue) / most;
  }
  return { width, height, values };
}

/** The value at a point, between the centres of the four pixels around it; 0 outside. */
export function valueAt({ width, height, values }: Field, x: number, y: number): number {
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  const [u, v] = [x - 0.5 - left, y - 0.5 - top];
  const pixel = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= width || row >= height ? 0 : values[row * width + column]!;
  return (
    (1 - v) * ((1 - u) * pixel(left, top) + u * pixel(left + 1, top)) +
    v * ((1 - u) * pixel(left, top + 1) + u * pixel(left + 1, top + 1))
  );
}

/** What lies across a line: how far from where it is looked for, and how much it stands out. */
export interface Crossing {
  /** Pixels along the direction; 0 where the line is exactly there. */
  readonly offset: number;
  /** Greatest value above both sides. */
  readonly height: number;
}

/**
 * Looks for a thin line that crosses the point (x, y) at a right angle to (dx, dy), a unit vector.
 * @param reach pixels that are looked at on either side; the outer third of them is taken for what is beside the line
 */
export function crossingAt(field: Field, x: number, y: number, dx: number, dy: number, reach = 6): Crossing {
  const STEP = 0.125;
  const count = Math.round(reach / STEP);
  const profile = Array.from({ length: 2 * count + 1 }, (_, i) => {
    const t = (i - count) * STEP;
    return { t, value: valueAt(field, x + t * dx, y + t * dy) };
  });
  const mean = (part: typeof profile): number => part.reduce((sum, { value }) => sum + value, 0) / part.length;
  const inside = mean(profile.filter(({ t }) => t < -0.67 * reach));
  const outside = mean(profile.filter(({ t }) => t > 0.67 * reach));
  const base = Math.max(inside, outside);
  let weight = 0;
  let moment = 0;
  let height = 0;
  for (const { t, value } of profile) {
    const excess = Math.max(0, value - base);
    weight += excess;
    moment += excess * t;
    height = Math.max(height, excess);
  }
  return { offset: weight > 0 ? moment / weight : Number.NaN, height };
}
