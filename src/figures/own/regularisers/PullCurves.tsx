import { linear } from '../../../draw/linear';
import { polyline } from '../../../draw/polyline';
import { AXIS_REGULARISERS, type AxisRegulariser } from '../../../math/axisRegulariser';
import { LevelTicks, UprightTicks } from '../ChartTicks';

interface PullCurvesProps {
  readonly title: string;
  /** The name by which words of the text point at it. */
  readonly part: string;
  /** What a regulariser costs at a place of the axis. */
  costOf(regulariser: AxisRegulariser, at: number): number;
  /** Where the curves begin and end. */
  readonly domain: readonly [number, number];
  /** The present value, which is marked on each. */
  readonly at: number;
}

/** CSS pixels at the picture's own size; it is as wide as its column. */
const WIDTH = 320;
const HEIGHT = 200;
const MARGIN = { left: 26, right: 8, top: 8, bottom: 22 };

/** Costs beyond this are above the picture. */
const TOP = 6;

/** Points of a curve. */
const POINTS = 160;

/** From the back. */
const NAMES = ['simple', 'kl'] as const;

const y = linear([0, TOP], [HEIGHT - MARGIN.bottom, MARGIN.top]);

/** What two regularisers cost over one of the two numbers of an ellipse. */
export function PullCurves({ title, part, costOf, domain, at }: PullCurvesProps) {
  const across = linear(domain, [MARGIN.left, WIDTH - MARGIN.right]);
  const [from, to] = domain;
  const places = Array.from({ length: POINTS + 1 }, (_, i) => from + ((to - from) * i) / POINTS);
  const curves = NAMES.map((name) => {
    const costs = places.map((place) => [place, costOf(AXIS_REGULARISERS[name], place)] as const);
    const shown = costs.filter(([, cost]) => cost <= 2 * TOP);
    const path = polyline(shown.map(([place, cost]) => [across(place), y(cost)]));
    return { name, path, cost: costOf(AXIS_REGULARISERS[name], at) };
  });
  return (
    <figure className="pull-curves chart" data-part={part}>
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <UprightTicks y={y} wanted={3} left={MARGIN.left} right={WIDTH - MARGIN.right} />
        <LevelTicks x={across} wanted={6} y={HEIGHT - 6} />
        <line className="pull-at" x1={across(at)} x2={across(at)} y1={y(0)} y2={y(TOP)} />
        {curves.map(({ name, path, cost }) => (
          <g key={name} className={`pull-${name}`}>
            <path d={path} />
            {cost <= TOP && <circle cx={across(at)} cy={y(cost)} r={4} />}
          </g>
        ))}
      </svg>
    </figure>
  );
}
