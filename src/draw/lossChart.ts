import { type Axis, axisBottom, axisLeft } from 'd3-axis';
import { select } from 'd3-selection';
import { type LinearScale, linear, niceInterval } from './linear';
import { type Labels, labelOf, labelsOf } from './ticks';

/** One step of the curve, in nats an image. */
export interface LossRow {
  readonly step: number;
  readonly reconstruction: number;
  readonly weighted: number;
  readonly total: number;
}

/** The loss over images that are held out, at one step. */
export type HeldOutRow = Pick<LossRow, 'step' | 'total'>;

/** From the back: the sum is a broad line, so that R shows on it where βK is nothing. */
const SERIES = ['total', 'weighted', 'reconstruction'] as const;
const MARGIN = { top: 8, right: 10, bottom: 20, left: 10 };

/** The first steps fall from so high that they would flatten the rest: the axis leaves this share of points above. */
const CLIPPED = 0.02;

/** Air above the curves, as a share of the axis. */
const AIR = 0.08;

/** CSS pixels a point of a curve has for itself; more points cost ink and show nothing. */
const POINT = 1.5;

/** CSS pixels between two labels of the steps, besides their own width. */
const STEP_GAP = 18;

/** Where the curves lie, worked out apart from the drawing. */
export interface LossLayout {
  readonly rows: readonly LossRow[];
  readonly heldOut: readonly HeldOutRow[];
  readonly x: LinearScale;
  readonly y: LinearScale;
  readonly steps: Labels;
  readonly nats: Labels;
}

/**
 * R, βK and their sum against the training step, in a picture of this size in CSS pixels; beside them the sum over
 * images that are held out, where some are.
 */
export function layOutLoss(
  history: readonly LossRow[],
  held: readonly HeldOutRow[],
  width: number,
  height: number,
): LossLayout {
  const most = width / POINT;
  const rows = thinned(
    history.filter((row) => SERIES.every((name) => Number.isFinite(row[name]))),
    most,
  );
  const heldOut = thinned(
    held.filter(({ total }) => Number.isFinite(total)),
    most,
  );

  const totals = heldOut.map(({ total }) => total);
  const tops = [...rows.map((row) => Math.max(...SERIES.map((name) => row[name]))), ...totals].sort((a, b) => a - b);
  const high = tops[Math.floor((1 - CLIPPED) * (tops.length - 1))] ?? 0;
  const low = rows.reduce((least, row) => Math.min(least, ...SERIES.map((name) => row[name])), Math.min(0, ...totals));
  // Losses that are all 0 still have an axis.
  const span = Math.max(0, high) - low || 1;
  const y = linear(niceInterval(low, Math.max(0, high) + AIR * span, 4), [height - MARGIN.bottom, MARGIN.top]);
  const nats = labelsOf(y, 4);

  // One step alone stands in the middle.
  const ends = [rows, heldOut].flatMap((curve) => [curve[0], curve.at(-1)]).flatMap((row) => row?.step ?? []);
  const first = ends.length === 0 ? 0 : Math.min(...ends);
  const last = ends.length === 0 ? 0 : Math.max(...ends);
  const [from, to] = first === last ? [first - 1, last + 1] : [first, last];
  const x = linear([from, to], [MARGIN.left + nats.width, width - MARGIN.right]);
  const alone = { values: [first], texts: [labelOf(first)], width: 0 };
  const none = { values: [], texts: [], width: 0 };
  return { rows, heldOut, x, y, nats, steps: ends.length === 0 ? none : first === last ? alone : stepLabels(x) };
}

/** Every so many rows, so that there are not more than `most`. */
function thinned<T>(rows: readonly T[], most: number): T[] {
  const stride = Math.max(1, Math.ceil(rows.length / most));
  // Counted from the end, so that the present is always there.
  return rows.filter((_, i) => (rows.length - 1 - i) % stride === 0);
}

/** As many steps as have room for their labels, none cut off by an edge. */
function stepLabels(x: LinearScale): Labels {
  const [left, right] = x.range();
  let labels = labelsOf(x, 8, true);
  for (let wanted = 8; wanted > 1 && labels.values.length * (labels.width + STEP_GAP) > right - left; wanted--)
    labels = labelsOf(x, wanted - 1, true);
  const { values, texts, width } = labels;
  const fits = (i: number): boolean => {
    const half = (width * (texts[i]!.length / Math.max(...texts.map(({ length }) => length)))) / 2;
    return x(values[i]!) - half >= 0 && x(values[i]!) + half <= right + MARGIN.right;
  };
  return { values: values.filter((_, i) => fits(i)), texts: texts.filter((_, i) => fits(i)), width };
}

/**
 * R, βK and their sum against the training step, and the sum over images that are held out. The steepest start is cut off
 * at the top of the picture.
 */
export function paintLossChart(
  svg: SVGSVGElement,
  history: readonly LossRow[],
  held: readonly HeldOutRow[],
  width: number,
  height: number,
): void {
  const { rows, heldOut, x, y, steps, nats } = layOutLoss(history, held, width, height);
  const root = select(svg).attr('viewBox', `0 0 ${width} ${height}`);
  const [left, right] = x.range();
  const ticks = (axis: Axis<number>, { values, texts }: Labels): Axis<number> =>
    axis
      .tickValues(values)
      .tickFormat((_, i) => texts[i]!)
      .tickSizeOuter(0);

  root
    .selectAll<SVGGElement, 'x' | 'y'>('g.axis')
    .data(['x', 'y'] as const)
    .join('g')
    .attr('class', (name) => `axis axis-${name}`)
    .attr('transform', (name) => (name === 'x' ? `translate(0 ${height - MARGIN.bottom})` : `translate(${left} 0)`))
    .each(function (name) {
      if (name === 'x') ticks(axisBottom(x), steps).tickSizeInner(4)(select(this));
      else ticks(axisLeft(y), nats).tickSizeInner(left - right)(select(this));
    });
  const point = (step: number, value: number) => [x(step), Math.max(MARGIN.top, y(value))] as const;
  const curves = [
    ...SERIES.map((name) => ({ name, points: rows.map((row) => point(row.step, row[name])) })),
    { name: 'held-out', points: heldOut.map(({ step, total }) => point(step, total)) },
  ];
  root
    .selectAll<SVGPathElement, (typeof curves)[number]>('path.series')
    .data(curves)
    .join('path')
    .attr('class', ({ name }) => `series series-${name}`)
    // A line from a point to itself is drawn by its round ends alone: a dot.
    .classed('series-dot', ({ points }) => points.length === 1)
    .attr('d', ({ points }) => polyline(points));
}

/** The points joined by straight lines, as the data of an SVG path. */
const polyline = (points: readonly (readonly [number, number])[]): string => {
  const lines = points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return lines.length === 0 ? '' : `M${lines.join('L')}${lines.length === 1 ? 'h0' : ''}`;
};
