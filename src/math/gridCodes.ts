import { boxOf, type PlaneBox, type PlaneWindow } from './window';

/** Codes at the centres of count × count cells that tile a rectangle, row by row from the top left; rows of two. */
export function boxCodes({ left, bottom, right, top }: PlaneBox, count: number): Float32Array {
  const codes = new Float32Array(2 * count * count);
  const width = (right - left) / count;
  const height = (top - bottom) / count;
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      const at = 2 * (row * count + column);
      codes[at] = left + (column + 0.5) * width;
      codes[at + 1] = top - (row + 0.5) * height;
    }
  }
  return codes;
}

/** The rectangle that `boxCodes` made these count × count codes of, count ≥ 2; to float32 rounding. */
export function boxOfCodes(codes: Float32Array, count: number): PlaneBox {
  const last = codes.length - 2;
  const width = (codes[last]! - codes[0]!) / (count - 1);
  const height = (codes[1]! - codes[last + 1]!) / (count - 1);
  return {
    left: codes[0]! - width / 2,
    bottom: codes[last + 1]! - height / 2,
    right: codes[last]! + width / 2,
    top: codes[1]! + height / 2,
  };
}

/** Codes at the centres of count × count cells that tile a window, row by row from the top left; rows of two. */
export const gridCodes = (window: PlaneWindow, count: number): Float32Array => boxCodes(boxOf(window), count);

/** Which of the count × count cells of a window have their midpoints inside the circle of a radius around the origin. */
export function cellsOfDisc(window: PlaneWindow, count: number, radius: number): Uint8Array {
  const codes = gridCodes(window, count);
  return Uint8Array.from({ length: count * count }, (_, cell) =>
    Math.hypot(codes[2 * cell]!, codes[2 * cell + 1]!) <= radius ? 1 : 0,
  );
}
