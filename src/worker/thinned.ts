import { leastMissed, progressAt } from '../math/spacing';
import { beginnings, type Former, type Line, stepOf } from './stretch';
import type { KeptMoment, Stretch } from './timelineProtocol';

/**
 * A timeline without what is missed least of it: of its two branches together, marked moments last, then all of the
 * former branch, then the newest moment of the present one.
 * @param at the step of the past that the run rests at, whose moment stays; null where it is at its newest
 * @returns null where nothing may go
 */
export function thinned(
  line: Line,
  former: Former | null,
  at: number | null,
): { line: Line; former: Former | null } | null {
  for (const evenMarked of [false, true]) {
    const inLine = leastOf(line, at, evenMarked);
    const inFormer = former === null ? null : leastOf(former, at, evenMarked);
    if (inLine !== null && (inFormer === null || inLine.gap <= inFormer.gap)) {
      return { line: { ...line, moments: line.moments.toSpliced(inLine.index, 1) }, former };
    }
    if (former !== null && inFormer !== null) {
      return { line, former: { ...former, moments: former.moments.toSpliced(inFormer.index, 1) } };
    }
  }
  if (former !== null) return { line, former: null };
  // The newest that is kept is not the run's newest while that is in the engine.
  if (at !== null || line.moments.length < 2) return null;
  return { line: { ...line, moments: line.moments.slice(0, -1) }, former };
}

function leastOf(stretch: Stretch<KeptMoment>, at: number | null, evenMarked: boolean): ReturnType<typeof leastMissed> {
  const from = beginnings(stretch);
  const marked = new Set(stretch.marks.map(({ step }) => step));
  return leastMissed(
    stretch.moments.map((moment) => progressAt(stepOf(moment), from)),
    (index) => {
      const step = stepOf(stretch.moments[index]!);
      return step !== at && (evenMarked || !marked.has(step));
    },
  );
}
