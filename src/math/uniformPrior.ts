import { BOX_REACH } from './family';
import type { Posteriors } from './posterior';

/**
 * How many of n boxes reach outside of the uniform prior on [−√3, √3]^d, which has the mean and variance of the normal
 * one: there its density is 0, and their KL to it is infinite.
 */
export function outsideUniform({ latent, mu, sigma }: Pick<Posteriors, 'latent' | 'mu' | 'sigma'>): number {
  let outside = 0;
  for (let at = 0; at < mu.length; at += latent) {
    let reach = 0;
    for (let axis = at; axis < at + latent; axis++) {
      reach = Math.max(reach, Math.abs(mu[axis]!) + BOX_REACH * sigma[axis]!);
    }
    if (reach > BOX_REACH) outside++;
  }
  return outside;
}
