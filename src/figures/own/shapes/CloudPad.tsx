import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { ARROWS, isModified } from '../../../draw/plane/arrowKeys';
import type { PlaneWindow } from '../../../math/window';
import { count } from '../../../panels/numbers';
import { useNoFling } from '../../../panels/useNoFling';
import { shapeWords } from '../../../text/shapes';
import { usePage } from '../../context';
import { Cloud, useCloudScales } from './Cloud';
import { BRUSH } from './clouds';

type Place = readonly [x: number, y: number];

interface CloudPadProps {
  /** n × 2. */
  readonly points: Float32Array;
  /** What it is called. */
  readonly name: string;
  readonly window: PlaneWindow;
  /** Paints or erases at a place. */
  touch(place: Place): void;
}

/** Share of the window that an arrow key moves the brush. */
const STEP = 1 / 32;

/** A cloud that is painted on by pointer and by keys. */
export function CloudPad({ points, name, window, touch }: CloudPadProps) {
  const { language } = usePage();
  const says = shapeWords[language];
  const pad = useRef<HTMLDivElement>(null);
  useNoFling(pad);
  /** The brush of the keyboard; null while it is not in use. */
  const [brush, setBrush] = useState<Place | null>(null);
  const keysId = useId();
  const { x: middle, y: level, half } = window;
  const scales = useCloudScales(window);
  const { x, y, unit, size } = scales;
  const placeOf = (event: PointerEvent): Place => {
    const { left, top, width, height } = pad.current!.getBoundingClientRect();
    return [x.invert((size * (event.clientX - left)) / width), y.invert((size * (event.clientY - top)) / height)];
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isModified(event)) return;
    const arrow = ARROWS[event.key];
    const at = brush ?? ([middle, level] as const);
    if (arrow !== undefined) {
      const within = (value: number, centre: number): number => Math.min(centre + half, Math.max(centre - half, value));
      const step = 2 * half * STEP;
      setBrush([within(at[0] + step * arrow[0], middle), within(at[1] + step * arrow[1], level)]);
    } else if (event.key === ' ' || event.key === 'Enter') {
      setBrush(at);
      touch(at);
    } else return;
    event.preventDefault();
  };
  return (
    <div
      ref={pad}
      className="cloud cloud-pad"
      data-part="cloud"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is painted on by keys, as its description says
      tabIndex={0}
      aria-label={says.plane(name, count(points.length / 2))}
      aria-describedby={keysId}
      onKeyDown={onKeyDown}
      onBlur={() => setBrush(null)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        touch(placeOf(event));
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) touch(placeOf(event));
      }}
    >
      <Cloud points={points} labels={null} scales={scales}>
        {brush !== null && <circle cx={x(brush[0])} cy={y(brush[1])} r={BRUSH * unit} className="cloud-brush" />}
      </Cloud>
      <p id={keysId} className="hidden">
        {says.keys}
      </p>
    </div>
  );
}
