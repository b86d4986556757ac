/** Runs a computation that yields now and then to its end. */
export function run<Result>(computation: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = computation.next();
    if (done) return value;
  }
}
