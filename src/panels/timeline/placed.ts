/** Where things lie on a timeline: a share of its length, which grows with how far the run has come. */
import { progressAt } from '../../math/spacing';
import type { TimelineState } from '../../state/timeline';

/** A timeline and its newest step, which may be further than the last moment that is kept. */
export type Line = Pick<
  TimelineState,
  'moments' | 'marks' | 'beginnings' | 'former' | 'at' | 'keepsFormer' | 'lostFormer'
> & {
  readonly newest: number;
};

/** Where a step lies on a line, 0 … 1; of a line that has no length yet, at its end. */
export function shareOf(step: number, { beginnings, newest }: Pick<Line, 'beginnings' | 'newest'>): number {
  const whole = progressAt(newest, beginnings);
  return whole === 0 ? 1 : Math.min(1, progressAt(step, beginnings) / whole);
}

/** The steps that can be gone to, ascending: the moments that are kept, and the newest. */
export const stopsOf = ({ moments, newest }: Pick<Line, 'moments' | 'newest'>): number[] => [
  ...moments.map(({ step }) => step).filter((step) => step < newest),
  newest,
];

/** The step that the run goes on from where it is at a step of its past: that of the last moment up to it that is kept whole. */
export const baseOf = ({ moments }: Pick<Line, 'moments'>, at: number): number =>
  moments.findLast(({ step, isWhole }) => isWhole && step <= at)!.step;

/** The stop that lies nearest to a share of the line. */
export function stopAt(share: number, line: Line): number {
  const distance = (step: number): number => Math.abs(shareOf(step, line) - share);
  return stopsOf(line).reduce((best, step) => (distance(step) <= distance(best) ? step : best));
}

const nearest = (stops: readonly number[], step: number): number =>
  stops.reduce((best, stop) => (Math.abs(stop - step) < Math.abs(best - step) ? stop : best));

/**
 * The stop that a key leads to.
 * @param shown the step that is shown
 * @returns null for a key that leads nowhere
 */
export function stopOfKey(key: string, shown: number, line: Line): number | null {
  const stops = stopsOf(line);
  // The moment of an event may have gone: then the nearest is what its step leads to, too.
  const marked = line.marks.map(({ step }) => nearest(stops, step));
  const events = [...new Set([stops[0]!, ...marked, line.newest])];
  const before = (steps: readonly number[]): number => steps.findLast((step) => step < shown) ?? stops[0]!;
  const after = (steps: readonly number[]): number => steps.find((step) => step > shown) ?? line.newest;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return before(stops);
    case 'ArrowRight':
    case 'ArrowUp':
      return after(stops);
    case 'PageDown':
      return before(events);
    case 'PageUp':
      return after(events);
    case 'Home':
      return stops[0]!;
    case 'End':
      return line.newest;
    default:
      return null;
  }
}
