import type { Likelihood } from './engine';

/** What is made of the decoder's outputs: nothing, or means in [0, 1]. */
export type Link = 'linear' | 'sigmoid' | 'clamp';

/** What turns the decoder's outputs into means in [0, 1]. */
export const linkOf = (likelihood: Likelihood): Link => (likelihood === 'bernoulli' ? 'sigmoid' : 'clamp');
