import { type RefObject, useEffect, useRef } from 'react';
import { ARROWS, isModified, NUDGE } from '../draw/plane/arrowKeys';
import { useFigure, useHasPanel } from './context';

/** What can be done on a plane by pointer and by keys. */
export interface PlaneHand {
  /** @param cross whether a cross marks the place */
  pointAt(x: number, y: number, cross: boolean): void;
  leave(): void;
  /** The image whose centre is nearest to a code, within so many CSS pixels; −1 where there is none. */
  imageAt(x: number, y: number, reach: number): number;
  /** One press of plus (1) or minus (−1). */
  zoom(direction: 1 | -1): void;
  fit(): void;
}

/** Has keys do on a plane that has the focus what `PlaneKeys` says. */
export function usePlaneKeys(svg: RefObject<SVGSVGElement | null>, hand: PlaneHand): void {
  const { lab, plane, pointer } = useFigure();
  const hasRegion = useHasPanel('region');
  const latest = useRef(hand);
  latest.current = hand;
  useEffect(() => {
    const element = svg.current!;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isModified(event)) return;
      const { pointAt, leave, imageAt, zoom, fit } = latest.current;
      const { x, y, half } = plane.current;
      const at = pointer.pointed ?? { x, y };
      const arrow = ARROWS[event.key];
      if (arrow !== undefined) pointAt(at.x + 2 * half * NUDGE * arrow[0], at.y + 2 * half * NUDGE * arrow[1], true);
      else if (event.key === 'Enter' || event.key === ' ') {
        // A pin or the region that has the focus is no place to pin.
        if (event.target !== element) return;
        lab.pins.tryAt(at.x, at.y, lab.frame);
      } else if (event.key === '+' || event.key === '=') zoom(1);
      else if (event.key === '-') zoom(-1);
      else if (event.key === '0') fit();
      else if (event.key === 's' || event.key === 'S') {
        const index = imageAt(at.x, at.y, Number.POSITIVE_INFINITY);
        if (index >= 0) lab.selection.select(index);
      } else if ((event.key === 'r' || event.key === 'R') && hasRegion) lab.region.placeAround(at, half);
      else if (event.key === 'Escape') {
        leave();
        lab.region.brush(false);
        lab.selection.release();
      } else return;
      event.preventDefault();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [svg, lab, plane, pointer, hasRegion]);
}
