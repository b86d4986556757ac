import { select } from 'd3-selection';
import { paintAxes } from './axes';
import { type LinearScale, linear, niceInterval } from './linear';
import { polyline } from './polyline';
import { type Labels, labelsOf } from './ticks';

/** What the codes of a model cost, K, and what its reconstructions lose, R. */
export interface RatePoint {
  readonly step: number;
  readonly rate: number;
  readonly distortion: number;
}

/** One model of several that differ in a value. */
export interface RateModel {
  /** The value, as it stands beside the point. */
  readonly label: string;
  /** What the point is called to those who do not see where it is. */
  readonly name: string;
  readonly colour: string;
  /** Over the training, the latest last. */
  readonly trail: readonly RatePoint[];
  /** The latest, of the images that are held out. */
  readonly heldOut: RatePoint | null;
  /** The weight of K in its loss. */
  readonly beta: number;
}

export interface RatePlace {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What the axes are called. */
  readonly titles: { readonly rate: string; readonly distortion: string };
  /** Whether a line leads from each model to the next: their values have an order that means something. */
  readonly joins: boolean;
}

type Pixel = readonly [x: number, y: number];

interface PlacedModel extends RateModel {
  readonly at: Pixel;
  readonly heldOutAt: Pixel | null;
  readonly trailAt: readonly Pixel[];
  /** The ends of the line along which R + βK is what it is at the latest point. */
  readonly levelAt: readonly [Pixel, Pixel];
  readonly labelAt: Pixel;
}

/** Where everything lies, worked out apart from the drawing. */
export interface RateLayout extends RatePlace {
  /** Those that have a point. */
  readonly models: readonly PlacedModel[];
  readonly x: LinearScale;
  readonly y: LinearScale;
  readonly rates: Labels;
  readonly distortions: Labels;
}

const MARGIN = { top: 28, right: 16, bottom: 40, left: 12 };

/** Air around the points, as a share of what they span. */
const AIR = 0.12;

/** Nats below which differences are rounding of the sums that they come from. */
const LEAST = 1e-6;

/** Share of the steps so far, the latest, whose points the axes make room for: a trail begins far off. */
const HELD = 0.5;

/** CSS pixels: of a point, of a label beside it, and between two labels. */
const RADIUS = 6;
const BESIDE = 10;
const LINE = 14;

/** CSS pixels of a character of a label, about. */
const CHARACTER = 7;

/** CSS pixels around a point within which it is touched. */
export const REACH = 22;

const latestOf = ({ trail }: RateModel): RatePoint => trail[trail.length - 1]!;

/** R against K of several models, over axes that hold where all of them are now and what they came by of late. */
export function layOutRates(models: readonly RateModel[], place: RatePlace): RateLayout {
  const { width, height } = place;
  const shown = models.filter(({ trail }) => trail.length > 0);
  const held = shown.flatMap((model) => {
    const { trail, heldOut } = model;
    const from = (1 - HELD) * latestOf(model).step;
    return [...trail.filter(({ step }) => step >= from), ...(heldOut === null ? [] : [heldOut])];
  });
  const sound = held.filter(({ rate, distortion }) => Number.isFinite(rate) && Number.isFinite(distortion));
  const [ticksX, ticksY] = [Math.max(2, Math.round(width / 90)), Math.max(2, Math.round(height / 60))];
  // R has no 0 that matters: what is compared is what is lost more or less.
  const y = linear(
    interval(
      sound.map(({ distortion }) => distortion),
      ticksY,
    ),
    [height - MARGIN.bottom, MARGIN.top],
  );
  const distortions = labelsOf(y, ticksY);
  const left = MARGIN.left + distortions.width;
  // A curve shows where codes cost nothing; of points without an order only how they are spread matters.
  const rates = [...(place.joins ? [0] : []), ...sound.map(({ rate }) => rate)];
  const x = linear(interval(rates, ticksX, 0), [left, width - MARGIN.right]);
  const pixel = ({ rate, distortion }: Omit<RatePoint, 'step'>): Pixel => [x(rate), y(distortion)];
  const levelOf = (model: RateModel): [Pixel, Pixel] => {
    const { rate, distortion } = latestOf(model);
    const [[least, most], [lowest, highest]] = [x.domain(), y.domain()];
    // As far as the axes go, either way.
    const from = Math.max(least, rate - (highest - distortion) / model.beta);
    const to = Math.min(most, rate + (distortion - lowest) / model.beta);
    const at = (k: number): Pixel => pixel({ rate: k, distortion: distortion + model.beta * (rate - k) });
    return [at(from), at(to)];
  };
  const placed = shown.map((model) => ({
    ...model,
    at: pixel(latestOf(model)),
    heldOutAt: model.heldOut === null ? null : pixel(model.heldOut),
    trailAt: model.trail.map(pixel),
    levelAt: levelOf(model),
  }));
  const labels = placeLabels(placed, width);
  return {
    ...place,
    x,
    y,
    rates: labelsOf(x, ticksX),
    distortions,
    models: placed.map((model, i) => ({ ...model, labelAt: labels[i]! })),
  };
}

/** A round interval that holds values with some air, none below `floor`. */
function interval(values: readonly number[], wanted: number, floor = Number.NEGATIVE_INFINITY): [number, number] {
  const low = values.length === 0 ? 0 : Math.min(...values);
  const high = values.length === 0 ? 1 : Math.max(...values);
  const span = high - low > LEAST ? high - low : Math.max(1, Math.abs(high));
  return niceInterval(Math.max(floor, low - AIR * span), high + AIR * span, wanted);
}

/** Labels to the right of their points, to the left where there is no room; those that would meet are moved apart. */
function placeLabels(models: readonly { readonly at: Pixel; readonly label: string }[], width: number): Pixel[] {
  const boxes = models.map(({ at: [x, y], label }) => {
    const wide = CHARACTER * label.length;
    return { x: x + BESIDE + wide > width ? x - BESIDE - wide : x + BESIDE, y, wide };
  });
  const order = boxes.map((_, i) => i).sort((a, b) => boxes[a]!.y - boxes[b]!.y);
  order.forEach((i, rank) => {
    const box = boxes[i]!;
    for (const j of order.slice(0, rank)) {
      const above = boxes[j]!;
      const meets = box.x < above.x + above.wide + 4 && above.x < box.x + box.wide + 4;
      if (meets && box.y < above.y + LINE) box.y = above.y + LINE;
    }
  });
  return boxes.map(({ x, y }) => [x, y]);
}

/**
 * Draws the layout. Each point is a button, `[data-place]` with the place of its model, which its caller listens to.
 * @param lit the place of the model that is pointed out; −1 for none
 */
export function paintRates(svg: SVGSVGElement, layout: RateLayout, places: readonly number[], lit: number): void {
  const { models, x, y, rates, distortions, width, height, titles, joins } = layout;
  const root = select(svg).attr('viewBox', `0 0 ${width} ${height}`);
  const [left, right] = x.range();
  const [bottom, top] = y.range();
  paintAxes(root, { scale: x, labels: rates }, { scale: y, labels: distortions });
  root
    .selectAll<SVGTextElement, readonly [string, number, number, string]>('text.axis-title')
    .data([
      [titles.rate, right, height - 6, 'end'],
      [titles.distortion, 0, top - 14, 'start'],
    ] as const)
    .join('text')
    .attr('class', 'axis-title')
    .attr('x', ([, at]) => at)
    .attr('y', ([, , at]) => at)
    .attr('text-anchor', ([, , , anchor]) => anchor)
    .text(([text]) => text);
  const lines = (
    name: string,
    data: readonly { readonly key: string; readonly path: string; readonly colour: string }[],
  ) =>
    root
      .selectAll<SVGPathElement, (typeof data)[number]>(`path.${name}`)
      .data(data, ({ key }) => key)
      .join('path')
      .attr('class', `rate-line ${name}`)
      .attr('d', ({ path }) => path)
      .style('stroke', ({ colour }) => colour || null);
  const inside = ([px, py]: Pixel): boolean => px >= left && px <= right && py >= top && py <= bottom;
  lines('rate-front', joins ? [{ key: 'all', path: polyline(models.map(({ at }) => at)), colour: '' }] : []);
  lines(
    'rate-trail',
    models.map(({ label, trailAt, colour }) => {
      // What lies beyond the axes was at the beginning.
      const from = trailAt.findLastIndex((at) => !inside(at)) + 1;
      return { key: label, path: polyline(trailAt.slice(from)), colour };
    }),
  );
  lines(
    'rate-link',
    models.map(({ label, at, heldOutAt, colour }) => ({
      key: label,
      path: heldOutAt === null ? '' : polyline([at, heldOutAt]),
      colour,
    })),
  );
  lines(
    'rate-level',
    models.flatMap(({ label, levelAt, colour }, i) =>
      places[i] === lit && joins ? [{ key: label, path: polyline(levelAt), colour }] : [],
    ),
  );
  root
    .selectAll<SVGPathElement, PlacedModel>('path.rate-held-out')
    .data(
      models.filter(({ heldOutAt }) => heldOutAt !== null),
      ({ label }) => label,
    )
    .join('path')
    .attr('class', 'rate-held-out')
    .attr('d', ({ heldOutAt }) => diamond(heldOutAt!))
    .style('stroke', ({ colour }) => colour);
  const marks = root
    .selectAll<SVGGElement, PlacedModel>('g.rate-mark')
    .data(models, ({ label }) => label)
    .join((enter) => {
      const made = enter.append('g').attr('role', 'button').attr('tabindex', 0);
      made.append('circle').attr('class', 'rate-reach').attr('r', REACH);
      made.append('circle').attr('class', 'rate-point').attr('r', RADIUS);
      made.append('text').attr('class', 'rate-label').attr('dy', '0.35em');
      return made;
    })
    .attr('class', (_, i) => `rate-mark${places[i] === lit ? ' rate-lit' : ''}`)
    .attr('data-place', (_, i) => places[i]!)
    .attr('aria-label', ({ name }) => name);
  marks
    .select('.rate-reach')
    .attr('cx', ({ at: [px] }) => px)
    .attr('cy', ({ at: [, py] }) => py);
  marks
    .select('.rate-point')
    .attr('cx', ({ at: [px] }) => px)
    .attr('cy', ({ at: [, py] }) => py)
    .style('fill', ({ colour }) => colour);
  marks
    .select('.rate-label')
    .attr('x', ({ labelAt: [px] }) => px)
    .attr('y', ({ labelAt: [, py] }) => py)
    .text(({ label }) => label);
}

const diamond = ([x, y]: Pixel): string => {
  const reach = RADIUS - 1;
  return `M${x - reach} ${y}l${reach} ${-reach}l${reach} ${reach}l${-reach} ${reach}z`;
};
