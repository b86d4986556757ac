import { createStore, type StoreApi } from 'zustand/vanilla';

/** The image that is looked at. */
export interface Selected {
  /** Its place in the data set. */
  readonly index: number;
  /** Which draws from its posterior are shown: each number stands for others. */
  readonly draw: number;
}

/** Which one image of the data set is looked at, if any. */
export class Selection {
  readonly store: StoreApi<Selected | null> = createStore<Selected | null>(() => null);

  /** @param count images of the data set; null before there is one, when any may be selected */
  constructor(private readonly count: () => number | null) {}

  /** The selected image's place in the data set; null for none. */
  get index(): number | null {
    return this.store.getState()?.index ?? null;
  }

  /**
   * Selects an image.
   * @throws RangeError naming the index and the range, before anything has changed
   */
  select(index: number): void {
    checkIndex(index, this.count());
    if (index !== this.index) this.store.setState({ index, draw: 0 }, true);
  }

  /** Draws other codes from the posterior of the selected image. */
  redraw(): void {
    const selected = this.store.getState();
    if (selected !== null) this.store.setState({ ...selected, draw: selected.draw + 1 }, true);
  }

  /** The data set is another: an image that it does not have is selected no longer. */
  refit(): void {
    const count = this.count();
    if (this.index !== null && count !== null && this.index >= count) this.release();
  }

  /** Selects none. */
  release(): void {
    if (this.store.getState() !== null) this.store.setState(null, true);
  }
}

/**
 * @param count images of the data set; null before there is one
 * @throws RangeError naming the index and the range where there is no such image
 */
export function checkIndex(index: number, count: number | null): void {
  if (Number.isInteger(index) && index >= 0 && (count === null || index < count)) return;
  const range = count === null ? 'a whole number from 0' : `a whole number from 0 to ${count - 1}`;
  throw new RangeError(`There is no image ${index}; the index must be ${range}`);
}
