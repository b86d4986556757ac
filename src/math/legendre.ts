/** Gauss–Legendre quadrature and interpolation on the unit interval. */

/** Nodes in (0, 1), ascending, and the weights, which sum to 1. n nodes integrate polynomials of degree 2n − 1 exactly. */
export interface Rule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** The rule of n nodes: Newton's method on the Legendre polynomial Pₙ from Tricomi's guess of its roots. */
export function legendreRule(n: number): Rule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      let [before, value] = [1, x];
      for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      slope = (n * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    nodes[i] = 0.5 * (1 + x);
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

/**
 * The matrix, row-major points × nodes, that takes the values of a polynomial at the nodes to its values at the points
 * (Lagrange's form).
 */
export function interpolation(nodes: ArrayLike<number>, points: ArrayLike<number>): Float64Array {
  const n = nodes.length;
  return Float64Array.from({ length: points.length * n }, (_, at) => {
    const point = points[Math.floor(at / n)]!;
    const node = nodes[at % n]!;
    let value = 1;
    for (let k = 0; k < n; k++) if (k !== at % n) value *= (point - nodes[k]!) / (node - nodes[k]!);
    return value;
  });
}
