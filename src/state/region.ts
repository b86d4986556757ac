import { createStore, type StoreApi } from 'zustand/vanilla';
import { boxOf, type PlaneBox, type PlaneWindow } from '../math/window';
import { FARTHEST } from './planeView';

/** The shortest side of a region, in latent units: a twentieth of the closest window. */
const LEAST_SIDE = 1e-4;

export interface RegionState {
  /** null while no region is marked. */
  readonly box: PlaneBox | null;
  /** Whether dragging over the plane marks a region, in the place of moving the window. */
  readonly brushing: boolean;
}

/** Whether a rectangle can be marked: its edges are in order, apart, and on the plane. */
export const isRegion = ({ left, bottom, right, top }: PlaneBox): boolean =>
  [left, bottom, right, top].every((edge) => Math.abs(edge) <= FARTHEST) &&
  right - left >= LEAST_SIDE &&
  top - bottom >= LEAST_SIDE;

/** The part of the plane that is marked, if any, to be decoded by itself. */
export class PlaneRegion {
  readonly store: StoreApi<RegionState> = createStore<RegionState>(() => ({ box: null, brushing: false }));

  get box(): PlaneBox | null {
    return this.store.getState().box;
  }

  /**
   * Marks a rectangle of the plane, in the place of the one that is marked.
   * @throws RangeError naming the edges and their range, before anything has changed
   */
  place({ left, bottom, right, top }: PlaneBox): void {
    const box = { left, bottom, right, top };
    if (!isRegion(box)) {
      throw new RangeError(
        `There is no region from (${left}, ${bottom}) to (${right}, ${top}): edges must be from ${-FARTHEST} to ${FARTHEST}, and ${LEAST_SIDE} apart`,
      );
    }
    this.store.setState({ box });
  }

  /** Marks a square around a code that is a quarter as wide as a window, as near to the code as the plane has room for it. */
  placeAround({ x, y }: Pick<PlaneWindow, 'x' | 'y'>, half: PlaneWindow['half']): void {
    const reach = half / 4;
    const most = FARTHEST - reach;
    this.place(boxOf({ x: Math.min(most, Math.max(-most, x)), y: Math.min(most, Math.max(-most, y)), half: reach }));
  }

  /** Marks what the reader has dragged a region to; where that is none, the last one stays. */
  drag(box: PlaneBox): void {
    if (isRegion(box)) this.store.setState({ box });
  }

  /** Takes the region away. */
  clear(): void {
    this.store.setState({ box: null });
  }

  /** Has dragging over the plane mark a region from now on, or move the window again. */
  brush(brushing: boolean): void {
    this.store.setState({ brushing });
  }
}
