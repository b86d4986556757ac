import type { Work } from '../../src/worker/jobs/work';

/** Does a job's work to its end, at once but for what it waits for. @param between called at every yield */
export async function finish<T>(work: Work<T>, between: () => void = () => undefined): Promise<T> {
  let result = work.next();
  while (!result.done) {
    between();
    result = result.value instanceof Promise ? work.next((await result.value) as never) : work.next();
  }
  return result.value;
}
