import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { linear } from '../../../draw/linear';
import { ARROWS } from '../../../draw/plane/arrowKeys';
import { classColour, css } from '../../../draw/theme';
import type { PlaneWindow } from '../../../math/window';
import { count } from '../../../panels/numbers';
import { shapeWords } from '../../../text/shapes';
import { usePage } from '../../context';
import { BRUSH } from './clouds';

type Place = readonly [x: number, y: number];

interface CloudPadProps {
  /** n × 2. */
  readonly points: Float32Array;
  /** n numbers of colours; null where all have the same. */
  readonly labels: Uint8Array | null;
  readonly name: string;
  readonly window: PlaneWindow;
  /** Paints or erases at a place; null where there is nothing to be changed. */
  readonly touch: ((place: Place) => void) | null;
}

/** User units a side. */
const SIZE = 400;

/** Share of the window that an arrow key moves the brush. */
const STEP = 1 / 32;

/** A cloud of points beside the unit circle, at true scale; it is painted on by pointer and by keys. */
export function CloudPad({ points, labels, name, window, touch }: CloudPadProps) {
  const { language, theme } = usePage();
  const says = shapeWords[language];
  const picture = useRef<SVGSVGElement>(null);
  /** The brush of the keyboard; null while it is not in use. */
  const [brush, setBrush] = useState<Place | null>(null);
  const keysId = useId();
  const { x: middle, y: level, half } = window;
  const x = useMemo(() => linear([middle - half, middle + half], [0, SIZE]), [middle, half]);
  const y = useMemo(() => linear([level - half, level + half], [SIZE, 0]), [level, half]);
  const unit = SIZE / (2 * half);
  const paths = useMemo(() => {
    const found: string[] = [];
    for (let i = 0; i < points.length; i += 2) {
      const label = labels?.[i / 2] ?? 0;
      found[label] = `${found[label] ?? ''}M${x(points[i]!).toFixed(1)} ${y(points[i + 1]!).toFixed(1)}h0`;
    }
    return found;
  }, [points, labels, x, y]);
  const placeOf = (event: PointerEvent): Place => {
    const { left, top, width, height } = picture.current!.getBoundingClientRect();
    return [x.invert((SIZE * (event.clientX - left)) / width), y.invert((SIZE * (event.clientY - top)) / height)];
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    const at = brush ?? ([middle, level] as const);
    if (arrow !== undefined) {
      const within = (value: number, centre: number): number => Math.min(centre + half, Math.max(centre - half, value));
      const step = 2 * half * STEP;
      setBrush([within(at[0] + step * arrow[0], middle), within(at[1] + step * arrow[1], level)]);
    } else if (event.key === ' ' || event.key === 'Enter') {
      setBrush(at);
      touch?.(at);
    } else return;
    event.preventDefault();
  };
  return (
    <div
      className="cloud-pad"
      data-part="cloud"
      data-takes={touch !== null}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is painted on by keys, as its description says
      tabIndex={0}
      aria-label={says.plane(name, count(points.length / 2))}
      aria-describedby={keysId}
      onKeyDown={touch === null ? undefined : onKeyDown}
      onBlur={() => setBrush(null)}
      onPointerDown={(event) => {
        if (touch === null || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        touch(placeOf(event));
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) touch?.(placeOf(event));
      }}
    >
      <svg ref={picture} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        <circle cx={x(0)} cy={y(0)} r={unit} className="prior prior-1" />
        {paths.map((path, label) => (
          <path key={label} d={path} stroke={css(labels === null ? theme.ink : classColour(theme, label))} />
        ))}
        {brush !== null && <circle cx={x(brush[0])} cy={y(brush[1])} r={BRUSH * unit} className="cloud-brush" />}
      </svg>
      <p id={keysId} className="hidden">
        {touch === null ? '' : says.keys}
      </p>
    </div>
  );
}
