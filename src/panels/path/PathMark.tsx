import type { KeyboardEvent, PointerEvent } from 'react';
import { useStore } from 'zustand';
import { pathAt } from '../../math/path';
import { pathWords } from '../../text/path';
import { useFigure } from '../context';
import { coordinate } from '../quantities';
import type { PinWay } from './corners';

/** Images that a key goes on by. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

interface PathMarkProps {
  readonly way: PinWay;
  readonly stops: number;
}

/** Lies over the strip: shows which image is the nearest to the place that is marked on the path, and marks the one that is pointed at. */
export function PathMark({ way, stops }: PathMarkProps) {
  const { lab, language, plane } = useFigure();
  const says = pathWords[language];
  const { path } = lab.pins;
  const at = useStore(path.store, (marks) => marks.at);
  const last = stops - 1;
  const nearest = (share: number | null): number | null => (share === null ? null : Math.round(share * last));
  const stop = nearest(at);
  const point = ({ clientX, currentTarget }: PointerEvent): void => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const under = Math.floor(((clientX - left) / width) * stops);
    path.mark(Math.min(last, Math.max(0, under)) / last);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    // Of several keys before the next painting each goes on from the one before.
    path.mark(Math.min(last, Math.max(0, (nearest(path.marks.at) ?? 0) + step)) / last);
    event.preventDefault();
  };
  const [x, y] = pathAt(way.corners, (stop ?? 0) / last, way.shares).map((value) =>
    coordinate(value, plane.current.half),
  );
  return (
    <div
      className="path-marks"
      role="slider"
      tabIndex={0}
      aria-label={says.place}
      aria-valuemin={1}
      aria-valuemax={stops}
      aria-valuenow={(stop ?? 0) + 1}
      aria-valuetext={says.stop(String((stop ?? 0) + 1), String(stops), x!, y!)}
      onPointerDown={point}
      onPointerMove={point}
      onPointerLeave={({ pointerType }) => {
        // What a finger has marked stays when it is lifted.
        if (pointerType !== 'touch') path.mark(null);
      }}
      onFocus={() => {
        if (at === null) path.mark(0);
      }}
      onBlur={() => path.mark(null)}
      onKeyDown={onKeyDown}
    >
      {stop !== null && (
        <span className="path-here" style={{ left: `${(100 * stop) / stops}%`, width: `${100 / stops}%` }} />
      )}
    </div>
  );
}
