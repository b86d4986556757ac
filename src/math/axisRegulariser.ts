import { klAxis } from './kl';

/** What pulls a posterior N(μ, σ²) towards the prior N(0, 1) on one axis: its cost, and its derivatives by μ and σ > 0. */
export interface AxisRegulariser {
  value(mu: number, sigma: number): number;
  byMu(mu: number, sigma: number): number;
  bySigma(mu: number, sigma: number): number;
}

/** The two of the project: `kl` in nats, ½(μ² + σ² − 1) − ln σ; `simple`, μ² + (σ − 1)². */
export const AXIS_REGULARISERS: Readonly<Record<'kl' | 'simple', AxisRegulariser>> = {
  kl: {
    value: klAxis,
    byMu: (mu) => mu,
    bySigma: (_, sigma) => sigma - 1 / sigma,
  },
  simple: {
    value: (mu, sigma) => mu ** 2 + (sigma - 1) ** 2,
    byMu: (mu) => 2 * mu,
    bySigma: (_, sigma) => 2 * (sigma - 1),
  },
};
