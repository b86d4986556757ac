import { expect, it } from 'vitest';
import { paintBands } from '../../src/draw/bands';
import { curveSet, layOutCurves } from '../../src/draw/curves';
import { svgElement } from '../../src/draw/svg';

const PLACE = { width: 300, height: 150, ticks: 3 };

it('bands lie one on the other: from 0 to the first curve, and on to the next', () => {
  const svg = document.body.appendChild(svgElement('svg'));
  const rows = [0, 10, 20].map((step) => ({ step, own: step / 10, all: 3 + step / 10 }));
  const layout = layOutCurves([curveSet(['own', 'all'], rows)], PLACE);
  paintBands(svg, layout, ['own', 'all']);
  const boxOf = (name: string): DOMRect => svg.querySelector<SVGPathElement>(`.band-${name}`)!.getBBox();
  const [own, all] = [boxOf('own'), boxOf('all')];
  expect(own.y + own.height, 'on the axis').toBeCloseTo(layout.y(0), 0);
  expect(own.y).toBeCloseTo(layout.y(2), 0);
  expect(all.y).toBeCloseTo(layout.y(5), 0);
  expect(all.y + all.height, 'down to the curve below at its least').toBeCloseTo(layout.y(0), 0);
  expect(all.width).toBeCloseTo(layout.x(20) - layout.x(0), 0);
  // In the middle the upper one covers what lies between both curves.
  const middle = (value: number): boolean => {
    const point = new DOMPoint(layout.x(10), layout.y(value));
    return svg.querySelector<SVGGeometryElement>('.band-all')!.isPointInFill(point);
  };
  expect([0.5, 1.5, 3.5, 4.5].map(middle)).toEqual([false, true, true, false]);
  paintBands(svg, layOutCurves([curveSet(['own', 'all'], [])], PLACE), ['own', 'all']);
  expect(svg.querySelectorAll('path.band[d^="M"]'), 'none without points').toHaveLength(0);
  svg.remove();
});
