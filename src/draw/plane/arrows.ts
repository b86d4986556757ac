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

/** CSS pixels of a head, which of a short arrow is a share of its length; and half its width as a share of its own length. */
const HEAD = { length: 9, share: 0.45, half: 0.45 } as const;

/** CSS pixels of air before what an arrow points at. */
const AIR = 8;

/**
 * The shaft and the head of an arrow between two places in pixels; empty where there is no room for one.
 * @param air left at both of its ends
 */
export function arrowPath(x0: number, y0: number, x1: number, y1: number, air = 0): string {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const room = length - 2 * air;
  if (!(room > 0)) return '';
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
  const at = (along: number, across: number): string =>
    `${x0 + along * dx - across * dy} ${y0 + along * dy + across * dx}`;
  const head = Math.min(HEAD.length, HEAD.share * room);
  const tip = length - air;
  const neck = tip - head;
  const half = HEAD.half * head;
  return `M${at(air, 0)}L${at(tip, 0)}M${at(neck, half)}L${at(tip, 0)}L${at(neck, -half)}`;
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
    setAttributes(paths[i]!, { d: arrowPath(scales.x(from.x), scales.y(from.y), scales.x(to.x), scales.y(to.y), AIR) });
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
