import type { StoreApi } from 'zustand/vanilla';
import type { Connection } from './connection';
import type { FramePump } from './framePump';
import type { LabState } from './labState';
import type { Bound } from './lockstep';

interface TurnParts {
  readonly store: StoreApi<LabState>;
  readonly connection: Pick<Connection, 'ask'>;
  readonly pump: Pick<FramePump, 'pump' | 'refresh' | 'isAtRest'>;
  /** Whether there is a run that may be asked at once. */
  isReady(): boolean;
  /** The worker does not answer. */
  fail(error: Error): void;
}

/** Whether a run trains, and how far: where the reader wants it to, and it may. */
export class Turn {
  private allowed = true;
  /** Others have their turn, and this one trains again soon. */
  private waits = false;
  /** How far it may go; null for on and on. */
  private bound: Bound | null = null;

  constructor(private readonly parts: TurnParts) {}

  /** Whether steps are being taken. */
  get training(): boolean {
    return this.wanted && this.allowed;
  }

  /** Whether it merely waits for its turn to take steps. */
  get waiting(): boolean {
    return this.wanted && this.waits;
  }

  /** It stands still, and the last frame shows where. */
  get rests(): boolean {
    return this.parts.isReady() && !this.training && this.parts.pump.isAtRest;
  }

  /** The step from which changes of the pace hold; null where they do from the next one on. */
  get pace(): Pick<Bound, 'from'> | null {
    return this.bound && { from: this.bound.from };
  }

  /**
   * Whether it may train: not while nobody can see it, nor while others have their turn.
   * @param waits whether one that may not may soon: then it has not come to rest
   */
  allow(allowed: boolean, waits: boolean): void {
    if (allowed === this.allowed && waits === this.waits) return;
    this.allowed = allowed;
    this.waits = waits;
    this.apply();
  }

  /** Lets it train so far and no farther; null for on and on. */
  bind(bound: Bound | null): void {
    const moves = bound?.until !== this.bound?.until;
    this.bound = bound;
    if (moves && this.parts.isReady() && this.training) this.tell();
  }

  /** Has the run, where there is one, train or rest as it is to. */
  apply(): void {
    const { isReady, pump } = this.parts;
    if (!isReady()) return;
    this.tell();
    if (this.training) pump.pump();
    else pump.refresh();
  }

  private get wanted(): boolean {
    return this.parts.store.getState().playing;
  }

  private tell(): void {
    const { bound, training: playing, waiting } = this;
    const state = { playing, ...(waiting && { waits: true }), ...(bound && { until: bound.until }) };
    this.parts.connection.ask('play', state).catch(this.parts.fail);
  }
}
