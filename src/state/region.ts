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
        `There is no region from (${left}, ${bottom}) to (${right}, ${top}); edges must be numbers from ${-FARTHEST} to ${FARTHEST}, left and right, bottom and top at least ${LEAST_SIDE} apart and in this order`,
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

  /** Moves the region; where it would leave the plane it stays. */
  move(right: number, up: number): void {
    this.change((box) => ({
      left: box.left + right,
      bottom: box.bottom + up,
      right: box.right + right,
      top: box.top + up,
    }));
  }

  /** Moves the right and the top edge alone; where no region would be left, both stay. */
  widen(right: number, up: number): void {
    this.change((box) => ({ ...box, right: box.right + right, top: box.top + up }));
  }

  /** Takes the region away. */
  clear(): void {
    this.store.setState({ box: null });
  }

  /** Has dragging over the plane mark a region from now on, or move the window again. */
  brush(brushing: boolean): void {
    this.store.setState({ brushing });
  }

  private change(changed: (box: PlaneBox) => PlaneBox): void {
    if (this.box === null) return;
    const box = changed(this.box);
    if (isRegion(box)) this.store.setState({ box });
  }
}
