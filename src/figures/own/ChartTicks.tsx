import type { LinearScale } from '../../draw/linear';
import { labelsOf } from '../../draw/ticks';

interface UprightTicksProps {
  readonly y: LinearScale;
  /** About how many. */
  readonly wanted: number;
  /** Where their lines begin and end. */
  readonly left: number;
  readonly right: number;
}

/** The lines of a chart's upright axis, with their values. */
export function UprightTicks({ y, wanted, left, right }: UprightTicksProps) {
  const { values, texts } = labelsOf(y, wanted);
  return values.map((value, i) => (
    <g key={value} className="chart-tick">
      <line x1={left} x2={right} y1={y(value)} y2={y(value)} />
      <text x={left - 6} y={y(value)} textAnchor="end" dominantBaseline="central">
        {texts[i]}
      </text>
    </g>
  ));
}

interface LevelTicksProps {
  readonly x: LinearScale;
  /** About how many. */
  readonly wanted: number;
  /** Of their base line. */
  readonly y: number;
}

/** The values of the axis below a picture. */
export function LevelTicks({ x, wanted, y }: LevelTicksProps) {
  const { values, texts } = labelsOf(x, wanted);
  return values.map((value, i) => (
    <text key={value} className="chart-tick" x={x(value)} y={y} textAnchor="middle">
      {texts[i]}
    </text>
  ));
}
