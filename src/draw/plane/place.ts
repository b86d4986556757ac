import type { PlaneWindow } from '../../math/window';
import type { PlaneScales } from './scales';

/** Cells of a window of the plane, `size` a side. */
export interface PlacedField {
  readonly window: PlaneWindow;
  readonly size: number;
}

/** Where a field lies in a picture of the plane: its left and top edge and its side, in the scales' pixels. */
export function placeOf({ window: { x, y, half } }: Pick<PlacedField, 'window'>, scales: PlaneScales) {
  return { left: scales.x(x - half), top: scales.y(y + half), side: 2 * half * scales.unit };
}
