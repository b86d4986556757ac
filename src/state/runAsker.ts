import type { StoreApi } from 'zustand/vanilla';
import type { Answers, Request } from '../worker/protocol';
import type { Connection, Payload } from './connection';
import type { FramePump } from './framePump';
import type { LabState } from './labState';

/** What an asker works with. */
interface AskerParts {
  readonly store: StoreApi<LabState>;
  readonly connection: Connection;
  readonly pump: Pick<FramePump, 'next'>;
  /** Has a worker again, where the run sleeps. What fails is in the state. */
  wake(): Promise<void>;
  /** Says in the state that the run cannot go on. */
  fail(error: Error): void;
}

/** Asks a run for something; one that sleeps is woken for it. */
export class RunAsker {
  /** How many requests have had the run woken, and wait for it or for their answers. */
  private waking = 0;

  constructor(private readonly parts: AskerParts) {}

  /** There is a run that may be asked at once. */
  get isReady(): boolean {
    const { connection, store } = this.parts;
    return connection.isOpen && store.getState().run !== null;
  }

  /** Somebody has had the run woken to ask it, and has no answer yet: whatever else would have it sleep, it stays awake. */
  get isWanted(): boolean {
    return this.waking > 0;
  }

  /**
   * Asks the worker, which is woken for it.
   * @param tell is called with the share that is done, where the worker knows it
   * @throws what the worker answered; where there is none, or none any more, the state says it, too
   */
  ask<T extends Request['type'] & keyof Answers>(
    type: T,
    payload: Payload<T>,
    tell?: (share: number) => void,
  ): Promise<Answers[T]> {
    return this.whenReady(() => this.parts.connection.ask(type, payload, tell));
  }

  /**
   * Asks for what changes what is shown.
   * @param payload called when the request is sent, which is after the frames that a lab asks for when it wakes
   * @returns the answer, and the number of the request among those that change what is shown
   * @throws as `ask`
   */
  askNumbered<T extends Request['type'] & keyof Answers>(
    type: T,
    payload: () => Payload<T>,
  ): Promise<{ answer: Answers[T]; number: number }> {
    return this.whenReady(async () => {
      const number = this.parts.pump.next();
      return { answer: await this.parts.connection.ask(type, payload()), number };
    });
  }

  private async whenReady<T>(work: () => Promise<T>): Promise<T> {
    try {
      // At once where that can be, so that requests keep the order in which they were made.
      return await (this.isReady ? work() : this.whenAwake(work));
    } catch (error) {
      // At rest nothing else is asked, and so nothing else would tell.
      if ((error as Error).name === 'WorkerError') this.parts.fail(error as Error);
      throw error;
    }
  }

  private async whenAwake<T>(work: () => Promise<T>): Promise<T> {
    this.waking += 1;
    try {
      await this.parts.wake();
      const { failure } = this.parts.store.getState();
      if (failure !== null) throw new Error(failure.message);
      if (!this.isReady) throw new DOMException('There is no run to ask', 'AbortError');
      return await work();
    } finally {
      this.waking -= 1;
    }
  }
}
