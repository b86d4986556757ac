import { describe, expect, it } from 'vitest';
import { interpolation, legendreRule } from '../../src/math/legendre';
import { expectClose } from '../support/close';

describe('Gauss–Legendre quadrature', () => {
  it.each([1, 2, 5, 8, 16])('of %i nodes integrates what it should', (n) => {
    const { nodes, weights } = legendreRule(n);
    const integral = (power: number): number => nodes.reduce((sum, node, i) => sum + weights[i]! * node ** power, 0);
    // ∫ x^k over the unit interval is 1/(k + 1), to degree 2n − 1 and no further.
    for (let power = 0; power < 2 * n; power++) expectClose(integral(power), 1 / (power + 1), { abs: 1e-15 });
    if (n <= 8) expect(Math.abs(integral(2 * n) - 1 / (2 * n + 1))).toBeGreaterThan(1e-12);
    expect([...nodes]).toEqual([...nodes].sort((a, b) => a - b));
  });

  it('has the nodes and weights of the textbook', () => {
    const { nodes, weights } = legendreRule(3);
    for (const [i, node] of [0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)].entries()) {
      expectClose(nodes[i]!, node, { abs: 1e-15 }, 'node');
      expectClose(weights[i]!, [5, 8, 5][i]! / 18, { abs: 1e-15 }, 'weight');
    }
  });
});

describe('interpolation', () => {
  it('gives the values of a polynomial elsewhere', () => {
    const { nodes } = legendreRule(5);
    const points = [0, 0.13, 0.5, 0.77, 1.2];
    const matrix = interpolation(nodes, points);
    const polynomial = (x: number): number => 1 - 3 * x + 2 * x ** 3 + 7 * x ** 4;
    for (const [row, point] of points.entries()) {
      const value = nodes.reduce((sum, node, k) => sum + matrix[row * 5 + k]! * polynomial(node), 0);
      expectClose(value, polynomial(point), { rel: 1e-12 }, `at ${point}`);
    }
  });
});
