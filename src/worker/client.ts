/** The page's end of the worker: one promise a request. */
import type { Answers, Failure, Request, Response, RunEvent } from './protocol';

type Payload<T extends Request['type']> = Omit<Extract<Request, { type: T }>, 'type' | 'id'>;

export interface Client {
  /**
   * Sends one request. Answers come in the order of the requests.
   * @throws an Error with the name, message and stack of what the worker threw
   */
  request<T extends Request['type'] & keyof Answers>(type: T, payload: Payload<T>): Promise<Answers[T]>;
  /** Calls `listener` with what happens to the run unasked. */
  onEvent(listener: (event: RunEvent) => void): void;
  /** Ends the worker; what was asked and not answered is rejected. */
  close(): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

function rebuild(failure: Failure): Error {
  const error = new Error(failure.message);
  error.name = failure.name;
  if (failure.stack !== undefined) error.stack = failure.stack;
  return error;
}

/** @param worker a Worker that runs worker.ts, or anything that speaks its protocol */
export function createClient(worker: Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>): Client {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: RunEvent) => void>();
  let nextId = 1;
  /** Why the worker answers no more, once it does not. */
  let ended: string | null = null;
  const failAll = (message: string): void => {
    ended = message;
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  worker.addEventListener('message', (event) => {
    const response = (event as MessageEvent<Response>).data;
    if (response.type === 'event') {
      for (const listener of listeners) listener(response.event);
      return;
    }
    const request = waiting.get(response.id);
    if (request === undefined) return;
    waiting.delete(response.id);
    if (response.type === 'answer') request.resolve(response.value);
    else request.reject(rebuild(response.error));
  });
  worker.addEventListener('error', (event) => {
    failAll(`The training worker failed: ${(event as ErrorEvent).message || 'its script did not load'}`);
  });
  return {
    request(type, payload) {
      if (ended !== null) return Promise.reject(new Error(ended));
      const id = nextId++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        worker.postMessage({ type, id, ...payload });
      });
    },
    onEvent(listener) {
      listeners.add(listener);
    },
    close() {
      worker.terminate();
      failAll('The training worker was closed');
    },
  };
}

/** Starts the training worker of this page. */
export function startWorker(): Client {
  return createClient(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'trainer' }));
}
