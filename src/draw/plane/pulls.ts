import { joined, setAttributes, svgElement } from '../svg';
import type { Code } from './marks';
import type { PlaneScales } from './scales';

/** What pulls: the reconstruction, or the regulariser. */
export type Puller = 'reconstruction' | 'regulariser';

/** An arrow of a pull, in latent units. */
export interface PullMark {
  readonly of: Puller;
  readonly from: Code;
  readonly by: Code;
}

/** CSS pixels of an arrow's head; of a short arrow it is a share of its length. */
const HEAD = 7;
const SHARE = 0.45;

/** Arrows of the two pulls. */
export function paintPulls(group: SVGGElement, pulls: readonly PullMark[], scales: PlaneScales): void {
  const arrows = joined(
    group,
    'pulls',
    pulls.map((pull, i) => ({ ...pull, key: `${pull.of} ${i}` })),
    ({ key }) => key,
    ({ of }) => svgElement('path', { class: `pull pull-${of}` }),
  );
  for (const [i, { from, by }] of pulls.entries()) {
    const [x, y] = [scales.x(from[0]), scales.y(from[1])];
    setAttributes(arrows[i]!, { d: arrow(x, y, by[0] * scales.unit, -by[1] * scales.unit) });
  }
}

/** The shaft and the head of an arrow from a place, in pixels. */
function arrow(x: number, y: number, dx: number, dy: number): string {
  const length = Math.hypot(dx, dy);
  if (length === 0) return '';
  const head = Math.min(HEAD, SHARE * length) / length;
  const [tipX, tipY] = [x + dx, y + dy];
  const wing = (side: number): string =>
    `${tipX - head * (dx + side * 0.5 * dy)} ${tipY - head * (dy - side * 0.5 * dx)}`;
  return `M${x} ${y}L${tipX} ${tipY}M${wing(1)}L${tipX} ${tipY}L${wing(-1)}`;
}
