import type { SeenOnly } from './protocol';

/** What was asked for needs a moment that is kept whole, and the run is at one that is kept only to be looked at. */
export class SeenMomentError extends RangeError {
  constructor(readonly seenOnly: SeenOnly) {
    const { step, base } = seenOnly;
    super(
      `Step ${step} is kept to be looked at: without its optimiser and its place in the data. Step ${base} is kept whole`,
    );
  }
}
