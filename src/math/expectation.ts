import { outlineReach } from './family';
import { legendreRule, type Rule } from './legendre';
import type { PlanarPosteriors } from './posterior';

/** Points of the plane, m × 2, and weights that sum to 1: Σ w f(z) is the expectation of f under a posterior. */
export interface WeightedPoints {
  readonly points: Float32Array;
  readonly weights: Float64Array;
}

/** Where a normal ε is cut off, as a radius: 3e-7 of the mass lies outside. */
const CUT = 5.5;

/** Distance of nodes at most, in standard deviations: exact for polynomials far beyond the degree that Gauss–Hermite reaches with as many. */
const STEP = 0.7;

/** And in units of the code: a decoder bends over tenths of a unit, and a wide posterior spans many bends. */
const CODE_STEP = 0.25;

/** Nodes of an axis at most, whatever the width: an untrained head may say any. */
const MOST = 128;

/** All of the mass at the centre. */
const CENTRE: Rule = { nodes: Float64Array.of(0), weights: Float64Array.of(1) };

/** Equal steps with the normal density as weights. */
function normalRule(sigma: number): Rule {
  const step = Math.max(Math.min(STEP, CODE_STEP / sigma), (2 * CUT) / MOST);
  const reach = Math.floor(CUT / step);
  const nodes = Float64Array.from({ length: 2 * reach + 1 }, (_, k) => (k - reach) * step);
  return { nodes, weights: nodes.map((eps) => Math.exp(-0.5 * eps * eps)) };
}

/** Gauss–Legendre nodes on an axis of a box. */
function uniformRule(sigma: number, reach: number): Rule {
  const { nodes, weights } = legendreRule(Math.min(MOST, Math.max(10, Math.ceil((2 * reach * sigma) / CODE_STEP))));
  return { nodes: nodes.map((share) => reach * (2 * share - 1)), weights };
}

/**
 * Nodes for expectations under posterior i, z = μ + L·ε: of Gaussian families equal steps of ε, of a box Gauss–Legendre
 * nodes. A posterior without width has its centre alone.
 *
 * About 190 nodes at σ = 0.3, 1,500 at σ = 1, 100 of a box; 13,000 at most, from σ = 2.9 on.
 * @param axes that f depends on: where it is 1, as of codes of one axis, all nodes are at the second axis' centre
 */
export function expectationNodes(
  { family, mu, sigma, correlation }: PlanarPosteriors,
  i: number,
  axes: 1 | 2 = 2,
): WeightedPoints {
  const [x, y, a, b] = [mu[2 * i]!, mu[2 * i + 1]!, sigma[2 * i]!, sigma[2 * i + 1]!];
  if (family === 'point' || (a === 0 && (b === 0 || axes === 1)))
    return { points: Float32Array.of(x, y), weights: Float64Array.of(1) };
  const box = family === 'box';
  const rule = (width: number): Rule => (box ? uniformRule(width, outlineReach(family, 1, 1)) : normalRule(width));
  const [first, second] = [rule(a), axes === 1 ? CENTRE : rule(b)];
  const rho = correlation === null ? 0 : correlation[i]!;
  const across = Math.sqrt(1 - rho * rho);
  const points: number[] = [];
  const weights: number[] = [];
  first.nodes.forEach((e, j) => {
    second.nodes.forEach((f, k) => {
      if (!box && e * e + f * f > CUT * CUT) return;
      points.push(x + a * e, y + b * (rho * e + across * f));
      weights.push(first.weights[j]! * second.weights[k]!);
    });
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { points: Float32Array.from(points), weights: Float64Array.from(weights, (weight) => weight / total) };
}
