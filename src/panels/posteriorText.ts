import { klOf } from '../math/posterior';
import type { Frame } from '../worker/frameProtocol';
import { planeNames, row as rowText, tuple } from './axisText';
import { short } from './numbers';
import { coordinate, correlation, nats } from './quantities';
import { planarOf, type Sample } from './sampleOf';

/** How the posterior of one image is written. */
export interface PosteriorText {
  readonly mu: string;
  readonly sigma: string;
  /** Of the axes of the plane; null for posteriors whose axes are not correlated. */
  readonly rho: string | null;
  /** The KL to the prior over all axes, in nats. */
  readonly kl: string;
}

/** Axes of which a row has room. */
export const ROOM = 8;

/**
 * μ and σ of an image on all axes where there is room for these, else on those that a frame shows, by name; its ρ on
 * these, and its KL.
 * @param half half a side of the window that is seen
 * @param room for so many axes
 */
export function posteriorText(frame: Frame, sample: Sample, half: number, room: number): PosteriorText {
  const { posteriors, row } = sample;
  const { latent, mu, sigma } = posteriors;
  const { axes } = frame.plane;
  const { correlation: rho } = planarOf(sample, frame);
  const numbers = (values: Float32Array, show: (value: number) => string): string => {
    const of = (axis: number): string => show(values[row * latent + axis]!);
    return latent > 2 && latent <= room
      ? rowText(Array.from({ length: latent }, (_, axis) => of(axis)))
      : tuple(axes, latent, of);
  };
  return {
    mu: numbers(mu, (value) => coordinate(value, half)),
    sigma: numbers(sigma, short),
    rho: rho === null ? null : `${latent > 2 ? `${planeNames(axes)}: ` : ''}${correlation(rho[row]!)}`,
    kl: nats(klOf(posteriors, row)),
  };
}
