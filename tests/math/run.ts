/** Runs a generator that only gives way now and then to its end; also tells how often it did. */
export function runToEnd<T>(generator: Generator<void, T>): { value: T; turns: number } {
  for (let turns = 0; ; turns++) {
    const next = generator.next();
    if (next.done) return { value: next.value, turns };
  }
}

/** What such a generator comes to. */
export const resultOf = <T>(generator: Generator<void, T>): T => runToEnd(generator).value;
