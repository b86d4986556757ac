/** The page's end of the worker: one promise a request. */
import { isOpaque, startOpaqueWorker } from '../platform/opaqueWorker';
import { buffersOf } from './buffers';
import { rebuild } from './failure';
import { type Lending, lend } from './lend';
import type { Answers, Request, Response, RunEvent, TimelineNews } from './protocol';
import { type WorkerLike, watchWorker } from './watchWorker';
import address from './worker.ts?worker&url';
import { WorkerError, workerRefusal } from './workerError';

type Payload<T extends Request['type']> = Omit<Extract<Request, { type: T }>, 'type' | 'id'>;

export interface Client {
  /**
   * Sends one request. Answers come in the order of the requests, but for surveys, which are answered when they are done.
   * The timeline of a run that goes on is handed over, not copied: the page has it no more. Its images are copied, many
   * of them while other tasks of the page have their turn: they are not to be written to before the answer.
   * @param tell is called with the share of it that is done, 0 … 1, where the worker knows it
   * @throws an Error with the name, message, stack and `engines` of what the worker threw; a WorkerError where there is
   *   no worker, or none any more; an AbortError after `close`
   */
  request<T extends Request['type'] & keyof Answers>(
    type: T,
    payload: Payload<T>,
    tell?: (share: number) => void,
  ): Promise<Answers[T]>;
  /** Calls `listener` with what happens to the run unasked, until the function that is returned is called. */
  onEvent(listener: (event: RunEvent) => void): () => void;
  /** Calls `listener` with what becomes of the run's timeline, until the client is closed. */
  onTimeline(listener: (news: TimelineNews) => void): void;
  /** Ends the worker; what was asked and not answered is rejected. */
  close(): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
  readonly tell: ((share: number) => void) | undefined;
  /** Its images on their way, which are over when it has been answered, or will not be; null where it has none. */
  readonly lending: Lending | null;
}

const WHO = 'The training worker';

/** @param worker a Worker that runs worker.ts, or anything that speaks its protocol; or why there is none */
export function createClient(worker: WorkerLike | WorkerError): Client {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: RunEvent) => void>();
  const timelines = new Set<(news: TimelineNews) => void>();
  let nextId = 1;
  /** Why the worker answers no more, once it does not. */
  let ended: Error | null = null;
  let unwatch: (() => void) | null = null;

  const end = (error: Error): void => {
    if (ended !== null) return;
    ended = error;
    unwatch?.();
    if (!(worker instanceof WorkerError)) worker.terminate();
    for (const { reject, lending } of waiting.values()) {
      lending?.end();
      reject(error);
    }
    waiting.clear();
    listeners.clear();
    timelines.clear();
  };

  const receive = (response: Response): void => {
    // What was under way when it ended comes too late.
    if (ended !== null) return;
    if (response.type === 'event') {
      for (const listener of [...listeners]) listener(response.event);
      return;
    }
    if (response.type === 'timeline') {
      for (const listener of timelines) listener(response.news);
      return;
    }
    // It is told by whoever watches the worker.
    if (response.type === 'missing') return;
    const request = waiting.get(response.id);
    if (request === undefined) return;
    if (response.type === 'progress') {
      request.tell?.(response.share);
      return;
    }
    waiting.delete(response.id);
    request.lending?.end();
    if (response.type === 'answer') request.resolve(response.value);
    else request.reject(rebuild(response.error));
  };

  if (worker instanceof WorkerError) end(worker);
  else {
    worker.addEventListener('message', (event) => receive((event as MessageEvent<Response>).data));
    unwatch = watchWorker(worker, WHO, end);
  }

  return {
    request(type, payload, tell) {
      if (ended !== null || worker instanceof WorkerError) return Promise.reject(ended);
      const id = nextId++;
      return new Promise((resolve, reject) => {
        const { run, wake } = payload as Partial<Payload<'start'>>;
        const lending = run?.images ? lend(run.images) : null;
        const message = lending === null ? payload : { ...payload, run: { ...run, images: lending.lent } };
        // A timeline is large.
        const handedOver = [...buffersOf(wake?.timeline), ...(lending?.handedOver ?? [])];
        try {
          worker.postMessage({ type, id, ...message }, handedOver);
        } catch (error) {
          lending?.end();
          throw error;
        }
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, tell, lending });
      });
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onTimeline(listener) {
      timelines.add(listener);
    },
    close() {
      end(new DOMException(`${WHO} was closed`, 'AbortError'));
    },
  };
}

/** Starts a training worker. Where the browser has none for this page, every request is rejected with the reason. */
export function startWorker(): Client {
  try {
    return createClient(
      isOpaque()
        ? startOpaqueWorker(address, 'trainer')
        : new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'trainer' }),
    );
  } catch (error) {
    // A page of file:// or of a sandboxed frame, or a policy.
    return createClient(workerRefusal(error, WHO));
  }
}
