import type { EllipseCloud, EllipseColour, EllipseStyle, PlaneView } from './cloud';
import { exposure } from './exposure';
import { DOT_SHADE } from './rasteriser';

const SVG = 'http://www.w3.org/2000/svg';

/** Digits of a coordinate: hundredths of a pixel are below what is seen, and keep what is drawn small as it is enlarged. */
const DIGITS = 3;

/** Share of the page that a density covers where it is alone; see EllipseStyle. */
const cover = (density: number): number => 1 - 1 / Math.sqrt(1 + 2 * density);

const write = (value: number): string => String(Number(value.toFixed(DIGITS)));

const css = ([r, g, b]: EllipseColour): string => `rgb(${Math.round(r)}, ${Math.round(g)}, ${Math.round(b)})`;

/**
 * A cloud as vectors: a group for each class with an ellipse for every posterior in view, then their centres. Ink and
 * widths are those of the painters; where layers overlap they cover each other one after the other, as vectors do,
 * instead of adding up their densities.
 * @param view one unit of the drawing is one pixel of it
 */
export function ellipseGroup(cloud: EllipseCloud, view: PlaneView, style: EllipseStyle): SVGGElement {
  const { fill, line, dot } = exposure(cloud, view, style);
  const group = element('g', { class: 'ellipses' });
  const bodies = element('g', {
    'fill-opacity': write(cover(fill)),
    'stroke-opacity': write(cover(line)),
    'stroke-width': write(style.lineWidth),
  });
  const centres = element('g', { 'fill-opacity': write(cover(dot)) });
  group.append(bodies, centres);
  for (const [colour, members] of byColour(cloud, style.palette.length)) {
    const ink = style.palette[colour]!;
    const name = `class-${colour}`;
    const drawn = element('g', { class: name, fill: css(ink), stroke: css(ink) });
    const dots = element('g', { class: name, fill: css(shaded(ink, style.ink)) });
    for (const i of members) {
      const { x, y, a, b } = place(cloud, i, view);
      if (!isInView(x, y, Math.max(a, style.dotRadius), Math.max(b, style.dotRadius), view)) continue;
      const at = { cx: write(x), cy: write(y) };
      if (a > 0 || b > 0) drawn.append(element('ellipse', { ...at, rx: write(a), ry: write(b) }));
      dots.append(element('circle', { ...at, r: write(style.dotRadius) }));
    }
    bodies.append(drawn);
    centres.append(dots);
  }
  return group;
}

/** The indices of each colour's ellipses. */
function byColour({ count, classes }: EllipseCloud, colours: number): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let i = 0; i < count; i++) {
    const colour = classes === null ? 0 : classes[i]! % colours;
    const members = found.get(colour);
    if (members === undefined) found.set(colour, [i]);
    else members.push(i);
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

/** Centre and semi-axes in the drawing. */
function place({ mu, axes }: EllipseCloud, i: number, { centreX, centreY, unitsPerPixel, width, height }: PlaneView) {
  return {
    x: width / 2 + (mu[2 * i]! - centreX) / unitsPerPixel,
    y: height / 2 - (mu[2 * i + 1]! - centreY) / unitsPerPixel,
    a: Math.abs(axes[2 * i]!) / unitsPerPixel,
    b: Math.abs(axes[2 * i + 1]!) / unitsPerPixel,
  };
}

/** False for what is no number, too. */
const isInView = (x: number, y: number, a: number, b: number, { width, height }: PlaneView): boolean =>
  x + a > 0 && x - a < width && y + b > 0 && y - b < height;

/** A colour as centres have it. */
const shaded = ([r, g, b]: EllipseColour, ink: EllipseColour): EllipseColour => [
  r + DOT_SHADE * (ink[0] - r),
  g + DOT_SHADE * (ink[1] - g),
  b + DOT_SHADE * (ink[2] - b),
];

function element<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
