import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent, RefObject } from 'react';
import { ARROWS, NUDGE } from '../draw/plane/arrowKeys';
import { nearestCentre } from '../math/classes';
import type { Figure } from './context';
import type { PlanePicture } from './planePicture';

/** CSS pixels from a centre within which the pointer is on it. */
const REACH = 5;

interface HandledPlane {
  readonly figure: Pick<Figure, 'id' | 'lab' | 'plane' | 'pointer'>;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly picture: RefObject<PlanePicture | null>;
  /** Whether a region can be marked on it. */
  readonly hasRegion: boolean;
}

/** What pointer and keys do on a plane: they point, pin, select, zoom and mark a region. */
export function planeHandlers({ figure: { id, lab, plane, pointer }, svg, picture, hasRegion }: HandledPlane) {
  const board = lab.pins;
  /** The image whose centre is nearest to a code, within so many CSS pixels; −1 where there is none. */
  const imageAt = (x: number, y: number, reach: number): number => {
    const { frame } = lab;
    const nearest = frame === null ? -1 : nearestCentre(frame.plane.mu, x, y, reach / picture.current!.scales.unit);
    return frame === null || nearest < 0 ? -1 : nearest * frame.stride;
  };
  const pointAt = (x: number, y: number, cross: boolean): void =>
    pointer.point({ x, y, index: imageAt(x, y, REACH), by: id, cross });
  const leave = (): void => pointer.leave(id);
  const codeOf = (event: { clientX: number; clientY: number }): [number, number] => {
    const box = svg.current!.getBoundingClientRect();
    const { x, y } = picture.current!.scales;
    return [x.invert(event.clientX - box.left), y.invert(event.clientY - box.top)];
  };
  const fit = (): void => picture.current!.fit();
  const select = (index: number | null): void => {
    if (index === null) lab.selection.release();
    else lab.selection.select(index);
  };
  const selectNearest = (x: number, y: number): void => {
    const index = imageAt(x, y, Number.POSITIVE_INFINITY);
    if (index >= 0) lab.selection.select(index);
  };
  const nothing = (): void => {};
  /** Takes back what the last click did: the first of a double click. */
  let undo = nothing;

  return {
    onPointerMove(event: PointerEvent): void {
      if (event.pointerType !== 'touch' && event.buttons === 0) pointAt(...codeOf(event), false);
    },
    onPointerLeave: leave,
    onBlur(event: FocusEvent): void {
      if (event.target === event.currentTarget) leave();
    },
    onClick(event: MouseEvent): void {
      if (event.detail > 1) {
        // The second of two may already be on the pin that the first has put down, so both are told from clicks.
        undo();
        undo = nothing;
        fit();
        return;
      }
      undo = nothing;
      if ((event.target as Element).closest('.pin, .overlay, .handle') !== null) return;
      const [x, y] = codeOf(event);
      const index = event.shiftKey ? -1 : imageAt(x, y, REACH);
      if (index < 0) {
        undo = board.tryAt(x, y, lab.frame);
      } else {
        const before = lab.selection.index;
        undo = () => select(before);
        select(index === before ? null : index);
      }
    },
    onKeyDown(event: KeyboardEvent): void {
      const { x, y, half } = plane.current;
      const arrow = ARROWS[event.key];
      const at = pointer.pointed ?? { x, y };
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (arrow !== undefined) pointAt(at.x + 2 * half * NUDGE * arrow[0], at.y + 2 * half * NUDGE * arrow[1], true);
      else if (event.key === 'Enter' || event.key === ' ') {
        // A pin or the region that has the focus is no place to pin.
        if (event.target !== event.currentTarget) return;
        board.tryAt(at.x, at.y, lab.frame);
      } else if (event.key === '+' || event.key === '=') plane.zoom(1);
      else if (event.key === '-') plane.zoom(-1);
      else if (event.key === '0') fit();
      else if (event.key === 's' || event.key === 'S') selectNearest(at.x, at.y);
      else if ((event.key === 'r' || event.key === 'R') && hasRegion) {
        lab.region.placeAround(at, half);
      } else if (event.key === 'Escape') {
        leave();
        lab.region.brush(false);
        lab.selection.release();
      } else return;
      event.preventDefault();
    },
  };
}
