/** How a reading is followed and ended from outside. */
export interface Watch {
  /** Ends the reading between two chunks: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Bytes read so far, of all; `total` is 0 where it is not known. */
  readonly onProgress?: ((progress: { done: number; total: number }) => void) | undefined;
}

/** Bytes that are worked through before other tasks of the thread get their turn. */
const TURN = 4 * 2 ** 20;

/**
 * Counts bytes for `onProgress`, which hears of every further hundredth (or megabyte, where the total is unknown).
 * @param total bytes in all; 0 where it is not known
 */
export function countBytes(total: number, onProgress: Watch['onProgress']): (bytes: number) => void {
  const step = total > 0 ? total / 100 : 1e6;
  let done = 0;
  let told = 0;
  return (bytes) => {
    done += bytes;
    if (onProgress === undefined || (done - told < step && done !== total)) return;
    told = done;
    // A server may send more than it announced.
    onProgress({ done, total: done > total ? 0 : total });
  };
}

/**
 * Tells of files that are read at a time as of one: the total is 0 until that of each is known.
 * @returns what begins a further file, and returns what hears of its progress
 */
export function joinProgress(onProgress: Watch['onProgress']): () => NonNullable<Watch['onProgress']> {
  const files: { done: number; total: number }[] = [];
  return () => {
    const place = files.push({ done: 0, total: 0 }) - 1;
    return (progress) => {
      files[place] = progress;
      const known = files.every(({ total }) => total > 0);
      onProgress?.({
        done: files.reduce((sum, { done }) => sum + done, 0),
        total: known ? files.reduce((sum, { total }) => sum + total, 0) : 0,
      });
    };
  };
}

/**
 * Lets the thread's other tasks run every few megabytes, so that a message to cancel is heard even while chunks are
 * always at hand.
 * @throws the signal's reason once it is aborted
 */
export function takeTurns(signal: AbortSignal | undefined): (bytes: number) => Promise<void> {
  let left = TURN;
  return async (bytes) => {
    left -= bytes;
    if (left < 0) {
      left = TURN;
      await new Promise((resolve) => setTimeout(resolve));
    }
    signal?.throwIfAborted();
  };
}
