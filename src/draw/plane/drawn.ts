import type { OutlineMark } from '../outline';
import { joined, setAttributes, svgElement } from '../svg';
import { paintFocus } from './marks';
import type { PlaneScales } from './scales';

/** A drawing's posterior, in latent units. */
export interface DrawnMarks {
  readonly drawn: OutlineMark;
  /** That of the image which it was made of; null for none. */
  readonly original: OutlineMark | null;
  /** What stands beside it. */
  readonly name: string;
}

/** CSS pixels from the centre to the name beside it. */
const ASIDE = 8;

/** A drawing's posterior with its name, and from where it has come: its original's, and the way between their centres. */
export function paintDrawn(group: SVGGElement, { drawn, original, name }: DrawnMarks, scales: PlaneScales): void {
  const [before, way, after, label] = joined(
    group,
    'parts',
    ['before', 'way', 'after', 'name'] as const,
    String,
    (part) => (part === 'name' ? svgElement('text') : svgElement('g', { class: `drawn-${part}` })),
  ) as [SVGGElement, SVGGElement, SVGGElement, SVGTextElement];
  paintFocus(before, original, scales);
  paintFocus(after, drawn, scales);
  const at = (mark: OutlineMark): string => `${scales.x(mark.x)} ${scales.y(mark.y)}`;
  const ways = original === null ? [] : [`M${at(original)}L${at(drawn)}`];
  const paths = joined(
    way,
    'way',
    ways,
    () => 0,
    () => svgElement('path'),
  );
  for (const [i, d] of ways.entries()) setAttributes(paths[i]!, { d });
  // Whole pixels: a name that trembles cannot be read.
  setAttributes(label, { x: Math.round(scales.x(drawn.x)) + ASIDE, y: Math.round(scales.y(drawn.y)) - ASIDE });
  if (label.textContent !== name) label.textContent = name;
}
