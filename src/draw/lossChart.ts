import { type CurveRow, layOutCurves, paintCurves } from './curves';

/** From the back: the sum is a broad line, so that R shows on it where βK is nothing. */
const SERIES = ['total', 'weighted', 'reconstruction'] as const;

/** About how many values the axis names. */
const TICKS = 4;

/** R, βK and their sum against the training step, in nats an image. */
export function paintLossChart(
  svg: SVGSVGElement,
  history: readonly CurveRow<(typeof SERIES)[number]>[],
  width: number,
  height: number,
): void {
  paintCurves(svg, layOutCurves(history, SERIES, { width, height, ticks: TICKS }));
}
