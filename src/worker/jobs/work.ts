import type { Decoding } from '../../math/decoding';

/**
 * What a job computes: a generator that yields after every 2 ms of work or so, counted and not timed, and after what
 * it has asked an engine for, as a promise whose value it is sent.
 */
export type Work<T> = Generator<unknown, T, never>;

/** Tells what share of a job is done, in [0, 1]. */
export type Tell = (share: number) => void;

/** The value of a promise, once it is there; others have their turn meanwhile. @throws what it rejects with */
export function* wait<T>(promise: Promise<T>): Generator<Promise<T>, T, T> {
  return yield promise;
}

/**
 * Does a computation that needs the decoder on its way: where it yields codes it is sent their images, where it yields
 * nothing others have their turn.
 */
export function* decoded<T>(computation: Decoding<T>, decode: (codes: Float32Array) => Promise<Float32Array>): Work<T> {
  let next = computation.next();
  while (!next.done) {
    if (next.value === undefined) {
      yield;
      next = computation.next();
    } else next = computation.next(yield* wait(decode(next.value)));
  }
  return next.value;
}

/** Does a job's work at once, to its end: of what is short, and belongs to the moment of another. */
export async function toEnd<T>(work: Work<T>): Promise<T> {
  let next = work.next();
  while (!next.done) next = next.value instanceof Promise ? work.next((await next.value) as never) : work.next();
  return next.value;
}
