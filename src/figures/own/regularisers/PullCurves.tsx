import { range } from 'd3-array';
import { linear } from '../../../draw/linear';
import type { AxisRegulariser } from '../../../math/axisRegulariser';

interface PullCurvesProps {
  readonly title: string;
  /** The name by which words of the text point at it. */
  readonly part: string;
  readonly curves: readonly { readonly name: 'kl' | 'simple'; readonly value: (at: number) => number }[];
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

const x = (domain: PullCurvesProps['domain']) => linear(domain, [MARGIN.left, WIDTH - MARGIN.right]);
const y = linear([0, TOP], [HEIGHT - MARGIN.bottom, MARGIN.top]);

/** What two regularisers cost over one of the two numbers of an ellipse. */
export function PullCurves({ title, part, curves, domain, at }: PullCurvesProps) {
  const across = x(domain);
  const [from, to] = domain;
  const places = range(POINTS + 1).map((i) => from + ((to - from) * i) / POINTS);
  const path = (value: (at: number) => number): string =>
    `M${places
      .filter((place) => value(place) <= 2 * TOP)
      .map((place) => `${across(place).toFixed(1)},${y(value(place)).toFixed(1)}`)
      .join('L')}`;
  return (
    <figure className="pull-curves" data-part={part}>
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {y.ticks(3).map((value) => (
          <g key={value} className="pull-tick">
            <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(value)} y2={y(value)} />
            <text x={MARGIN.left - 6} y={y(value)} textAnchor="end" dominantBaseline="central">
              {value}
            </text>
          </g>
        ))}
        {across.ticks(6).map((value) => (
          <text key={value} className="pull-tick" x={across(value)} y={HEIGHT - 6} textAnchor="middle">
            {value}
          </text>
        ))}
        <line className="pull-at" x1={across(at)} x2={across(at)} y1={y(0)} y2={y(TOP)} />
        {curves.map(({ name, value }) => (
          <g key={name} className={`pull-${name}`}>
            <path d={path(value)} />
            {value(at) <= TOP && <circle cx={across(at)} cy={y(value(at))} r={4} />}
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** The two curves over one number, the other one held. */
export const curvesOf = (
  regularisers: Readonly<Record<'kl' | 'simple', AxisRegulariser>>,
  held: (regulariser: AxisRegulariser) => (at: number) => number,
): PullCurvesProps['curves'] => (['simple', 'kl'] as const).map((name) => ({ name, value: held(regularisers[name]) }));
