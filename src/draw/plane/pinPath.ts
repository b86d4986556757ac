import { joined, setAttributes, svgElement } from '../svg';
import { type Code, paintDots } from './marks';
import type { PlaneScales } from './scales';

/** A path as it is drawn, in latent units. */
interface PathMark {
  /** n × 2. */
  readonly corners: ArrayLike<number>;
  /** Places of its decodes, m × 2. */
  readonly stops: ArrayLike<number>;
  /** The place that is marked; null for none. */
  readonly at: Code | null;
}

/** CSS pixels: radii, and how wide a pointer takes the line to be. */
const STOP = 2.25;
const MARK = 6;
const REACH = 16;

const codesOf = (points: ArrayLike<number>): Code[] =>
  Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i]!, points[2 * i + 1]!]);

/**
 * Draws a path with its stops and the place that is marked on it.
 * @param onPoint called with the code under a pointer that is on the path, and with null when it leaves it
 */
export function paintPath(
  group: SVGGElement,
  { corners, stops, at }: PathMark,
  scales: PlaneScales,
  onPoint: (code: Code | null) => void,
): void {
  const d = codesOf(corners).map(([x, y]) => `${scales.x(x)} ${scales.y(y)}`);
  const lines = joined(
    group,
    'lines',
    ['path-line', 'path-reach'],
    (name) => name,
    (name) => svgElement('path', { class: name, 'stroke-width': name === 'path-reach' ? REACH : null }),
  );
  for (const line of lines) {
    setAttributes(line, { d: `M${d.join('L')}` });
    line.onpointermove = ({ clientX, clientY }) => {
      const box = group.ownerSVGElement!.getBoundingClientRect();
      onPoint([scales.x.invert(clientX - box.left), scales.y.invert(clientY - box.top)]);
    };
    line.onpointerleave = () => onPoint(null);
  }
  paintDots(group, 'path-stop', codesOf(stops), STOP, scales);
  paintDots(group, 'path-at', at === null ? [] : [at], MARK, scales);
}
