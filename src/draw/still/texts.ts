import { svgElement } from '../svg';

/** Heights of a font from the top of a line of it to its foot. */
const LINE = 1.2;

/** A letter with the marks above and below it: a mark by itself has no width in some browsers. */
const LETTERS = /.\p{M}*/gsu;

let measuring: CanvasRenderingContext2D | null = null;

/** A line of text, and where it stands in the window. */
interface Line {
  text: string;
  readonly left: number;
  readonly top: number;
}

/** A corner of the picture, in the window. */
interface Origin {
  readonly left: number;
  readonly top: number;
}

/** The text of an HTML element as SVG text, each line where it stands on the page. */
export const textsOf = (node: Text, origin: Origin): SVGTextElement[] =>
  drawn(linesOf(node), node.parentElement!, origin);

/** What stands in a field, in the middle of its height. */
export function fieldText(field: HTMLInputElement | HTMLSelectElement, origin: Origin): SVGTextElement[] {
  const text = field instanceof HTMLInputElement ? field.value : (field.selectedOptions[0]?.text ?? '');
  const { left, top, height } = field.getBoundingClientRect();
  const { paddingLeft, fontSize } = getComputedStyle(field);
  const middle = top + (height - LINE * Number.parseFloat(fontSize)) / 2;
  return drawn([{ text, left: left + Number.parseFloat(paddingLeft), top: middle }], field, origin);
}

/** Lines of text in the face of an element. */
function drawn(lines: readonly Line[], element: Element, origin: Origin): SVGTextElement[] {
  const style = getComputedStyle(element);
  const { fontStyle, fontWeight, fontSize, fontFamily } = style;
  measuring ??= document.createElement('canvas').getContext('2d');
  measuring!.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const ascent = measuring!.measureText('x').fontBoundingBoxAscent;
  return lines.map(({ text, left, top }) => {
    const line = svgElement('text', {
      x: left - origin.left,
      y: top - origin.top + ascent,
      fill: style.color,
      'font-family': fontFamily,
      'font-size': fontSize,
      'font-weight': fontWeight,
      'font-style': fontStyle,
    });
    line.textContent = text;
    return line;
  });
}

function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const { 0: letter, index } of node.data.matchAll(LETTERS)) {
    range.setStart(node, index);
    range.setEnd(node, index + letter.length);
    const [box] = range.getClientRects();
    // Spaces at the end of a line, and those that are folded into others, take no place.
    if (box === undefined || box.width === 0) continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.top - box.top) < 1) last.text += letter;
    else lines.push({ text: letter, left: box.left, top: box.top });
  }
  return lines.filter(({ text }) => text.trim() !== '');
}
