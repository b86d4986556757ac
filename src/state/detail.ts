/** How much of a run is drawn while it trains: less where the page could not keep up with all of it. */
export interface Detail {
  /** Posteriors in a frame at most; null for as many as frames have. */
  readonly most: number | null;
  /** Device pixels drawn for one CSS pixel of the plane, and of sheets of images, at most. */
  readonly ratio: number;
  /** What the pace of pictures that nobody follows frame by frame, such as grids, is multiplied by. */
  readonly pace: number;
}

/** All of it, as at rest. */
export const FULL: Detail = { most: null, ratio: Number.POSITIVE_INFINITY, pace: 1 };
