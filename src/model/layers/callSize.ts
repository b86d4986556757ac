/** Rows of one call of a model, where the thread computes it and does nothing else meanwhile. */

/** Ms that a call should take: short enough for messages to wait for it, long enough for its own cost not to count. */
export const CALL = 100;

/** How much larger than the call that was measured the next one may be: the first ones also compile. */
const GROWTH = 4;

export interface CallSize {
  /** Rows of the next call; 1 before anything has been measured. */
  readonly rows: number;
  /** Tells how many ms a call of so many rows took. */
  took(rows: number, ms: number): void;
}

/** @param most rows of a call at most */
export function createCallSize(most: number): CallSize {
  let size = 1;
  return {
    get rows() {
      return size;
    },
    took(rows, ms) {
      // The rest of an array is a small call, which says little of a large one.
      if (rows < size && ms < CALL) return;
      size = Math.max(1, Math.min(most, GROWTH * rows, Math.floor((rows * CALL) / ms)));
    },
  };
}
