/// <reference lib="webworker" />
/**
 * Starts a worker whose code shares modules with chunks that are fetched later. WebKit evaluates a worker's entry a
 * second time when a chunk imports it; so the entry holds nothing that a chunk could want, and imports the rest.
 */

declare const self: DedicatedWorkerGlobalScope;

/**
 * Keeps what is sent until the worker's code is there to take it. Where that cannot be fetched, says so to the page:
 * `{ type: 'missing', message }`.
 * @param load imports the code, which sets `self.onmessage`
 */
export function boot(load: () => Promise<unknown>): void {
  const early: MessageEvent[] = [];
  self.onmessage = (event) => early.push(event);
  load().then(
    () => {
      for (const event of early) self.onmessage?.(event);
    },
    (error: unknown) => {
      self.postMessage({ type: 'missing', message: error instanceof Error ? error.message : String(error) });
    },
  );
}
