import { type CurveRow, type CurveSet, curveSet, layOutCurves, paintCurves } from './curves';

/** From the back: the sum is a broad line, so that R shows on it where βK is nothing. */
const SERIES = ['total', 'weighted', 'reconstruction'] as const;

/** About how many values the axis names. */
const TICKS = 4;

/** The losses of a run at its steps, and the sum over images that are held out, where some are. */
export interface LossRows {
  readonly points: readonly CurveRow<(typeof SERIES)[number]>[];
  readonly heldOut: readonly CurveRow<'total'>[];
}

const setsOf = ({ points, heldOut }: LossRows): readonly CurveSet[] => [
  curveSet(SERIES, points),
  curveSet(
    ['held-out'],
    heldOut.map(({ step, total }) => ({ step, 'held-out': total })),
  ),
];

/**
 * R, βK and their sum against the training step, means over images, in a picture of this size in CSS pixels; beside them
 * the sum over images that are held out.
 * @param peers losses of runs whose pictures are to have the same axes
 * @param at a step of the past that is looked at, which a line marks
 */
export function paintLossChart(
  svg: SVGSVGElement,
  losses: LossRows,
  peers: readonly LossRows[],
  width: number,
  height: number,
  at: number | null = null,
): void {
  const beside = peers.flatMap(setsOf);
  paintCurves(svg, layOutCurves(setsOf(losses), { width, height, ticks: TICKS, beside, at }));
}
