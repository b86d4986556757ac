import { klOf } from '../math/posterior';
import type { Frame } from '../worker/protocol';
import { coordinate, correlation, nats, short } from './numbers';
import { planarOf, type Sample } from './sampleOf';

/** How the posterior of one image is written. */
export interface PosteriorText {
  readonly mu: string;
  readonly sigma: string;
  /** null for posteriors whose axes are not correlated. */
  readonly rho: string | null;
  /** The KL to the prior over all axes, in nats. */
  readonly kl: string;
}

/**
 * μ, σ and ρ of an image on the axes that a frame shows, and its KL.
 * @param half half a side of the window that is seen
 */
export function posteriorText(frame: Frame, sample: Sample, half: number): PosteriorText {
  const { posteriors, row } = sample;
  const shown = planarOf(sample, frame);
  const pair = (values: Float32Array, show: (value: number) => string): string =>
    `(${show(values[2 * row]!)}, ${show(values[2 * row + 1]!)})`;
  return {
    mu: pair(shown.mu, (value) => coordinate(value, half)),
    sigma: pair(shown.sigma, short),
    rho: shown.correlation === null ? null : correlation(shown.correlation[row]!),
    kl: nats(klOf(posteriors, row)),
  };
}
