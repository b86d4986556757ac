import { stepFurther } from '../math/spacing';
import { takenBy } from './keptMoments';
import { beginnings, type Line } from './stretch';
import { type Branches, thinned, WHOLE } from './thinned';

/** The least that a run comes further from one moment to the next (math/spacing.ts): 4 % of the steps since a change. */
const FINEST = 0.04;

/** How far a run of 10,000 steps comes: moments that are few are spread over as much. */
const FAR = 7;

/** Bytes of one moment. */
export interface MomentSizes {
  /** Of one that is kept whole. */
  readonly whole: number;
  /** Of one that is kept to be looked at. */
  readonly seen: number;
}

/** The room that the moments of a run have: how far apart they lie in it, and which go when it is full. */
export class MomentRoom {
  /** How much further the run comes from one moment to the next. */
  private readonly gap: number;
  /** Bytes for all but the newest, which is kept while the run is elsewhere. */
  private readonly bytes: number;

  /** @param budget bytes for all of them */
  constructor(
    private readonly budget: number,
    private readonly sizes: MomentSizes,
  ) {
    this.bytes = budget - sizes.whole;
    this.gap = Math.max(FINEST, FAR / Math.max(1, mostIn(this.bytes, sizes)));
  }

  /** Whether another moment can stay beside the first of a line. */
  holdsMore(line: Line): boolean {
    return firstBytes(line) + this.sizes.seen <= this.bytes;
  }

  /** Whether a branch that is left can stay beside the moments of the one that is gone on with. */
  holdsFormer(line: Line): boolean {
    return firstBytes(line) + this.sizes.whole + 2 * this.sizes.seen <= this.bytes;
  }

  /**
   * The step from which on the next moment is due: a change after the last one begins anew at once.
   * @param last step of the last moment that is kept, or is being taken
   */
  dueAfter(last: number, line: Line): number {
    const beginning = beginnings(line).at(-1)!;
    return this.holdsMore(line)
      ? stepFurther(Math.max(last, beginning), beginning, this.gap)
      : Number.POSITIVE_INFINITY;
  }

  /**
   * What of two branches can stay.
   * @param at the step of the past that the run rests at, whose moment stays; null where it is at its newest
   */
  fitted(branches: Branches, at: number | null): Branches {
    const limit = at === null ? this.bytes : this.budget;
    let present = branches;
    while (takenBy(momentsOf(present)) > limit) {
      const less = thinned(present, at, limit);
      if (less === null) break;
      present = less;
    }
    return present;
  }
}

/** The moments of both. */
export const momentsOf = ({ line, former }: Branches): Line['moments'] => [...line.moments, ...(former?.moments ?? [])];

/** What the first moment takes: nothing where it comes from the seed. */
const firstBytes = ({ moments }: Line): number => takenBy([moments[0]!]);

/** How many moments a room has place for: whole ones in their share of it, others in the rest. */
function mostIn(room: number, { whole, seen }: MomentSizes): number {
  const wholes = Math.max(0, Math.floor((WHOLE * room) / whole));
  return wholes + (room - wholes * whole) / seen;
}
