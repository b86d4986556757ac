import { joined, setAttributes, svgElement } from '../svg';
import type { Code } from './marks';
import type { PlaneScales } from './scales';

/** Lays the colour of the plane over all that is behind, so that it recedes. */
export function paintVeil(group: SVGGElement, { size }: PlaneScales): void {
  const [veil] = joined(
    group,
    'veil',
    [0],
    () => 0,
    () => svgElement('rect', { class: 'veil', x: 0, y: 0 }),
  );
  setAttributes(veil!, { width: size, height: size });
}

/** Straight lines from codes to codes. @param name their class, and what tells them from other lines of the group */
export function paintLines(
  group: SVGGElement,
  name: string,
  lines: readonly (readonly [from: Code, to: Code])[],
  { x, y }: PlaneScales,
): void {
  const drawn = joined(
    group,
    name,
    [...lines.keys()],
    (i) => i,
    () => svgElement('line', { class: name }),
  );
  for (const [i, [from, to]] of lines.entries()) {
    setAttributes(drawn[i]!, { x1: x(from[0]), y1: y(from[1]), x2: x(to[0]), y2: y(to[1]) });
  }
}

/** A word beside a code. */
export interface LabelMark {
  readonly text: string;
  readonly at: Code;
}

/** CSS pixels from a code to the word beside it. */
const ASIDE = 7;

export function paintLabels(group: SVGGElement, labels: readonly LabelMark[], { x, y }: PlaneScales): void {
  const drawn = joined(
    group,
    'labels',
    [...labels.entries()],
    ([i, { text }]) => `${i} ${text}`,
    ([, { text }]) => {
      const label = svgElement('text', { class: 'stage-label', dx: ASIDE, dy: -ASIDE });
      label.textContent = text;
      return label;
    },
  );
  for (const [i, { at }] of labels.entries()) setAttributes(drawn[i]!, { x: x(at[0]), y: y(at[1]) });
}
