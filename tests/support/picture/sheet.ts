/** Whether a sheet of images shows given images, each in the middle of its own cell, as dark as it should be. */
import { type Colour, type Field, type Raster, shareOf, valueAt } from './raster';

export interface ExpectedSheet {
  /** Images, row by row from the top left; of each height·width intensities, 0 is paper and 1 ink. */
  readonly images: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly paper: Colour;
  readonly ink: Colour;
  /** Images that may be faded; all others have their whole contrast. */
  readonly mayFade?: (index: number) => boolean;
}

/** Shares of a cell's side that may be left free around an image, on either side. */
const GUTTERS = [0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.12, 0.14];

/** Correlation of a cell with its image, and contrast of one that is not faded: enlarging smoothly takes some of it. */
const ALIKE = 0.95;
const CONTRAST = [0.75, 1.15] as const;
const FADED = [0.08, 1.15] as const;

/** Variance below which an image is a blank sheet, which is like nothing. */
const BLANK = 2e-4;

/** How many times better the images must fit their own cells than others'. */
const OWN = 4;

/** Pixels of an image that enlarging smoothly may move its balance by, where there is ink at its edges. */
const EDGE = 0.06;

interface Fit {
  /** Of pixels with what they should be. */
  readonly correlation: number;
  /** Slope of pixels against what they should be. */
  readonly contrast: number;
  /** Where images are flat: mean difference of shades, slope 1. */
  readonly level: number;
}

/** What of a sheet is not as it should be. */
export function sheetFaults(picture: Raster, sheet: ExpectedSheet): string[] {
  const { images, width, height, columns } = sheet;
  const size = width * height;
  const count = images.length / size;
  const rows = Math.ceil(count / columns);
  const shown = shareOf(picture, sheet.paper, sheet.ink);
  if (shown.width < columns * width || shown.height < rows * height) return ['the picture is smaller than its images'];
  const cell = { width: shown.width / columns, height: shown.height / rows };
  const imageOf = (i: number): Float32Array => images.subarray(i * size, (i + 1) * size);

  const readings = (i: number, gutter: number): number[] => {
    const [left, top] = [(i % columns) * cell.width, Math.floor(i / columns) * cell.height];
    const share = 1 - 2 * gutter;
    const scale = share * Math.min(cell.width / width, cell.height / height);
    const found: number[] = [];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        found.push(
          valueAt(
            shown,
            left + cell.width / 2 + (x + 0.5 - width / 2) * scale,
            top + cell.height / 2 + (y + 0.5 - height / 2) * scale,
          ),
        );
    return found;
  };
  const all = (gutter: number): number[][] => Array.from({ length: count }, (_, i) => readings(i, gutter));
  const gutters = GUTTERS.map((gutter) => ({ gutter, cells: all(gutter) }));
  const unlike = (cells: readonly number[][]): number =>
    cells.reduce((sum, found, i) => sum + 1 - correlate(found, imageOf(i)).correlation, 0);
  const best = gutters.reduce((one, other) => (unlike(other.cells) < unlike(one.cells) ? other : one));

  const faults: string[] = [];
  const complain = (what: string, wrong: readonly number[]): void => {
    if (wrong.length > 0) faults.push(`${wrong.length} of ${count} images ${what}, the first is ${wrong[0]}`);
  };
  const fits = best.cells.map((found, i) => ({ ...correlate(found, imageOf(i)), flat: variance(imageOf(i)) < BLANK }));
  const indices = fits.map((_, i) => i);
  complain(
    'are not where they should be, or others',
    indices.filter((i) => !fits[i]!.flat && !(fits[i]!.correlation > ALIKE)),
  );
  complain(
    'have another contrast',
    indices.filter((i) => {
      const [least, most] = sheet.mayFade?.(i) ? FADED : CONTRAST;
      return !fits[i]!.flat && !(fits[i]!.contrast > least && fits[i]!.contrast < most);
    }),
  );
  complain(
    'have another shade',
    indices.filter((i) => !sheet.mayFade?.(i) && !(Math.abs(fits[i]!.level) < 0.06)),
  );
  complain(
    'are off the middle of their cells',
    indices.filter(
      (i) => !sheet.mayFade?.(i) && isOffCentre(shown, i, columns, cell, imageOf(i), width, height, best.gutter),
    ),
  );

  // The images next door, or the same the other way round, must be worse, or the sheet could tell nothing apart.
  if (count > columns) {
    const own = unlike(best.cells);
    const others = [1, columns, -1, -columns].map((by) =>
      best.cells.reduce(
        (sum, found, i) => sum + 1 - correlate(found, imageOf((i + by + count) % count)).correlation,
        0,
      ),
    );
    if (!(Math.min(...others) > OWN * own)) faults.push('the images fit the cells next door as well as their own');
  }
  return faults;
}

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

function variance(values: ArrayLike<number>): number {
  const middle = mean(values);
  return mean(Array.from(values, (value) => (value - middle) ** 2));
}

function correlate(found: readonly number[], expected: ArrayLike<number>): Fit {
  const [f, e] = [mean(found), mean(expected)];
  let [ff, fe, ee] = [0, 0, 0];
  found.forEach((value, k) => {
    ff += (value - f) ** 2;
    fe += (value - f) * (expected[k]! - e);
    ee += (expected[k]! - e) ** 2;
  });
  // Shades that vary by less than eight bits can tell do not vary.
  const correlation = ff < 1e-9 || ee < 1e-9 ? 0 : fe / Math.sqrt(ff * ee);
  return { correlation, contrast: ee < 1e-9 ? 0 : fe / ee, level: f - e };
}

/** Whether the ink of a cell is balanced elsewhere than its image's, by more than half a pixel of the picture or so. */
function isOffCentre(
  shown: Field,
  i: number,
  columns: number,
  cell: { readonly width: number; readonly height: number },
  image: Float32Array,
  width: number,
  height: number,
  gutter: number,
): boolean {
  const scale = (1 - 2 * gutter) * Math.min(cell.width / width, cell.height / height);
  const [left, top] = [(i % columns) * cell.width, Math.floor(i / columns) * cell.height];
  let [weight, mx, my] = [0, 0, 0];
  // In quarters of a pixel, because cells need not begin at whole ones.
  const STEP = 0.25;
  for (let y = STEP / 2; y < cell.height; y += STEP)
    for (let x = STEP / 2; x < cell.width; x += STEP) {
      const column = Math.min(shown.width - 1, Math.floor(left + x));
      const row = Math.min(shown.height - 1, Math.floor(top + y));
      const ink = shown.values[row * shown.width + column]!;
      weight += ink;
      mx += ink * (x - cell.width / 2);
      my += ink * (y - cell.height / 2);
    }
  let [expected, ex, ey] = [0, 0, 0];
  image.forEach((ink, p) => {
    expected += ink;
    ex += ink * ((p % width) + 0.5 - width / 2) * scale;
    ey += ink * (Math.floor(p / width) + 0.5 - height / 2) * scale;
  });
  if (weight <= 0 || expected <= 0) return weight > 1;
  return !(Math.hypot(mx / weight - ex / expected, my / weight - ey / expected) < 0.5 + EDGE * scale);
}
