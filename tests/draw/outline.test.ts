import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineElement } from '../../src/draw/outline';
import { expectClose } from '../support/close';

const number = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });

describe('the outline of a posterior in a drawing', () => {
  it('is an ellipse of the marginal extents, tilted as its correlation says, around its centre', () => {
    fc.assert(
      fc.property(number(-50, 50), number(-50, 50), number(0.1, 40), number(0.1, 40), number(-0.99, 0.99), (...all) => {
        const [x, y, a, b, rho] = all;
        fc.pre(rho !== 0);
        const { name, attributes } = outlineElement({ outline: 'ellipse', x, y, a, b, rho });
        expect(name).toBe('ellipse');
        const [turn, ...around] = attributes.transform!.match(/-?[\d.]+(e-?\d+)?/g)!.map(Number);
        // Text knows no −0.
        expect(around).toEqual([x + 0, y + 0]);
        expect([attributes.cx, attributes.cy].map(Number)).toEqual([x + 0, y + 0]);
        // In a drawing a positive turn is clockwise.
        const angle = (-turn! * Math.PI) / 180;
        for (let k = 0; k < 8; k++) {
          const [p, q] = [
            Number(attributes.rx) * Math.cos((k * Math.PI) / 4),
            Number(attributes.ry) * Math.sin((k * Math.PI) / 4),
          ];
          const u = (p * Math.cos(angle) - q * Math.sin(angle)) / a;
          const v = (p * Math.sin(angle) + q * Math.cos(angle)) / b;
          expectClose((u * u - 2 * rho * u * v + v * v) / (1 - rho * rho), 1, { abs: 1e-6 }, 'on the contour');
        }
      }),
      { seed: 131, numRuns: 200 },
    );
  });

  it('is not turned where nothing is correlated', () => {
    const { attributes } = outlineElement({ outline: 'ellipse', x: 1, y: 2, a: 3, b: 4, rho: 0 });
    expect(attributes).toEqual({ cx: '1', cy: '2', rx: '3', ry: '4' });
  });

  it('is a rectangle around the centre of a box', () => {
    expect(outlineElement({ outline: 'rectangle', x: 10, y: 20, a: 3, b: 4, rho: 0 })).toEqual({
      name: 'rect',
      attributes: { x: '7', y: '16', width: '6', height: '8' },
    });
  });

  it('has its numbers written as asked', () => {
    const { attributes } = outlineElement({ outline: 'point', x: 1 / 3, y: 0, a: 0, b: 0, rho: 0 }, (value) =>
      value.toFixed(1),
    );
    expect(attributes).toEqual({ cx: '0.3', cy: '0.0', rx: '0.0', ry: '0.0' });
  });
});
