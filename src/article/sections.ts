import type { Section } from './section';
import { autoencoder } from './sections/autoencoder';
import { bayes } from './sections/bayes';
import { gaps } from './sections/gaps';
import { lab } from './sections/lab';
import { pca } from './sections/pca';
import { reading } from './sections/reading';
import { regularisers } from './sections/regularisers';
import { shapes } from './sections/shapes';

/** The sections of the article in their order; their numbers are their places. The lab, whose text is the first, has 0. */
export const SECTIONS: readonly Section[] = [lab, autoencoder, pca, shapes, gaps, regularisers, bayes, reading];
