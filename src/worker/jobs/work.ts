/**
 * What a job computes: a generator that yields after every 2 ms of work or so, counted and not timed, and after what
 * it has asked an engine for, as a promise whose value it is sent.
 */
export type Work<T> = Generator<unknown, T, never>;

/** The value of a promise, once it is there; others have their turn meanwhile. @throws what it rejects with */
export function* wait<T>(promise: Promise<T>): Generator<Promise<T>, T, T> {
  return yield promise;
}
