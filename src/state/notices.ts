import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DataProblem } from '../worker/libraryProtocol';
import type { RunEvent } from '../worker/protocol';
import type { AddressFault } from './address';

/** Something the reader should know; shown until it is dismissed. */
export type NoticeText =
  | { readonly kind: 'address'; readonly fault: AddressFault }
  /** Images that could not be loaded; what was there was kept. `problem` says it for every language, where known. */
  | { readonly kind: 'data'; readonly message: string; readonly problem: DataProblem | null }
  | { readonly kind: 'defect' | 'engine'; readonly message: string }
  | { readonly kind: 'event'; readonly event: RunEvent };

export type Notice = NoticeText & { readonly id: number };

/** The messages of one figure, or of the page. */
export class NoticeBoard {
  readonly store: StoreApi<readonly Notice[]> = createStore<readonly Notice[]>(() => []);
  private nextId = 1;

  notify(text: NoticeText): void {
    this.store.setState([...this.store.getState(), { id: this.nextId++, ...text }], true);
  }

  dismiss(id: number): void {
    this.store.setState(
      this.store.getState().filter((notice) => notice.id !== id),
      true,
    );
  }
}
