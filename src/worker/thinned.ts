import { leastMissed, progressAt } from '../math/spacing';
import { isWhole, seenOf, stepOf, takenBy } from './keptMoments';
import type { Former, Line } from './stretch';
import type { KeptMoment, TimelineMark } from './timelineProtocol';

/** The share of a timeline's room that moments which are kept whole may take while others go for want of it. */
export const WHOLE = 0.5;

/** The branches of a timeline. */
export interface Branches {
  readonly line: Line;
  readonly former: Former | null;
}

/**
 * A timeline without what is missed least of it: of its two branches together, marked moments last. While whole moments
 * take more than their share, one of them becomes one to be looked at; then those go, then all of the former branch, then
 * the newest moment of the present one.
 * @param at the step of the past that the run rests at, whose moment stays; null where it is at its newest
 * @param room bytes
 * @returns null where nothing may go
 */
export function thinned(branches: Branches, at: number | null, room: number): Branches | null {
  const { line, former } = branches;
  const whole = takenBy([...line.moments, ...(former?.moments ?? [])].filter(isWhole));
  const lighter = (): Branches | null => without(branches, at, true);
  const fewer = (whole > WHOLE * room ? lighter() : null) ?? without(branches, at, false) ?? lighter();
  if (fewer !== null) return fewer;
  if (former !== null) return { line, former: null };
  // The newest that is kept is not the run's newest while that is in the engine.
  if (at !== null || line.moments.length < 2) return null;
  return { line: { ...line, moments: line.moments.slice(0, -1) }, former };
}

/**
 * Without the moment that is missed least of those that are whole, which is still to be looked at, or of all others.
 * @returns null where none may go
 */
function without({ line, former }: Branches, at: number | null, ofWhole: boolean): Branches | null {
  for (const evenMarked of [false, true]) {
    const inLine = leastOf(line.moments, line.marks, { from: stepOf(line.moments[0]!), at, ofWhole, evenMarked });
    const inFormer =
      former && leastOf(former.moments, former.marks, { from: former.from, at, ofWhole, evenMarked, isLeft: true });
    if (inLine && (!inFormer || inLine.gap <= inFormer.gap)) {
      return { line: { ...line, moments: changed(line.moments, inLine.moment) }, former };
    }
    if (former && inFormer) return { line, former: { ...former, moments: changed(former.moments, inFormer.moment) } };
  }
  return null;
}

interface Choice {
  /** Where the stretch begins: at its first moment, or where it was left. */
  readonly from: number;
  readonly at: number | null;
  readonly ofWhole: boolean;
  readonly evenMarked: boolean;
  /** Whether it is a branch that was left, which ends with its last moment. */
  readonly isLeft?: boolean;
}

function leastOf(
  moments: readonly KeptMoment[],
  marks: readonly TimelineMark[],
  { from, at, ofWhole, evenMarked, isLeft = false }: Choice,
): { readonly moment: KeptMoment; readonly gap: number } | null {
  const set = marks.filter(({ kind }) => kind === 'settings').map(({ step }) => step);
  const marked = new Set(marks.map(({ step }) => step));
  const among = ofWhole ? moments.filter(isWhole) : moments;
  const steps = isLeft ? [from, ...among.map(stepOf)] : among.map(stepOf);
  const ahead = steps.length - among.length;
  const least = leastMissed(
    steps.map((step) => progressAt(step, [from, ...set])),
    (index) => {
      const step = steps[index]!;
      return isWhole(among[index - ahead]!) === ofWhole && step !== at && (evenMarked || !marked.has(step));
    },
    // Whoever is at the newest of a run that goes on needs no whole moment before it.
    ofWhole && !isLeft && at === null,
  );
  return least && { moment: among[least.index - ahead]!, gap: least.gap };
}

/** Moments with a whole one only to be looked at, or without one that is only looked at. */
function changed(moments: readonly KeptMoment[], moment: KeptMoment): KeptMoment[] {
  const rest = isWhole(moment) && moment.parameters !== null ? [seenOf(moment, moment.parameters)] : [];
  return moments.toSpliced(moments.indexOf(moment), 1, ...rest);
}
