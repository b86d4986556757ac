/** What of a style sheet an SVG needs where there is none; text has more. */
const PAINT = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linejoin', 'stroke-linecap'];
const TEXT = [
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
];

/** Attributes that say something on a page alone. */
const OF_THE_PAGE = /^(class|style|id|role|tabindex|aria-.*|data-.*)$/;

/**
 * A copy of an SVG of the page that looks the same anywhere: what style sheets give it stands in its attributes, and
 * what they hide is left out.
 */
export function inlined(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  dress(svg, copy);
  return copy;
}

function dress(live: Element, copy: Element): void {
  const style = getComputedStyle(live);
  const pairs = [...live.children].map((child, i) => [child, copy.children[i]!] as const);
  for (const name of copy.getAttributeNames()) if (OF_THE_PAGE.test(name)) copy.removeAttribute(name);
  for (const [child, copied] of pairs) {
    if (isShown(child)) dress(child, copied);
    else copied.remove();
  }
  if (live instanceof SVGSVGElement || live instanceof SVGGElement) {
    if (live instanceof SVGGElement && live.children.length === 0) copy.remove();
    return;
  }
  const names = live instanceof SVGTextContentElement ? [...PAINT, ...TEXT] : PAINT;
  for (const name of names) copy.setAttribute(name, style.getPropertyValue(name));
  if (style.strokeDasharray !== 'none') copy.setAttribute('stroke-dasharray', style.strokeDasharray);
  if (style.opacity !== '1') copy.setAttribute('opacity', style.opacity);
}

/** Whether there is anything to see of it: not of what only takes pointers. */
function isShown(element: Element): boolean {
  const { display, visibility, fill, stroke } = getComputedStyle(element);
  if (display === 'none' || visibility === 'hidden') return false;
  const isShape = element instanceof SVGGeometryElement;
  return !isShape || !isClear(fill) || !isClear(stroke);
}

const isClear = (paint: string): boolean => paint === 'none' || /^rgba\(.*, 0\)$/.test(paint);
