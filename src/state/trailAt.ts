import type { ShareTerms } from '../worker/jobAnswers';
import type { SweepPoint } from './sweep';

/**
 * What a model was at a step, by the points of its trail: between two that were measured, in a straight line.
 * @param trail in the order of its steps
 * @returns null before its first point and after its last
 */
export function trailAt(trail: readonly SweepPoint[], step: number): SweepPoint | null {
  const next = trail.find((point) => point.step >= step);
  const before = trail.findLast((point) => point.step <= step);
  if (next === undefined || before === undefined) return null;
  if (next.step === before.step) return next;
  const share = (step - before.step) / (next.step - before.step);
  const heldOut = before.heldOut && next.heldOut && between(before.heldOut, next.heldOut, share);
  return { step, training: between(before.training, next.training, share), heldOut };
}

const between = (from: ShareTerms, to: ShareTerms, share: number): ShareTerms => ({
  reconstruction: from.reconstruction + share * (to.reconstruction - from.reconstruction),
  regulariser: from.regulariser + share * (to.regulariser - from.regulariser),
});
