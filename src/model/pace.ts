import type { Hyper } from './engine';

/** What decides which images and noise a step takes, and how far it goes. */
export type Pace = Pick<Hyper, 'samples' | 'learningRate'> & { readonly batchSize: number };

const isSame = (one: Pace, other: Pace): boolean =>
  one.batchSize === other.batchSize && one.samples === other.samples && one.learningRate === other.learningRate;

/**
 * Changes of the pace that hold from a step on: runs that are compared take the same batches only where they change
 * their pace at the same step, however far each has come when it is told.
 */
export class PacePlan {
  /** In the order in which they were asked for, which is that of their steps. */
  private planned: readonly { readonly from: number; readonly pace: Pace }[] = [];

  /** From step `from` on the pace is to be this one; what is planned already keeps its step. @param present the pace now */
  plan(pace: Pace, from: number, present: Pace): void {
    if (!isSame(pace, this.planned.at(-1)?.pace ?? present)) this.planned = [...this.planned, { from, pace }];
  }

  /** Takes the pace off the plan that holds at a step; null where none has come since the last call. */
  take(step: number): Pace | null {
    const due = this.planned.filter(({ from }) => from <= step);
    if (due.length > 0) this.planned = this.planned.slice(due.length);
    return due.at(-1)?.pace ?? null;
  }
}
