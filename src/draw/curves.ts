import { select } from 'd3-selection';
import { paintAxes } from './axes';
import { type LinearScale, linear, niceInterval } from './linear';
import { polyline } from './polyline';
import { type Labels, labelOf, labelsOf } from './ticks';

/** One step of several curves, by their names. */
export type CurveRow<Name extends string> = Readonly<Record<Name | 'step', number>>;

/** Curves that have their points at the same steps, from the back. */
export interface CurveSet {
  readonly names: readonly string[];
  readonly rows: readonly CurveRow<string>[];
}

/** A curve as it is drawn. */
interface Curve {
  readonly name: string;
  readonly points: readonly { readonly step: number; readonly value: number }[];
}

/** The size of a picture in CSS pixels, and about how many values its axis names. */
export interface CurvePlace {
  readonly width: number;
  readonly height: number;
  readonly ticks: number;
  /** Whether the values are counts. */
  readonly whole?: boolean;
  /** Curves of another picture that is to have the same axes. */
  readonly beside?: readonly CurveSet[];
  /** Whether the axis holds the first steps, too, however high they are. */
  readonly unclipped?: boolean;
  /** The largest that they can be, where there is one: the axis ends there. */
  readonly most?: number;
  /** The step that is looked at, where that is not the last: a line marks it. */
  readonly at?: number | null;
}

const MARGIN = { top: 8, right: 10, bottom: 20, left: 10 };

/** The first steps fall from so high that they would flatten the rest: the axis leaves this share of points above. */
const CLIPPED = 0.02;

/** Air above the curves, as a share of the axis. */
const AIR = 0.08;

/** CSS pixels a point of a curve has for itself; more points cost ink and show nothing. */
const POINT = 1.5;

/** CSS pixels between two labels of the steps, besides their own width. */
const STEP_GAP = 18;

/** Where curves lie, worked out apart from the drawing. */
export interface CurveLayout extends CurvePlace {
  /** From the back. */
  readonly curves: readonly Curve[];
  readonly x: LinearScale;
  readonly y: LinearScale;
  readonly steps: Labels;
  readonly values: Labels;
}

/** A set of curves with the rows typed by its names. */
export const curveSet = <Name extends string>(names: readonly Name[], rows: readonly CurveRow<Name>[]): CurveSet => ({
  names,
  rows,
});

/** Curves against the training step, over an axis that has 0 on it. Rows in which one of a set is no number are left out. */
export function layOutCurves(sets: readonly CurveSet[], place: CurvePlace): CurveLayout {
  const { width, height, ticks, whole, unclipped = false, beside = [], most = Number.POSITIVE_INFINITY } = place;
  const shownOf = ({ names, rows }: CurveSet): CurveSet => ({
    names,
    rows: thinned(
      rows.filter((row) => names.every((name) => Number.isFinite(row[name]))),
      width / POINT,
    ),
  });
  const shown = sets.map(shownOf);
  const held = [...shown, ...beside.map(shownOf)];

  const extremes = held.flatMap(({ names, rows }) =>
    rows.map((row) => {
      const values = names.map((name) => row[name]!);
      return { low: Math.min(...values), high: Math.max(...values) };
    }),
  );
  const tops = extremes.map(({ high }) => high).sort((a, b) => a - b);
  const high = Math.max(0, tops[Math.floor((unclipped ? 1 : 1 - CLIPPED) * (tops.length - 1))] ?? 0);
  const low = extremes.reduce((least, { low }) => Math.min(least, low), 0);
  // Curves that are all 0 still have an axis.
  const span = high - low || 1;
  const top = Math.min(most, high + AIR * span);
  const y = linear(niceInterval(low, top, ticks), [height - MARGIN.bottom, MARGIN.top]);
  const values = labelsOf(y, ticks, whole);

  // One step alone stands in the middle.
  const ends = held.flatMap(({ rows }) => [rows[0], rows.at(-1)]).flatMap((row) => row?.step ?? []);
  const first = ends.length === 0 ? 0 : Math.min(...ends);
  const last = ends.length === 0 ? 0 : Math.max(...ends);
  const [from, to] = first === last ? [first - 1, last + 1] : [first, last];
  const x = linear([from, to], [MARGIN.left + values.width, width - MARGIN.right]);
  const alone = { values: [first], texts: [labelOf(first)], width: 0 };
  const none = { values: [], texts: [], width: 0 };
  const curves = shown.flatMap(({ names, rows }) =>
    names.map((name) => ({ name, points: rows.map((row) => ({ step: row.step, value: row[name]! })) })),
  );
  return { ...place, curves, x, y, values, steps: ends.length === 0 ? none : first === last ? alone : stepLabels(x) };
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

/** Draws curves as paths of the classes `series series-NAME`. What is steeper than the picture is cut off at its top. */
export function paintCurves(svg: SVGSVGElement, layout: CurveLayout): void {
  const { curves, x, y, steps, values, width, height, at = null } = layout;
  const root = select(svg).attr('viewBox', `0 0 ${width} ${height}`);
  paintAxes(root, { scale: x, labels: steps }, { scale: y, labels: values });
  root
    .selectAll<SVGLineElement, number>('line.curve-at')
    .data(at === null ? [] : [at])
    .join('line')
    .attr('class', 'curve-at')
    .attr('y1', MARGIN.top)
    .attr('y2', height - MARGIN.bottom)
    .attr('x1', x)
    .attr('x2', x);
  root
    .selectAll<SVGPathElement, Curve>('path.series')
    .data(curves)
    .join('path')
    .attr('class', ({ name }) => `series series-${name}`)
    // A line from a point to itself is drawn by its round ends alone: a dot.
    .classed('series-dot', ({ points }) => points.length === 1)
    .attr('d', ({ points }) => polyline(points.map(({ step, value }) => [x(step), Math.max(MARGIN.top, y(value))])));
}
