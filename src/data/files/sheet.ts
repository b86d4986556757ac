import { DataError } from '../dataset';
import { type Grey, withinBounds } from './grey';
import { allocate, checkCount, checkSides, MAX_SIDE } from './limits';
import { isOnLight } from './paper';
import { type RawImages, rangeOf } from './rawImages';
import type { Sides } from './sides';

/** Tiles are at least so large unless the reader says otherwise. */
const LEAST_TILE = 4;

/** Sides that tiles often have, the likeliest first. */
const USUAL = [28, 32, 16, 64, 8, 20, 24, 48];

/** Neighbouring pixels differ less across the border of tiles than elsewhere, by this factor, where tiles have a margin. */
const SEAM = 0.25;

/** Tiles that there have to be in a picture that could as well be one image: fewer may be told by chance. */
const FEWEST = 9;

/** Share of tiles of one shade that images are seldom above: a picture that is cut too small has more. */
const MOST_BLANK = 0.1;

/** Images that were cut out of one picture. */
export interface Sheet {
  readonly raw: RawImages;
  /** Tiles that it can be cut into, the one that was chosen first; empty of one picture alone. */
  readonly shapes: readonly Sides[];
  readonly inverted: boolean;
}

/**
 * Cuts a picture into images: tiles that the reader states or that are found, row by row from the top left, without those
 * of one shade at its end; or rows of pixels with an image each; or it is one image itself, averaged down where it is larger
 * than one may be.
 * @throws DataError where it cannot be cut so
 */
export function cutSheet(name: string, picture: Grey, stated: Sides | undefined): Sheet {
  const differs = differencesOf(picture);
  const guessed = guess(picture, differs);
  const shapes = stated === undefined ? guessed : [stated, ...guessed.filter(([w]) => w !== stated[0])];
  // A single image is a sheet of one tile.
  const sheet = shapes.length === 0 ? withinBounds(picture) : picture;
  const [width, height] = shapes[0] ?? [sheet.width, sheet.height];
  checkSides(name, width, height);
  const flat = isFlat(sheet, differs, [width, height]);
  if (!flat && !divides(sheet, [width, height])) {
    throw new DataError(
      { code: 'tile', values: { file: name, width, height, sheet: `${sheet.width}×${sheet.height}` } },
      `${name}: is ${sheet.width}×${sheet.height} pixels, expected multiples of its tiles of ${width}×${height}`,
    );
  }
  const tiles = flat ? rowsOf(sheet, width, height) : tilesOf(sheet, width, height);
  const n = countTiles(sheet, width * height, tiles);
  checkCount(name, n * width * height, `${n} images of ${width}×${height}`);
  const values = allocate(name, n * width * height, Float32Array);
  const kept: Grey[] = [];
  for (let i = 0; i < n; i++) {
    const tile = tiles(i);
    values.set(tile.pixels, i * width * height);
    kept.push(tile);
  }
  const raw = { n, width, height, values, whole: true, range: rangeOf(values), full: 255 };
  return { raw, shapes, inverted: isOnLight(kept) };
}

/** Whether a sheet can be cut into tiles of such sides. */
const divides = (sheet: Grey, [width, height]: Sides): boolean =>
  sheet.width % width === 0 && sheet.height % height === 0;

/** Whether each row has the pixels of one image: then there are no tiles with seams. */
const isFlat = (sheet: Grey, differs: Differences, [width, height]: Sides): boolean =>
  sheet.width === width * height && !(divides(sheet, [width, height]) && seam(differs, width, height) < SEAM);

type Tiles = (index: number) => Grey;

const rowsOf =
  (sheet: Grey, width: number, height: number): Tiles =>
  (index) => ({ width, height, pixels: sheet.pixels.subarray(index * sheet.width, (index + 1) * sheet.width) });

const tilesOf = (sheet: Grey, width: number, height: number): Tiles => {
  const columns = sheet.width / width;
  return (index) => {
    const pixels = new Uint8Array(width * height);
    const left = (index % columns) * width;
    const top = Math.floor(index / columns) * height;
    for (let y = 0; y < height; y++) {
      const from = (top + y) * sheet.width + left;
      pixels.set(sheet.pixels.subarray(from, from + width), y * width);
    }
    return { width, height, pixels };
  };
};

const isBlank = ({ pixels }: Grey): boolean => pixels.every((value) => value === pixels[0]);

/** Tiles without the blank ones at the end; at least one. */
function countTiles({ pixels }: Grey, size: number, tiles: Tiles): number {
  let n = pixels.length / size;
  while (n > 1 && isBlank(tiles(n - 1))) n--;
  return n;
}

/** Whether there is a shade alone in so few of the tiles of a side that they can be images. */
function hasFewBlanks(sheet: Grey, side: number): boolean {
  const tiles = tilesOf(sheet, side, side);
  const n = countTiles(sheet, side * side, tiles);
  let blank = 0;
  for (let i = 0; i < n; i++) if (isBlank(tiles(i))) blank++;
  return blank <= MOST_BLANK * n;
}

/** Tiles that a sheet can have, the likeliest first; empty where it is one image, or cannot be cut. */
function guess(sheet: Grey, differs: Differences): Sides[] {
  const { width, height } = sheet;
  const sides: number[] = [];
  for (let side = LEAST_TILE; side <= Math.min(MAX_SIDE, width, height); side++) {
    if (divides(sheet, [side, side]) && width * height > side * side) sides.push(side);
  }
  const isOne = width <= MAX_SIDE && height <= MAX_SIDE;
  const seamed = sides.find(
    (side) =>
      width * height >= (isOne ? FEWEST : 1) * side * side &&
      seam(differs, side, side) < SEAM &&
      hasFewBlanks(sheet, side),
  );
  if (seamed === undefined && isOne) return [];
  const root = Math.sqrt(width);
  const rows = Number.isInteger(root) && root >= LEAST_TILE && root <= MAX_SIDE ? root : undefined;
  const rank = (side: number): number => (side === seamed ? -2 : side === rows ? -1 : (USUAL.indexOf(side) + 99) % 99);
  const all = new Set(rows === undefined ? sides : [...sides, rows]);
  return [...all].toSorted((a, b) => rank(a) - rank(b)).map((side) => [side, side]);
}

/** Mean difference of each column from the one before it, and of each row. */
interface Differences {
  readonly across: Float64Array;
  readonly down: Float64Array;
}

function differencesOf({ width, height, pixels }: Grey): Differences {
  const across = new Float64Array(width);
  const down = new Float64Array(height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (x > 0) across[x]! += Math.abs(pixels[i]! - pixels[i - 1]!) / height;
      if (y > 0) down[y]! += Math.abs(pixels[i]! - pixels[i - width]!) / width;
    }
  }
  return { across, down };
}

/** How much neighbours differ across the borders of tiles, as a share of how much they do anywhere. */
function seam({ across, down }: Differences, width: number, height: number): number {
  const mean = (stepAcross: number, stepDown: number): number => {
    let [sum, count] = [0, 0];
    for (let x = stepAcross; x < across.length; x += stepAcross, count++) sum += across[x]!;
    for (let y = stepDown; y < down.length; y += stepDown, count++) sum += down[y]!;
    return sum / count;
  };
  return mean(width, height) / mean(1, 1);
}
