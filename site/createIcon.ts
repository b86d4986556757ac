import { createElement, type FunctionComponent, type SVGProps } from 'react';

/** An icon of lucide: its name, and its shapes as SVG elements with their attributes. */
interface IconData {
  readonly name: string;
  readonly node: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
}

/**
 * The component of an icon, with the attributes that it is given besides those that every icon has. It takes the place of
 * lucide's own (`slimIcons`) in a build.
 */
const createIcon =
  ({ name, node }: IconData): FunctionComponent<SVGProps<SVGSVGElement>> =>
  (props) =>
    createElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: 24,
        height: 24,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        className: `lucide lucide-${name}`,
        ...props,
      },
      node.map(([tag, attributes]) => createElement(tag, attributes)),
    );

export default createIcon;
