import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DataProblem } from '../worker/libraryProtocol';
import type { EngineFailure, RunUpset, WorkerFault } from '../worker/protocol';
import type { AddressFault } from './address';

/** What of the interface's words a sentence needs that is made when it is shown. */
export interface Said {
  readonly code: 'en' | 'zh';
  /** Names of the settings with a control in view, and of their choices. */
  readonly settings: Readonly<Record<'data' | 'engine' | 'speed', string>>;
  readonly choices: Readonly<Record<'data' | 'engine' | 'speed', Readonly<Record<string, string>>>>;
  readonly failure: { readonly part: string };
}

/** Something the reader should know; shown until it is dismissed. */
export type NoticeText =
  | { readonly kind: 'address'; readonly fault: AddressFault }
  /**
   * Images that could not be loaded. `problem` says it for every language, where known; `kept` that there is a run, which
   * goes on; `retry` where another try may help.
   */
  | {
      readonly kind: 'data';
      readonly message: string;
      readonly problem: DataProblem | null;
      readonly kept: boolean;
      retry?(): void;
    }
  /** Images that could not be loaded because the worker that reads them did not come, or broke. */
  | { readonly kind: 'images'; readonly cause: WorkerFault; readonly message: string; readonly kept: boolean }
  /** An engine that was asked for and cannot serve; the present one was kept. */
  | { readonly kind: 'engine'; readonly engines: readonly EngineFailure[]; readonly message: string }
  | { readonly kind: 'defect'; readonly message: string }
  /** A sentence of a part that is fetched when it is needed, as are its words; `retry` where another try may help. */
  | { readonly kind: 'said'; says(words: Said): string; retry?(): void }
  /** The same of something that was done and can be undone: what the button says, and does. */
  | { readonly kind: 'done'; says(words: Said): string; undo: { name(words: Said): string; act(): void } | null }
  | { readonly kind: 'event'; readonly event: RunUpset };

export type Notice = NoticeText & { readonly id: number };

/** The messages of one figure, or of the page. */
export class NoticeBoard {
  readonly store: StoreApi<readonly Notice[]> = createStore<readonly Notice[]>(() => []);
  private nextId = 1;

  /** Tells the reader something, below what was told before. @returns by what it is dismissed */
  notify(text: NoticeText): number {
    const id = this.nextId++;
    this.store.setState([...this.store.getState(), { id, ...text }], true);
    return id;
  }

  /** The reader has read it. */
  dismiss(id: number): void {
    this.store.setState(
      this.store.getState().filter((notice) => notice.id !== id),
      true,
    );
  }
}
