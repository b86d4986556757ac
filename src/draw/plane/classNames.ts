import { joined, setAttributes, svgElement } from '../svg';
import type { PlaneScales } from './scales';

/** The name of a class where its codes are. */
export interface ClassMark {
  readonly label: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

export function paintClassNames(group: SVGGElement, classes: readonly ClassMark[], scales: PlaneScales): void {
  const names = joined(
    group,
    'class names',
    classes,
    ({ label }) => label,
    () => svgElement('text', { class: 'class-name' }),
  );
  for (const [i, { x, y, name, colour }] of classes.entries()) {
    if (names[i]!.textContent !== name) names[i]!.textContent = name;
    names[i]!.style.fill = colour;
    // Whole pixels: a name that trembles cannot be read, and costs a repaint of the plane.
    setAttributes(names[i]!, { x: Math.round(scales.x(x)), y: Math.round(scales.y(y)) });
  }
}
