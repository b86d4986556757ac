import { inlined } from './inlined';
import { fieldText, textsOf } from './texts';

const SVG = 'http://www.w3.org/2000/svg';

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
  const root = document.createElementNS(SVG, 'svg');
  const parts: Record<string, string> = {
    xmlns: SVG,
    width: String(width),
    height: String(height),
    viewBox: `${-margin} ${-margin} ${width} ${height}`,
  };
  for (const [name, value] of Object.entries(parts)) root.setAttribute(name, value);
  root.append(said('title', options.title), said('desc', options.address));
  const paper = document.createElementNS(SVG, 'rect');
  place(paper, -margin, -margin, width, height);
  paper.setAttribute('fill', options.paper);
  root.append(paper);
  collect(panel, box, root, options);
  return root;
}

function said(name: 'title' | 'desc', text: string): SVGElement {
  const element = document.createElementNS(SVG, name);
  element.textContent = text;
  return element;
}

function place(element: SVGElement, x: number, y: number, width: number, height: number): void {
  for (const [name, value] of Object.entries({ x, y, width, height })) element.setAttribute(name, String(value));
}

function collect(element: Element, origin: DOMRect, into: SVGElement, options: PanelSvgOptions): void {
  if (element instanceof HTMLButtonElement || element.classList.contains('hidden')) return;
  const box = element.getBoundingClientRect();
  const [x, y] = [box.left - origin.left, box.top - origin.top];
  if (element instanceof HTMLCanvasElement) {
    const drawn = options.canvas(element, box.width, box.height);
    if (drawn === null) return;
    const frame = document.createElementNS(SVG, 'svg');
    place(frame, x, y, box.width, box.height);
    frame.append(drawn);
    into.append(frame);
  } else if (element instanceof SVGSVGElement) {
    const copy = inlined(element);
    place(copy, x, y, box.width, box.height);
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
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', `M${x} ${y}h${KEY}`);
  line.setAttribute('stroke', borderTopColor);
  line.setAttribute('stroke-width', borderTopWidth);
  return line;
}
