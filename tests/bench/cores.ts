/** What the cores of this machine allow: bare engines in workers, all at once. Runs in the browser. */
import type { Shape } from './shapes';

export interface BareRequest {
  readonly shape: Shape;
  readonly seconds: number;
}

/** How many cores the browser tells of. */
export const cores = (): number => navigator.hardwareConcurrency;

/** Steps a second of so many engines that train at once, each in a worker of its own; their sum. */
export async function bareSteps(shape: Shape, workers: number, seconds: number): Promise<number> {
  const rates = Array.from({ length: workers }, () => {
    const worker = new Worker(new URL('./bareWorker.ts', import.meta.url), { type: 'module' });
    return new Promise<number>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ shape, seconds } satisfies BareRequest);
    }).finally(() => worker.terminate());
  });
  return (await Promise.all(rates)).reduce((sum, rate) => sum + rate, 0);
}
