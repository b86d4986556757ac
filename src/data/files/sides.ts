import { DataError } from '../dataset';
import { MAX_SIDE, MIN_SIDE } from './limits';

/** Width and height of an image. */
export type Sides = readonly [width: number, height: number];

/**
 * The sides that an image of so many pixels can have: those that the reader states first, then square before nearly
 * square, and upright before wide.
 * @param stated by the reader
 * @throws DataError where there are none, or those that are stated have another number of pixels
 */
export function shapesOf(file: string, pixels: number, stated: Sides | undefined): Sides[] {
  const all: Sides[] = [];
  for (let side = Math.floor(Math.sqrt(pixels)); side >= MIN_SIDE; side--) {
    const other = pixels / side;
    if (!Number.isInteger(other) || other > MAX_SIDE) continue;
    all.push([side, other]);
    if (side !== other) all.push([other, side]);
  }
  if (stated !== undefined) {
    const [width, height] = stated;
    if (width * height !== pixels) {
      throw new DataError(
        { code: 'sides', values: { file, width, height, count: pixels } },
        `${file}: sides are ${width}×${height}, expected ${pixels} pixels, as many as each row has numbers`,
      );
    }
    return [stated, ...all.filter(([w]) => w !== width)];
  }
  if (all.length === 0) {
    throw new DataError(
      { code: 'row-shape', values: { file, count: pixels } },
      `${file}: each row has ${pixels} numbers, expected those of an image with sides from ${MIN_SIDE} to ${MAX_SIDE}`,
    );
  }
  return all;
}
