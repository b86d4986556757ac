import { setAttributes, svgElement } from '../svg';
import { inlined } from './inlined';
import { fieldText, textsOf } from './texts';

/** CSS pixels of paper around what stands at the edge. */
const MARGIN = 12;

/** CSS pixels of a legend's key, as on the page. */
const KEY = 16;

export interface PanelSvgOptions {
  /** Colour of the page behind it. */
  readonly paper: string;
  /** What stands for a canvas of the page, in a drawing of these CSS pixels. */
  canvas(canvas: HTMLCanvasElement, width: number, height: number): SVGElement | null;
  /** Whether it is cut off at its edge, as the plane is; others have some paper around them. */
  readonly bleeds: boolean;
  /** What it shows, and the address where it does. */
  readonly title: string;
  readonly address: string;
}

/**
 * A panel of the page as an SVG of its own: its SVGs, its canvases, its text, each where it stands on the page, in the
 * colours and faces that it has there, and what stands in its fields. What is there to be pressed is left out.
 */
export function panelSvg(panel: Element, options: PanelSvgOptions): SVGSVGElement {
  const box = panel.getBoundingClientRect();
  const margin = options.bleeds ? 0 : MARGIN;
  const [width, height] = [box.width + 2 * margin, box.height + 2 * margin];
  const viewBox = `${-margin} ${-margin} ${width} ${height}`;
  const root = svgElement('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox });
  root.append(said('title', options.title), said('desc', options.address));
  root.append(svgElement('rect', { x: -margin, y: -margin, width, height, fill: options.paper }));
  collect(panel, box, root, options);
  return root;
}

function said(name: 'title' | 'desc', text: string): SVGElement {
  const element = svgElement(name);
  element.textContent = text;
  return element;
}

function collect(element: Element, origin: DOMRect, into: SVGElement, options: PanelSvgOptions): void {
  const isPressed = element instanceof HTMLButtonElement || element.classList.contains('button');
  if (isPressed || element.classList.contains('hidden')) return;
  const box = element.getBoundingClientRect();
  const [x, y] = [box.left - origin.left, box.top - origin.top];
  if (element instanceof HTMLCanvasElement) {
    const drawn = options.canvas(element, box.width, box.height);
    if (drawn === null) return;
    const frame = svgElement('svg', { x, y, width: box.width, height: box.height });
    frame.append(drawn);
    into.append(frame);
  } else if (element instanceof SVGSVGElement) {
    const copy = inlined(element);
    setAttributes(copy, { x, y, width: box.width, height: box.height });
    if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`);
    into.append(copy);
  } else if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
    into.append(...fieldText(element, origin));
  } else {
    if (element.classList.contains('key')) into.append(keyOf(element, x, y + box.height / 2));
    for (const node of element.childNodes) {
      if (node instanceof Text) into.append(...textsOf(node, origin));
      else if (node instanceof Element) collect(node, origin, into, options);
    }
  }
}

/** The line of a legend's key. */
function keyOf(element: Element, x: number, y: number): SVGElement {
  const { borderTopColor, borderTopWidth } = getComputedStyle(element, '::before');
  return svgElement('path', { d: `M${x} ${y}h${KEY}`, stroke: borderTopColor, 'stroke-width': borderTopWidth });
}
