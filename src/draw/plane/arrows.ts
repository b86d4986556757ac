import { joined, setAttributes, svgElement } from '../svg';
import type { PlaneScales } from './scales';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** An arrow from one code to another, in latent units. */
interface ArrowMark {
  readonly from: Place;
  readonly to: Place;
}

/** CSS pixels: of a head, and of the air before what an arrow points at. */
const HEAD = { length: 9, half: 4 } as const;
const AIR = 8;

/** The shaft and the head of an arrow between two places in pixels; empty where there is no room for one. */
function arrowPath(x0: number, y0: number, x1: number, y1: number): string {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length <= 2 * AIR + HEAD.length) return '';
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
  const at = (along: number, across: number): string =>
    `${x0 + along * dx - across * dy} ${y0 + along * dy + across * dx}`;
  const [tip, neck] = [length - AIR, length - AIR - HEAD.length];
  return `M${at(AIR, 0)}L${at(tip, 0)}M${at(neck, HEAD.half)}L${at(tip, 0)}L${at(neck, -HEAD.half)}`;
}

/** A sum as it is drawn. */
interface SumMark {
  readonly arrows: readonly ArrowMark[];
  readonly result: Place;
  readonly name: string;
}

/** The steps of A − B + C: an arrow for A − B, the same one from C, and the code that this leads to with its name. */
export function paintSum(group: SVGGElement, { arrows, result, name }: SumMark, scales: PlaneScales): void {
  const paths = joined(
    group,
    'arrows',
    [...arrows.keys()],
    (i) => i,
    () => svgElement('path', { class: 'arrow' }),
  );
  for (const [i, { from, to }] of arrows.entries()) {
    setAttributes(paths[i]!, { d: arrowPath(scales.x(from.x), scales.y(from.y), scales.x(to.x), scales.y(to.y)) });
  }
  const marks = joined(group, 'sum', [name], String, () => {
    const mark = svgElement('g', { class: 'sum' });
    const text = svgElement('text', { dx: 10, dy: 16 });
    text.textContent = name;
    mark.append(svgElement('circle', { r: 6 }), text);
    return mark;
  });
  setAttributes(marks[0]!, { transform: `translate(${scales.x(result.x)} ${scales.y(result.y)})` });
}
