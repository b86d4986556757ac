import type { DatasetSummary, RunEvent, RunSummary } from '../worker/protocol';
import type { AddressFault } from './address';
import type { Settings } from './settings';

/** Something the reader should know; shown until it is dismissed. */
export type Notice =
  | { readonly id: number; readonly kind: 'address'; readonly fault: AddressFault }
  | { readonly id: number; readonly kind: 'data'; readonly message: string }
  | { readonly id: number; readonly kind: 'defect' | 'engine'; readonly message: string }
  | { readonly id: number; readonly kind: 'event'; readonly event: RunEvent };

/** A notice before it has its number. */
export type NoticeText = Notice extends infer N ? (N extends { id: number } ? Omit<N, 'id'> : never) : never;

/** What React renders from; what changes with every frame goes to the subscribers of `on('frame')` instead. */
export interface LabState {
  readonly settings: Settings;
  /** Whether the reader wants it to train; it rests all the same while nobody can see it. */
  readonly playing: boolean;
  readonly run: Omit<RunSummary, 'dataset'> | null;
  readonly dataset: DatasetSummary | null;
  /** A data set or a model is on its way. */
  readonly starting: boolean;
  readonly pins: readonly Pin[];
  readonly notices: readonly Notice[];
}

/** A decoded point that stays on the plane. */
export interface Pin {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** At most this many pins; a further one takes the place of the oldest. */
export const MAX_PINS = 8;
