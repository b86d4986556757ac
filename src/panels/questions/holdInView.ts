import type { PlaneView } from '../../state/planeView';

/** Air around a code that the window is widened for, as a share of its distance from the middle. */
const AIR = 1.1;

/** Widens the window of the plane, around its middle, until it holds a code. */
export function holdInView(plane: Pick<PlaneView, 'current' | 'take'>, x: number, y: number): void {
  const { current } = plane;
  const needed = Math.max(Math.abs(x - current.x), Math.abs(y - current.y));
  if (needed > current.half) plane.take({ ...current, half: AIR * needed });
}
