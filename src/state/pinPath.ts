import { createStore, type StoreApi } from 'zustand/vanilla';

/** What is shown of the path through all pins, besides itself. */
export interface PathMarks {
  /** How many decodes there are along it, at equal steps from end to end; 0 while nobody shows them. */
  readonly stops: number;
  /** Where a place is marked: a share of its length, from 0 to 1; null for nowhere. */
  readonly at: number | null;
}

/** The marks on the path through the pins, which the plane and the strip of decodes have in common. */
export class PinPath {
  readonly store: StoreApi<PathMarks> = createStore<PathMarks>(() => ({ stops: 0, at: null }));

  get marks(): PathMarks {
    return this.store.getState();
  }

  /** From now on there are so many decodes along it. */
  divide(stops: number): void {
    if (stops !== this.marks.stops) this.store.setState({ stops });
  }

  /**
   * Marks a place; null marks none.
   * @throws RangeError for a share that is not from 0 to 1
   */
  mark(at: number | null): void {
    if (at !== null && !(at >= 0 && at <= 1)) throw new RangeError(`at is ${at}; it must be from 0 to 1`);
    if (at !== this.marks.at) this.store.setState({ at });
  }
}
