import { type Cloud, densityAt } from './clouds';

/** Standard deviations after which a Gaussian is cut off. */
const CUT = 7;

/**
 * I(x; z) and KL(q̄ ‖ p) of Gaussian posteriors by sums over one grid of equal cells. For functions that are smooth and
 * die away, the sum of the values at the midpoints is the integral but for what is finer than the cells: 1e-8 of a
 * Gaussian with σ = 1 cell.
 * @param cells sides of a cell in the narrowest standard deviation of all
 */
export function byUniformGrid(cloud: Cloud, cells: number): { mutualInformation: number; aggregateKl: number } {
  const { mu, sigma, correlation } = cloud;
  const n = mu.length / 2;
  const rest = (i: number): number => (correlation === null ? 1 : Math.sqrt(1 - correlation[i]! ** 2));
  const side = Math.min(...sigma.map((value, at) => value * rest(at >> 1))) / cells;
  const edge = (axis: number, sign: number): number =>
    Math.max(...Array.from({ length: n }, (_, i) => sign * mu[2 * i + axis]! + CUT * sigma[2 * i + axis]!));
  const [left, bottom] = [-edge(0, -1), -edge(1, -1)];
  const [width, height] = [Math.ceil((edge(0, 1) - left) / side), Math.ceil((edge(1, 1) - bottom) / side)];
  const density = new Float64Array(width * height);
  const range = (at: number, from: number): [number, number] => [
    Math.max(0, Math.floor((mu[at]! - CUT * sigma[at]! - from) / side)),
    Math.floor((mu[at]! + CUT * sigma[at]! - from) / side),
  ];
  let entropies = 0;
  for (let i = 0; i < n; i++) {
    entropies += (1 + Math.log(2 * Math.PI * sigma[2 * i]! * sigma[2 * i + 1]! * rest(i))) / n;
    const [firstColumn, lastColumn] = range(2 * i, left);
    const [firstRow, lastRow] = range(2 * i + 1, bottom);
    for (let row = firstRow; row <= lastRow && row < height; row++) {
      for (let column = firstColumn; column <= lastColumn && column < width; column++) {
        density[row * width + column]! +=
          densityAt(cloud, i, left + (column + 0.5) * side, bottom + (row + 0.5) * side) / n;
      }
    }
  }
  let entropy = 0;
  let aggregateKl = 0;
  for (let cell = 0; cell < density.length; cell++) {
    const value = density[cell]!;
    if (value === 0) continue;
    const x = left + ((cell % width) + 0.5) * side;
    const y = bottom + (Math.floor(cell / width) + 0.5) * side;
    entropy -= value * Math.log(value) * side * side;
    aggregateKl += value * (Math.log(value) + 0.5 * (x * x + y * y) + Math.log(2 * Math.PI)) * side * side;
  }
  return { mutualInformation: entropy - entropies, aggregateKl };
}
