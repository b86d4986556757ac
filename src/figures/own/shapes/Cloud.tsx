import { type ReactNode, useMemo } from 'react';
import { type LinearScale, linear } from '../../../draw/linear';
import { classColour, css } from '../../../draw/theme';
import type { PlaneWindow } from '../../../math/window';
import { usePage } from '../../context';
import { dotPaths } from '../dotPaths';

/** User units a side. */
const SIZE = 400;

interface CloudScales {
  readonly x: LinearScale;
  readonly y: LinearScale;
  /** User units of the unit circle's radius. */
  readonly unit: number;
  /** User units a side of the picture. */
  readonly size: number;
}

/** Where a window has its places in the picture of a cloud. */
export function useCloudScales({ x: middle, y: level, half }: PlaneWindow): CloudScales {
  return useMemo(
    () => ({
      x: linear([middle - half, middle + half], [0, SIZE]),
      y: linear([level - half, level + half], [SIZE, 0]),
      unit: SIZE / (2 * half),
      size: SIZE,
    }),
    [middle, level, half],
  );
}

interface CloudProps {
  /** n × 2. */
  readonly points: Float32Array;
  /** n numbers of colours; null where all have the same. */
  readonly labels: Uint8Array | null;
  readonly scales: CloudScales;
  /** What is drawn over it. */
  readonly children?: ReactNode;
}

/** A cloud of points beside the unit circle, at true scale. */
export function Cloud({ points, labels, scales, children }: CloudProps) {
  const { theme } = usePage();
  const { x, y, unit, size } = scales;
  const paths = useMemo(
    () => dotPaths(points.length / 2, (i) => [x(points[2 * i]!), y(points[2 * i + 1]!)], labels),
    [points, labels, x, y],
  );
  return (
    <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <circle cx={x(0)} cy={y(0)} r={unit} className="prior prior-1" />
      {paths.map((path, label) => (
        <path key={label} d={path} stroke={css(labels === null ? theme.ink : classColour(theme, label))} />
      ))}
      {children}
    </svg>
  );
}
