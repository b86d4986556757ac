import type { Section } from './section';
import { autoencoder } from './sections/autoencoder';
import { bayes } from './sections/bayes';
import { lab } from './sections/lab';
import { metric } from './sections/metric';
import { reading } from './sections/reading';
import { regularisers } from './sections/regularisers';
import { truePosterior } from './sections/true-posterior';

/** The sections of the article in their order; their numbers are their places. The lab, whose text is the first, has 0. */
export const SECTIONS: readonly Section[] = [lab, autoencoder, regularisers, bayes, truePosterior, metric, reading];
