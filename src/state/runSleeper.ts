import type { StoreApi } from 'zustand/vanilla';
import type { Connection } from './connection';
import type { FramePump } from './framePump';
import type { History } from './history';
import type { LabState } from './labState';
import type { PastRoom } from './pastRoom';
import { runOrder } from './runConfig';
import type { RunStarter } from './runStarter';
import type { Key, Settings } from './settings';
import type { Timeline } from './timeline';
import type { Turn } from './turn';

/** What sleeping and waking work with. */
interface SleeperParts {
  readonly store: StoreApi<LabState>;
  readonly connection: Connection;
  readonly starter: RunStarter;
  readonly pump: FramePump;
  readonly history: History;
  readonly timeline: Pick<Timeline, 'at' | 'clear'>;
  /** What may be kept of the past of a run. */
  readonly past: PastRoom;
  readonly turn: Turn;
  /** Whether there is a run that may be asked at once. */
  isReady(): boolean;
  /** Whether somebody has had it woken, and waits for an answer. */
  isWanted(): boolean;
  /** Whether the lab is gone. */
  isDisposed(): boolean;
  /** Begins, for the first time or again. What fails is in the state. */
  begin(): Promise<void>;
  /** Begins a run of settings that have changed meanwhile. What fails is in the state. */
  renew(keys: readonly Key[]): Promise<void>;
  /** Called when the run goes on, with the settings that it was asked for with. */
  awake(asked: Settings): void;
  /** Says in the state that the run cannot go on. */
  fail(error: Error): void;
}

/** Gives the worker of a run back while nobody can see it, and has it go on with another. */
export class RunSleeper {
  private fallsAsleep = false;

  constructor(private readonly parts: SleeperParts) {}

  /** There is a run with a worker, or one that begins or wakes; none that sleeps or is just having its worker given back. */
  get isAwake(): boolean {
    return !this.fallsAsleep && !this.parts.store.getState().asleep;
  }

  /**
   * Gives the worker back, unless somebody has had it woken and waits for an answer. The run goes on where it is when it
   * wakes, on simd to the bit.
   */
  async sleep(): Promise<void> {
    const { store, connection, pump, past, turn, isReady, isWanted, fail } = this.parts;
    if (!isReady() || isWanted() || store.getState().starting) return;
    this.fallsAsleep = true;
    try {
      await connection.sleep(async (client) => {
        if (pump.isAtRest) return;
        // First of all, so that the moment on screen is the one that it goes on from.
        if (turn.training || turn.waiting) await client.request('play', { playing: false });
        const number = pump.next();
        pump.accept(await client.request('frame', { view: pump.present }), number);
      }, past.asleep());
      store.setState({ asleep: true });
    } catch (error) {
      fail(error as Error);
    } finally {
      this.fallsAsleep = false;
    }
  }

  /** Has a worker again, where it was; opens a lab that never had one. What fails is in the state. */
  async wake(): Promise<void> {
    const { store, connection, starter, isDisposed, begin, renew } = this.parts;
    await connection.settled();
    const { pending } = starter;
    if (pending !== null) {
      // What it comes to is told by itself. Where that is nothing, a run may sleep on.
      await pending.catch(() => undefined);
      if (connection.sleeping === null) return;
    }
    const { asleep, failure } = store.getState();
    // Another may have had it woken meanwhile, and wait for it.
    if (!asleep || failure !== null || isDisposed()) return connection.settled();
    if (connection.sleeping === null) return begin();
    const { behind } = starter;
    if (behind.length === 0) return this.goOn();
    await renew(behind);
    // Where its images could not be had, the run that sleeps goes on.
    return this.wake();
  }

  /** The run that sleeps goes on. */
  private async goOn(): Promise<void> {
    const { store, connection, starter, history, timeline, past, awake, fail } = this.parts;
    const { parameters, timeline: kept } = connection.sleeping!;
    const { step } = parameters;
    // Its past may have gone with a worker that has failed.
    if (kept === null) timeline.clear();
    store.setState({ asleep: false });
    try {
      const { settings: asked, dataset } = store.getState();
      const run = await connection.wake(runOrder(asked, starter.pair, past.awake), dataset!);
      // At a moment of its past what came after it stays.
      if (timeline.at === null) history.cut(step);
      store.setState({ run });
      awake(asked);
    } catch (error) {
      fail(error as Error);
    }
  }
}
