import { joined, setAttributes, svgElement } from '../svg';
import { setApart } from './apart';
import type { PlaneScales } from './scales';

/** The name of a class where its codes are. */
export interface ClassMark {
  readonly label: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

/** CSS pixels of a line, and of a letter, about: to measure them would be a layout in every frame. */
const LINE = 18;
const LETTER = 9;

export function paintClassNames(group: SVGGElement, classes: readonly ClassMark[], scales: PlaneScales): void {
  const names = joined(
    group,
    'class names',
    classes,
    ({ label }) => label,
    () => svgElement('text', { class: 'class-name' }),
  );
  // Digits are narrow: they stay in the middle of their codes.
  const lines = classes.map(({ x, y, name }) => ({ x: scales.x(x), y: scales.y(y), width: LETTER * name.length }));
  const heights = classes.some(({ name }) => name.length > 2) ? setApart(lines, LINE) : lines.map(({ y }) => y);
  for (const [i, { name, colour }] of classes.entries()) {
    if (names[i]!.textContent !== name) names[i]!.textContent = name;
    names[i]!.style.fill = colour;
    // Whole pixels: a name that trembles cannot be read, and costs a repaint of the plane.
    setAttributes(names[i]!, { x: Math.round(lines[i]!.x), y: Math.round(heights[i]!) });
  }
}
