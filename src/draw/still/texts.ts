import { svgElement } from '../svg';

let measuring: CanvasRenderingContext2D | null = null;

/** A line of text, and where it stands in the window. */
interface Line {
  text: string;
  readonly left: number;
  readonly top: number;
}

/** The text of an HTML element as SVG text, each line where it stands on the page. */
export function textsOf(node: Text, origin: { readonly left: number; readonly top: number }): SVGTextElement[] {
  const style = getComputedStyle(node.parentElement!);
  const { fontStyle, fontWeight, fontSize, fontFamily } = style;
  measuring ??= document.createElement('canvas').getContext('2d');
  measuring!.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const ascent = measuring!.measureText('x').fontBoundingBoxAscent;
  return linesOf(node).map(({ text, left, top }) => {
    const drawn = svgElement('text', {
      x: left - origin.left,
      y: top - origin.top + ascent,
      fill: style.color,
      'font-family': fontFamily,
      'font-size': fontSize,
      'font-weight': fontWeight,
      'font-style': fontStyle,
    });
    drawn.textContent = text;
    return drawn;
  });
}

function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (let i = 0; i < node.length; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const [box] = range.getClientRects();
    // Spaces at the end of a line, and those that are folded into others, take no place.
    if (box === undefined || box.width === 0) continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.top - box.top) < 1) last.text += node.data[i];
    else lines.push({ text: node.data[i]!, left: box.left, top: box.top });
  }
  return lines.filter(({ text }) => text.trim() !== '');
}
