import { joined, setAttributes, svgElement } from '../svg';
import { arrowPath } from './arrows';
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
    setAttributes(arrows[i]!, { d: arrowPath(x, y, x + by[0] * scales.unit, y - by[1] * scales.unit) });
  }
}
