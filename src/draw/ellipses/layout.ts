/** Addresses in the kernel's memory for one size of picture and cloud; all sizes as the kernel expects them. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly classes: number;
  /** Ellipses there is room for. */
  readonly capacity: number;
  /** Rows of a band, and bands of the picture. */
  readonly rows: number;
  readonly bands: number;
  /** Pixels from one row of the picture to the next. */
  readonly pitch: number;
  /** Accumulators of one band: a plane a class and one for the dots, running sums of each row, classes of each tile. */
  readonly planes: number;
  readonly carries: number;
  readonly masks: number;
  /** Which tiles have ink, over all bands. */
  readonly inked: number;
  /** Lists of ellipses: the first of each band, the next of each ellipse. */
  readonly heads: number;
  readonly nexts: number;
  readonly picture: number;
  readonly palette: number;
  readonly mu: number;
  readonly axes: number;
  readonly correlation: number;
  readonly labels: number;
  /** First address that is free. */
  readonly end: number;
}

/** The kernel notes in 32 bits which planes a tile has; one bit is for the dots. */
export const MOST_CLASSES = 31;

/** Bytes of accumulators to aim at: what a core has near. */
const NEAR = 1 << 20;

/** Columns of margin of a row, both sides together, and rows behind a band; as in the kernel. */
const MARGINS = 8;
const SPARE_ROWS = 3;

/** Pixels a side of a tile's columns, as in the kernel. */
const TILE = 32;

export function planLayout(width: number, height: number, classes: number, capacity: number, start: number): Layout {
  const pitch = (width + 3) & ~3;
  const rowBytes = 4 * (pitch + MARGINS);
  const rows = Math.min(height, Math.max(16, Math.min(64, Math.round(NEAR / (rowBytes * (classes + 1))))));
  const bands = Math.ceil(height / rows);
  const tiles = Math.ceil(pitch / TILE);
  let end = start;
  const take = (bytes: number): number => {
    const at = (end + 15) & ~15;
    end = at + bytes;
    return at;
  };
  const places = {
    planes: take((classes + 1) * (rows + SPARE_ROWS) * rowBytes),
    carries: take(rows * 32 * 4),
    masks: take(tiles * 4),
    inked: take(bands * tiles),
    heads: take(bands * 4),
    nexts: take(capacity * 4),
    picture: take(height * pitch * 4),
    palette: take(classes * 12),
    mu: take(capacity * 8),
    axes: take(capacity * 8),
    correlation: take(capacity * 4),
    labels: take(capacity),
  };
  return { width, height, classes, capacity, rows, bands, pitch, ...places, end };
}
