import { useMemo } from 'react';
import { linear } from '../../../draw/linear';
import { polyline } from '../../../draw/polyline';
import { classColour, css } from '../../../draw/theme';
import { pcaWords } from '../../../text/pca';
import { usePage } from '../../context';
import { dotPaths } from '../dotPaths';
import type { MeshLine } from './mesh';

interface ViewProps {
  /** The name by which words of the text point at it. */
  readonly part: 'above' | 'side';
  /** Of the model whose surface it is. */
  readonly name: string;
  readonly lines: readonly MeshLine[];
  /** Places of the images along three components, n × 3. */
  readonly images: Float32Array;
  readonly labels: Uint8Array | null;
  /** The largest place that is in the picture, on either side. */
  readonly half: number;
}

/** User units a side. */
const SIZE = 320;

/** From the middle of an axis' end to its name. */
const BESIDE = 12;

/** A name is this far inside of the picture at least, also of an axis that leaves it. */
const EDGE = 36;

const inside = (place: number): number => Math.min(SIZE - EDGE, Math.max(EDGE, place));

/** Images and a surface, seen along two components: the first to the right, the second or the third upwards; at true scale. */
export function View({ part, name, lines, images, labels, half }: ViewProps) {
  const { language, theme } = usePage();
  const says = pcaWords[language];
  const up = part === 'above' ? 1 : 2;
  const scale = useMemo(() => linear([-half, half], [0, SIZE]), [half]);
  const at = (point: readonly number[]): readonly [number, number] => [scale(point[0]!), SIZE - scale(point[up]!)];
  const dots = useMemo(
    () => dotPaths(images.length / 3, (i) => [scale(images[3 * i]!), SIZE - scale(images[3 * i + up]!)], labels),
    [images, labels, scale, up],
  );
  return (
    <figure className="pca-view" data-part={part}>
      <figcaption>{says[part]}</figcaption>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={says.label(name, says[part])}>
        {dots.map((path, label) => (
          <path key={label} className="pca-dots" d={path} stroke={css(classColour(theme, label))} />
        ))}
        {lines.map(({ isAxis, points }, line) => (
          <path key={line} className={isAxis ? 'pca-axis' : 'pca-line'} d={polyline(points.map(at))} />
        ))}
        {lines.map(({ along, isAxis, points }) => {
          if (!isAxis) return null;
          const [x, y] = at(points.at(-1)!);
          return (
            <text key={along} className="pca-name" x={inside(x)} y={inside(y - BESIDE)}>
              z{along === 0 ? '₁' : '₂'}
            </text>
          );
        })}
        <text className="pca-component" x={SIZE - 6} y={SIZE - 8} textAnchor="end">
          {says.component('1')} →
        </text>
        <text className="pca-component" x={8} y={16}>
          ↑ {says.component(String(up + 1))}
        </text>
      </svg>
    </figure>
  );
}
