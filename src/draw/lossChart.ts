import { type CurveRow, curveSet, layOutCurves, paintCurves } from './curves';

/** From the back: the sum is a broad line, so that R shows on it where βK is nothing. */
const SERIES = ['total', 'weighted', 'reconstruction'] as const;

/** About how many values the axis names. */
const TICKS = 4;

/**
 * R, βK and their sum against the training step, in nats an image, in a picture of this size in CSS pixels; beside them
 * the sum over images that are held out, where some are.
 * @param at a step of the past that is looked at, which a line marks
 */
export function paintLossChart(
  svg: SVGSVGElement,
  history: readonly CurveRow<(typeof SERIES)[number]>[],
  held: readonly CurveRow<'total'>[],
  width: number,
  height: number,
  at: number | null = null,
): void {
  const heldOut = held.map(({ step, total }) => ({ step, 'held-out': total }));
  const sets = [curveSet(SERIES, history), curveSet(['held-out'], heldOut)];
  paintCurves(svg, layOutCurves(sets, { width, height, ticks: TICKS, at }));
}
