import type { Section } from './section';
import { autoencoder } from './sections/autoencoder';
import { bayes } from './sections/bayes';
import { beta } from './sections/beta';
import { draw } from './sections/draw';
import { generate } from './sections/generate';
import { lab } from './sections/lab';
import { regularisers } from './sections/regularisers';
import { summary } from './sections/summary';

/** The sections of the article in their order; their numbers are their places. The lab, whose text is the first, has 0. */
export const SECTIONS: readonly Section[] = [lab, autoencoder, regularisers, bayes, generate, beta, draw, summary];
