import { type OutlineMark, outlineElement } from '../outline';
import { svgElement } from '../svg';
import type { EllipseCloud, EllipseColour, EllipseStyle, PlaneView } from './cloud';
import { DOT_SHADE, exposure } from './exposure';

/** Digits of a coordinate: hundredths of a pixel are below what is seen, and keep what is drawn small as it is enlarged. */
const DIGITS = 3;

/**
 * Opacity of a layer of vectors, so that as many as are expected to lie on each other cover as much of the page as the
 * sum of their densities does (see EllipseStyle).
 */
function opacity(density: number, layers: number): number {
  const n = Math.max(1, layers);
  return 1 - (1 + 2 * n * density) ** (-0.5 / n);
}

const write = (value: number): string => String(Number(value.toFixed(DIGITS)));

const hex = (colour: EllipseColour): string =>
  `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/**
 * A cloud as vectors: the outline of every posterior in view, then their centres; what has no ink is left out. Ink and
 * widths are those of the painters; where layers overlap they cover each other one after the other, as vectors do,
 * instead of adding up their densities.
 * @param view one unit of the drawing is one pixel of it
 */
export function ellipseGroup(cloud: EllipseCloud, view: PlaneView, style: EllipseStyle): SVGGElement {
  const { fill, line, dot, layers } = exposure(cloud, view, style);
  const group = svgElement('g', { class: 'ellipses' });
  const bodies = svgElement('g', {
    'fill-opacity': write(opacity(fill, layers.fill)),
    'stroke-opacity': write(opacity(line, layers.line)),
    'stroke-width': write(style.lineWidth),
  });
  const centres = svgElement('g', { 'fill-opacity': write(opacity(dot, layers.dot)) });
  group.append(bodies, centres);
  const hasBodies = style.fillDensity > 0 || style.lineDensity > 0;
  const hasCentres = style.dotDensity > 0;
  const inks = style.palette.map((colour) => ({ whole: hex(colour), centre: hex(shaded(colour, style.ink)) }));
  for (let i = 0; i < cloud.count; i++) {
    const mark = place(cloud, i, view);
    const { x, y, a, b } = mark;
    if (!isInView(x, y, Math.max(a, style.dotRadius), Math.max(b, style.dotRadius), view)) continue;
    const ink = inks[cloud.classes === null ? 0 : cloud.classes[i]! % inks.length]!;
    if (hasBodies && (a > 0 || b > 0)) {
      const { name, attributes } = outlineElement(mark, write);
      bodies.append(svgElement(name, { ...attributes, fill: ink.whole, stroke: ink.whole }));
    }
    if (hasCentres)
      centres.append(svgElement('circle', { cx: write(x), cy: write(y), r: write(style.dotRadius), fill: ink.centre }));
  }
  return group;
}

function place(
  { outline = 'ellipse', mu, axes, correlation }: EllipseCloud,
  i: number,
  { centreX, centreY, unitsPerPixel, width, height }: PlaneView,
): OutlineMark {
  return {
    outline,
    x: width / 2 + (mu[2 * i]! - centreX) / unitsPerPixel,
    y: height / 2 - (mu[2 * i + 1]! - centreY) / unitsPerPixel,
    a: Math.abs(axes[2 * i]!) / unitsPerPixel,
    b: Math.abs(axes[2 * i + 1]!) / unitsPerPixel,
    rho: correlation?.[i] ?? 0,
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
