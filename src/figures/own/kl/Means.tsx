import { linear, niceInterval } from '../../../draw/linear';
import { polyline } from '../../../draw/polyline';
import type { RunningMean } from '../../../math/divergence';
import { count } from '../../../panels/numbers';
import { klWords } from '../../../text/kl';
import { usePage } from '../../context';
import { UprightTicks } from '../ChartTicks';
import { CHART } from './chart';

interface MeansProps {
  /** After more and more draws; none where nothing has been drawn. */
  readonly means: readonly RunningMean[];
  /** What they are to come to; +∞ where it is. */
  readonly integral: number;
  /** Draws at most. */
  readonly most: number;
}

/** About how many values an axis names. */
const TICKS = 4;

/** The first few means lie anywhere: the axis makes room for those of this many draws and more. */
const SETTLED = 8;

/** Air above and below, as a share of what the axis holds. */
const AIR = 0.25;

/** An axis that holds the integral and the means, but for the first few. */
function axisOf(means: readonly RunningMean[], integral: number): [number, number] {
  const last = means.at(-1)?.count ?? 0;
  const held = means.filter((each) => each.count >= Math.min(SETTLED, last)).map(({ mean }) => mean);
  const finite = [...held, integral].filter(Number.isFinite);
  const [low, high] = finite.length === 0 ? [0, 1] : [Math.min(...finite), Math.max(...finite)];
  const air = AIR * Math.max(high - low, 0.2 * Math.abs(high), 0.02);
  return niceInterval(low - air, high + air, TICKS);
}

/** The mean over more and more draws, with its standard error, beside the integral that it comes to. */
export function Means({ means, integral, most }: MeansProps) {
  const { language } = usePage();
  const decades = Math.round(Math.log10(most));
  const x = linear([0, decades], [CHART.left, CHART.right]);
  const [from, to] = axisOf(means, integral);
  const y = linear([from, to], [CHART.bottom, CHART.top]);
  const point = (at: number, value: number): readonly [number, number] => [
    x(Math.log10(at)),
    y(Math.min(to, Math.max(from, value))),
  ];
  const sure = means.filter(({ standardError }) => Number.isFinite(standardError));
  const band = [
    ...sure.map(({ count: at, mean, standardError }) => point(at, mean + standardError)),
    ...sure.toReversed().map(({ count: at, mean, standardError }) => point(at, mean - standardError)),
  ];
  return (
    <figure className="chart" data-part="means">
      <figcaption>{klWords[language].means}</figcaption>
      <svg viewBox={`0 0 ${CHART.width} ${CHART.height}`} aria-hidden="true">
        <UprightTicks y={y} wanted={TICKS} {...CHART} />
        {Array.from({ length: decades + 1 }, (_, decade) => 10 ** decade).map((at) => (
          <text
            key={at}
            className="chart-tick"
            x={x(Math.log10(at))}
            y={CHART.height - 6}
            textAnchor={at === most ? 'end' : 'middle'}
          >
            {count(at)}
          </text>
        ))}
        {band.length > 0 && <path className="kl-error" d={`${polyline(band)}Z`} />}
        {Number.isFinite(integral) && (
          <line className="kl-integral" x1={CHART.left} x2={CHART.right} y1={y(integral)} y2={y(integral)} />
        )}
        {means.length > 0 && (
          <path className="kl-mean" d={polyline(means.map(({ count: at, mean }) => point(at, mean)))} />
        )}
      </svg>
    </figure>
  );
}
