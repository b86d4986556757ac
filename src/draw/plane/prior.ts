import { joined, setAttributes, svgElement } from '../svg';
import type { PlaneScales } from './scales';

/** Radii of the prior's contours that are drawn; the first is the unit circle. */
export const PRIOR_SIGMAS = [1, 2, 3] as const;

/** The prior's 1σ, 2σ and 3σ circles, of which the unit circle is the strongest line. */
export function paintPrior(group: SVGElement, scales: PlaneScales): void {
  const circles = joined(group, 'circles', PRIOR_SIGMAS, Number, (sigma) => {
    return svgElement('circle', { class: `prior prior-${sigma}` });
  });
  for (const [i, sigma] of PRIOR_SIGMAS.entries()) {
    setAttributes(circles[i]!, { cx: scales.x(0), cy: scales.y(0), r: sigma * scales.unit });
  }
}
