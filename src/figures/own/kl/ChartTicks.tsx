import { fixed } from '../../../draw/decimals';
import type { LinearScale } from '../../../draw/linear';
import { labelsOf } from '../../../draw/ticks';

/** Where a small chart has its picture, in CSS pixels at its own size; it is as wide as its column. */
export const CHART = { width: 352, height: 204, left: 40, right: 344, top: 8, bottom: 180 } as const;

interface ChartTicksProps {
  readonly y: LinearScale;
  /** About how many. */
  readonly wanted: number;
}

/** The lines of a chart's upright axis, with their values. */
export function ChartTicks({ y, wanted }: ChartTicksProps) {
  const { values, texts } = labelsOf(y, wanted);
  return values.map((value, i) => (
    <g key={fixed(value, 6)} className="kl-tick">
      <line x1={CHART.left} x2={CHART.right} y1={y(value)} y2={y(value)} />
      <text x={CHART.left - 6} y={y(value)} textAnchor="end" dominantBaseline="central">
        {texts[i]}
      </text>
    </g>
  ));
}
