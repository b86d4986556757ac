import type { Puller, PullMark } from '../../draw/plane/pulls';
import { outlineReach } from '../../math/family';
import { endMove, outlineEnds } from '../../math/outlineEnds';
import { roundDown } from '../../math/roundDown';
import type { NextStep, StepImage } from '../../worker/jobAnswers';
import { planePoint } from './places';

/** What pulls, in the order in which it is told. */
export const PULLERS: readonly Puller[] = ['reconstruction', 'regulariser'];

/** Share of half the window that the longest arrow has at most. */
const LONGEST = 0.4;

/**
 * The pulls of a step on the plane, units of the loss a unit of the code: arrows by minus the gradients, at the centre
 * and the ends of the outline.
 */
function pullsOf({ axes, hyper, posteriors }: NextStep, { posterior, slopes }: StepImage): PullMark[] {
  const { mu, triangle } = posterior;
  const centre = planePoint(mu, axes);
  const reach = outlineReach(posteriors.family, 1, hyper.noiseScale);
  // An outline that is a point has its ends at the centre: what pulls at them could not be told from what pulls at that.
  const ends = reach === 0 ? [] : outlineEnds(posteriors.family, triangle, axes);
  return PULLERS.flatMap((of): PullMark[] => [
    { of, from: centre, by: negated(planePoint(slopes[of].mu, axes)) },
    ...ends.map(
      (end): PullMark => ({
        of,
        from: [centre[0] + reach * end.x, centre[1] + reach * end.y],
        by: negated(endMove(slopes[of].triangle, axes, end)),
      }),
    ),
  ]);
}

const negated = ([x, y]: readonly [number, number]): [number, number] => [-x, -y];

/**
 * How much of the loss a unit an arrow stands for that is as long as one unit of the plane: 1, 2 or 5 times a power of ten, so
 * that the longest arrow takes a share of the window.
 */
export function pullScale(step: NextStep, half: number): number {
  const longest = Math.max(...step.images.flatMap((image) => pullsOf(step, image).map(({ by }) => Math.hypot(...by))));
  if (!(longest > 0 && Number.isFinite(longest))) return 1;
  // Rounded up: as the least that keeps within the room.
  return 1 / roundDown((LONGEST * half) / longest);
}

/** The arrows of all images that are taken apart. @param scale of `pullScale` */
export const pullMarks = (step: NextStep, scale: number): PullMark[] =>
  step.images.flatMap((image) =>
    pullsOf(step, image).map(({ of, from, by }) => ({ of, from, by: [by[0] / scale, by[1] / scale] as const })),
  );
