import { axisTaps, type Taps } from './resample';
import type { Theme } from './theme';

/** Images side by side, and how they lie. */
export interface ImageSheet {
  /** count × (height·width) intensities in [0, 1], row-major. */
  readonly images: Float32Array;
  readonly width: number;
  readonly height: number;
  /** Images a row; rows follow from the number of images. */
  readonly columns: number;
  /** Images with 0 here are faded towards the paper; null fades none. */
  readonly present?: Uint8Array | null;
}

/** Where the images of a sheet lie on a canvas; all in device pixels, not rounded. */
export interface SheetGeometry {
  readonly columns: number;
  readonly rows: number;
  /** An image, in the middle of its cell. Cells tile the canvas, so the centre of cell i is at (i + ½)·cell. */
  readonly imageWidth: number;
  readonly imageHeight: number;
}

/** Share of a cell's side that stays paper, so that neighbours never touch: ink of many digits runs to their edges. */
const GUTTER = 0.14;

/** How much of its contrast a faded image keeps. */
const FADED = 0.16;

/**
 * The cells of a sheet on a canvas of this size. Images keep their proportions.
 * @param count images
 * @param gutter share of a cell's side that is left free; none for an image that is alone
 */
export function sheetGeometry(
  count: number,
  { width, height, columns }: Omit<ImageSheet, 'images'>,
  canvasWidth: number,
  canvasHeight: number,
  gutter: number = count > 1 ? GUTTER : 0,
): SheetGeometry {
  const rows = Math.ceil(count / columns);
  const cellWidth = canvasWidth / columns;
  const cellHeight = canvasHeight / rows;
  const scale = (1 - gutter) * Math.min(cellWidth / width, cellHeight / height);
  return { columns, rows, imageWidth: scale * width, imageHeight: scale * height };
}

export interface SheetPainter {
  /**
   * Draws a sheet all over the canvas.
   * @param canvasWidth size of the bitmap in device pixels
   */
  paint(sheet: ImageSheet, theme: Theme, canvasWidth: number, canvasHeight: number): void;
  /** Gives the bitmaps back, what is shown with them; it may paint again. */
  clear(): void;
}

/**
 * Paints sheets of images into a canvas at its device pixels. Intensity 0 is paper and 1 is ink.
 *
 * Images are enlarged smoothly (see resample.ts): with hard pixels an 8×8 digit is a pattern of tiles that the eye has
 * to blur by itself before it reads a digit, and cells of such tiles run together into one. Drawn at device pixels, the
 * cells lie where their codes are at any size, which a bitmap of image pixels that CSS enlarges cannot do with a gutter
 * that is no whole number of them.
 */
export function createSheetPainter(canvas: HTMLCanvasElement): SheetPainter {
  // Opaque: what lets others show through costs more where the page is put together.
  const context = canvas.getContext('2d', { alpha: false });
  let picture: ImageData | null = null;
  let taps: { readonly of: string; readonly across: Taps; readonly down: Taps } | null = null;
  let colours: { readonly of: Theme; readonly full: Uint32Array; readonly faded: Uint32Array } | null = null;
  /** One image after it was enlarged across: height × canvasWidth at most. */
  let rows = new Float32Array(0);
  canvas.addEventListener('contextrestored', () => {
    if (picture !== null) context?.putImageData(picture, 0, 0);
  });

  return {
    paint(sheet, theme, canvasWidth, canvasHeight) {
      const { images, width, height, columns, present } = sheet;
      const count = images.length / (width * height);
      if (context === null || count === 0 || canvasWidth < 1 || canvasHeight < 1) return;
      if (canvas.width !== canvasWidth) canvas.width = canvasWidth;
      if (canvas.height !== canvasHeight) canvas.height = canvasHeight;
      if (picture?.width !== canvasWidth || picture.height !== canvasHeight)
        picture = context.createImageData(canvasWidth, canvasHeight);
      if (colours?.of !== theme) colours = { of: theme, full: ramp(theme, 1), faded: ramp(theme, FADED) };
      const place = [count, width, height, columns, canvasWidth, canvasHeight].join();
      if (taps?.of !== place) {
        const cells = sheetGeometry(count, sheet, canvasWidth, canvasHeight);
        taps = {
          of: place,
          across: axisTaps(canvasWidth, cells.columns, cells.imageWidth, width),
          down: axisTaps(canvasHeight, cells.rows, cells.imageHeight, height),
        };
        rows = new Float32Array(height * canvasWidth);
      }
      const { across, down } = taps;
      const pixels = new Uint32Array(picture.data.buffer);
      pixels.fill(colours.full[0]!);
      for (let i = 0; i < count; i++) {
        const shades = present && present[i] === 0 ? colours.faded : colours.full;
        enlarge(images, i * width * height, width, height, across, i % columns, rows);
        stack(rows, down, Math.floor(i / columns), across, i % columns, canvasWidth, shades, pixels);
      }
      context.putImageData(picture, 0, 0);
    },
    clear() {
      canvas.width = 0;
      canvas.height = 0;
      picture = null;
      rows = new Float32Array(0);
      taps = null;
    },
  };
}

/** Enlarges one image across: `height` rows of as many pixels as its cell has. */
function enlarge(
  images: Float32Array,
  at: number,
  width: number,
  height: number,
  { starts, ends, size, sources, weights }: Taps,
  column: number,
  rows: Float32Array,
): void {
  const from = starts[column]!;
  const length = ends[column]! - from;
  for (let y = 0; y < height; y++) {
    const row = at + y * width;
    for (let x = 0; x < length; x++) {
      const first = size * (from + x);
      let sum = 0;
      for (let tap = first; tap < first + size; tap += 4)
        sum +=
          weights[tap]! * images[row + sources[tap]!]! +
          weights[tap + 1]! * images[row + sources[tap + 1]!]! +
          weights[tap + 2]! * images[row + sources[tap + 2]!]! +
          weights[tap + 3]! * images[row + sources[tap + 3]!]!;
      rows[y * length + x] = sum;
    }
  }
}

/** Enlarges the rows of one image down, and tones them. */
function stack(
  rows: Float32Array,
  { starts, ends, size, sources, weights }: Taps,
  row: number,
  across: Taps,
  column: number,
  pitch: number,
  shades: Uint32Array,
  pixels: Uint32Array,
): void {
  const left = across.starts[column]!;
  const length = across.ends[column]! - left;
  for (let y = starts[row]!; y < ends[row]!; y++) {
    const first = size * y;
    const target = y * pitch + left;
    for (let x = 0; x < length; x++) {
      let level = 0;
      for (let tap = first; tap < first + size; tap += 4)
        level +=
          weights[tap]! * rows[sources[tap]! * length + x]! +
          weights[tap + 1]! * rows[sources[tap + 1]! * length + x]! +
          weights[tap + 2]! * rows[sources[tap + 2]! * length + x]! +
          weights[tap + 3]! * rows[sources[tap + 3]! * length + x]!;
      level = 255 * level + 0.5;
      pixels[target + x] = shades[level < 0 ? 0 : level > 255 ? 255 : level | 0]!;
    }
  }
}

/** 256 colours from paper to ink as canvas pixels (little-endian ABGR); `contrast` 1 reaches the ink. */
function ramp({ paper, ink }: Theme, contrast: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, level) => {
    const t = (contrast * level) / 255;
    const mix = (i: 0 | 1 | 2): number => Math.round(paper[i] + t * (ink[i] - paper[i]));
    return ((255 << 24) | (mix(2) << 16) | (mix(1) << 8) | mix(0)) >>> 0;
  });
}
