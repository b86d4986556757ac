import { joined, setAttributes, svgElement } from '../svg';
import { labelsOf } from '../ticks';
import { PRIOR_SIGMAS, paintPrior } from './prior';
import type { PlaneScales } from './scales';

/** CSS pixels between the left edge and its labels. */
const EDGE = 8;

/** CSS pixels next to a corner that are kept free, where the labels of both axes would meet. */
const CORNER = 18;

/** CSS pixels between a label and the edge that would cut it. */
const AIR = 3;

/** CSS pixels a tick label wants for itself. */
const TICK_ROOM = 90;

/** CSS pixels of the mark of a tick, inwards, and of its label from the lower edge. */
const MARK = 5;
const RISE = 14;

/**
 * The fixed furniture of the plane: axes through the edge, the origin, and the prior's 1σ, 2σ and 3σ circles, of which
 * the unit circle is the strongest line.
 */
export function paintFrame(group: SVGGElement, scales: PlaneScales): void {
  const axes = joined(group, 'axes', ['x', 'y'] as const, String, (name) => {
    return svgElement('g', { class: `axis axis-${name}` });
  });
  setAttributes(axes[0]!, { transform: `translate(0 ${scales.size})` });
  paintTicks(axes[0]!, 'x', scales);
  paintTicks(axes[1]!, 'y', scales);

  paintPrior(group, scales);
  const names = joined(group, 'names', PRIOR_SIGMAS, Number, (sigma) => {
    const name = svgElement('text', { class: 'prior-name', dx: 3, dy: -3 });
    name.textContent = `${sigma}σ`;
    return name;
  });
  for (const [i, sigma] of PRIOR_SIGMAS.entries()) {
    const radius = sigma * scales.unit;
    setAttributes(names[i]!, {
      x: scales.x(0) + radius * Math.SQRT1_2,
      y: scales.y(0) - radius * Math.SQRT1_2,
      // Names that would lie on top of each other say nothing.
      display: scales.unit < 26 ? 'none' : null,
    });
  }
}

function paintTicks(axis: SVGGElement, name: 'x' | 'y', scales: PlaneScales): void {
  const scale = scales[name];
  const labels = labelsOf(scale, Math.max(2, Math.round(scales.size / TICK_ROOM)));
  // Labels below lie across their tick, those at the left edge beside theirs.
  const room = name === 'x' ? Math.max(CORNER, labels.width / 2 + AIR) : CORNER;
  const ticks = labels.values
    .map((value, i) => ({ value, text: labels.texts[i]!, at: scale(value) }))
    .filter(({ at }) => at > room && at < scales.size - room);
  const marks = joined(
    axis,
    'ticks',
    ticks,
    ({ value }) => value,
    () => {
      const tick = svgElement('g', { class: 'tick' });
      const line = svgElement('line', name === 'x' ? { y2: -MARK } : { x2: MARK });
      const place = name === 'x' ? { y: -RISE, dy: '0.71em', 'text-anchor': 'middle' } : { x: EDGE, dy: '0.32em' };
      tick.append(line, svgElement('text', place));
      return tick;
    },
  );
  for (const [i, { at, text }] of ticks.entries()) {
    setAttributes(marks[i]!, { transform: name === 'x' ? `translate(${at} 0)` : `translate(0 ${at})` });
    const label = marks[i]!.lastElementChild!;
    if (label.textContent !== text) label.textContent = text;
  }
}
