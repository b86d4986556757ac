import type { Frame } from '../worker/frameProtocol';
import type { Treatment } from './brought';

/** What a lab tells of, and what comes with it. */
export interface Events {
  frame: Frame;
  /** It begins again from the initial parameters, by `reset`. */
  reset: null;
  /** The reader's own images have been loaded: their files, or their address, and how. */
  images: { readonly images: readonly File[] | string; readonly treatment: Treatment | undefined };
}

type Listeners = { readonly [E in keyof Events]: Set<(event: Events[E]) => void> };

/** Those who listen to a lab. */
export class LabEvents {
  private readonly listeners: Listeners = { frame: new Set(), reset: new Set(), images: new Set() };

  /** Calls `listener` with every event of a kind; returns a function that ends it. */
  on<E extends keyof Events>(event: E, listener: (event: Events[E]) => void): () => void {
    this.listeners[event].add(listener);
    return () => this.listeners[event].delete(listener);
  }

  tell<E extends keyof Events>(event: E, what: Events[E]): void {
    for (const listener of this.listeners[event]) {
      try {
        listener(what);
      } catch (error) {
        // A script's listener threw: the browser reports it as an uncaught error; the other listeners are still called.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  /** Nobody listens any more. */
  clear(): void {
    for (const listeners of Object.values(this.listeners)) listeners.clear();
  }
}
