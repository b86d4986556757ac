/**
 * Which moments of a run are worth keeping: most where most changes, soon after its beginning and after each change of
 * its settings.
 */

/** Steps after a beginning within which every step counts about alike; later ones count by their share of those before. */
const SOON = 10;

const grown = (steps: number): number => Math.log1p(steps / SOON);

/**
 * How far a run has come at a step: the logarithm of the steps since its settings last changed, summed over all changes.
 * Equal lengths of it hold about equal change of the model.
 * @param beginnings steps, ascending: the first of the run, then those at which its settings changed
 * @returns 0 at the first, rising with every step
 */
export function progressAt(step: number, beginnings: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < beginnings.length; i++) {
    const from = beginnings[i]!;
    if (from >= step) break;
    sum += grown(Math.min(step, beginnings[i + 1] ?? step) - from);
  }
  return sum;
}

/**
 * The first step after which a run has come further by `gap`, if nothing changes.
 * @param beginning the step at which its settings last changed, ≤ `step`
 */
export const stepFurther = (step: number, beginning: number, gap: number): number =>
  step + Math.max(1, Math.ceil((SOON + step - beginning) * Math.expm1(gap)));

/**
 * The element between two others whose going leaves the smallest gap.
 * @param progress of each, ascending
 * @param mayGo whether the element with an index may go
 * @param isOpen whether more are to come after the last, so that it may go, too: as if the next lay as far beyond it as it
 *   lies beyond the one before
 * @returns its index and that gap; null where none may go
 */
export function leastMissed(
  progress: readonly number[],
  mayGo: (index: number) => boolean,
  isOpen = false,
): { readonly index: number; readonly gap: number } | null {
  let least: { index: number; gap: number } | null = null;
  const last = progress.length - 1;
  for (let index = 1; index < last + Number(isOpen); index++) {
    const before = progress[index - 1]!;
    const gap = index === last ? 2 * (progress[last]! - before) : progress[index + 1]! - before;
    if ((least === null || gap < least.gap) && mayGo(index)) least = { index, gap };
  }
  return least;
}
