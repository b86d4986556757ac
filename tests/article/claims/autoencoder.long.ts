import { once } from '../../support/once';
import type { Claims } from '../claims';
import { measuresAfter } from '../modelOf';

/** The figure as the reader finds it, after the steps that the text says. */
const measured = once(() => measuresAfter('autoencoder', 2000));

export const claims: Claims = {
  spread: async () => (await measured()).spread,
  farthest: async () => (await measured()).largestRadius,
};
