import type { Section } from './section';
import { autoencoder } from './sections/autoencoder';
import { bayes } from './sections/bayes';
import { kl } from './sections/kl';
import { lab } from './sections/lab';
import { reading } from './sections/reading';
import { regularisers } from './sections/regularisers';
import { surgery } from './sections/surgery';
import { tugOfWar } from './sections/tug-of-war';

/** The sections of the article in their order; their numbers are their places. The lab, whose text is the first, has 0. */
export const SECTIONS: readonly Section[] = [lab, autoencoder, regularisers, kl, tugOfWar, surgery, bayes, reading];
