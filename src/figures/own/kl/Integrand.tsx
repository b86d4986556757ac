import { linear, niceInterval } from '../../../draw/linear';
import type { AxisDensity } from '../../../math/axisDensity';
import { divergenceAt } from '../../../math/divergence';
import { klWords } from '../../../text/kl';
import { usePage } from '../../context';
import { LevelTicks, UprightTicks } from '../ChartTicks';
import { areaPath, PLACES, SPAN } from './axis';
import { CHART } from './chart';

/** The axis holds at least this. */
const LEAST = [-0.25, 0.5] as const;

/** About how many values an axis names. */
const TICKS = 4;

/** q ln(q/p) over the axis, whose area is KL(q‖p): what lies below 0 counts against the rest. What is infinite is as high as the picture. */
export function Integrand({ q, p }: { readonly q: AxisDensity; readonly p: AxisDensity }) {
  const { language } = usePage();
  const values = PLACES.map((z) => divergenceAt(q, p, z));
  const finite = values.filter(Number.isFinite);
  const [from, to] = niceInterval(Math.min(LEAST[0], ...finite), Math.max(LEAST[1], ...finite), TICKS);
  const x = linear(SPAN, [CHART.left, CHART.right]);
  const y = linear([from, to], [CHART.bottom, CHART.top]);
  return (
    <figure className="chart" data-part="area">
      <figcaption>{klWords[language].area}</figcaption>
      <svg viewBox={`0 0 ${CHART.width} ${CHART.height}`} aria-hidden="true">
        <UprightTicks y={y} wanted={TICKS} {...CHART} />
        <LevelTicks x={x} wanted={6} y={CHART.height - 6} />
        <path
          className="kl-more"
          d={areaPath(
            values.map((value) => Math.min(to, Math.max(0, value))),
            x,
            y,
          )}
        />
        <path
          className="kl-less"
          d={areaPath(
            values.map((value) => Math.min(0, value)),
            x,
            y,
          )}
        />
      </svg>
    </figure>
  );
}
