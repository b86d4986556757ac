/** Runs a computation that yields now and then to its end; also tells how often it did. */
export function runToEnd<T>(computation: Generator<void, T>): { value: T; turns: number } {
  for (let turns = 0; ; turns++) {
    const next = computation.next();
    if (next.done) return { value: next.value, turns };
  }
}

/** What such a computation comes to. */
export const run = <T>(computation: Generator<void, T>): T => runToEnd(computation).value;
