import type { Section } from './section';
import { autoencoder } from './sections/autoencoder';
import { bayes } from './sections/bayes';
import { beta } from './sections/beta';
import { draw } from './sections/draw';
import { gaps } from './sections/gaps';
import { generate } from './sections/generate';
import { kl } from './sections/kl';
import { lab } from './sections/lab';
import { metric } from './sections/metric';
import { noRegulariser } from './sections/no-regulariser';
import { pca } from './sections/pca';
import { pointsToEllipses } from './sections/points-to-ellipses';
import { regularisers } from './sections/regularisers';
import { reparameterise } from './sections/reparameterise';
import { shapes } from './sections/shapes';
import { summary } from './sections/summary';
import { surgery } from './sections/surgery';
import { truePosterior } from './sections/true-posterior';
import { tugOfWar } from './sections/tug-of-war';

/** The sections of the article in their order; their numbers are their places. The lab, whose text is the first, has 0. */
export const SECTIONS: readonly Section[] = [
  lab,
  autoencoder,
  pca,
  shapes,
  gaps,
  pointsToEllipses,
  reparameterise,
  noRegulariser,
  regularisers,
  kl,
  tugOfWar,
  surgery,
  bayes,
  truePosterior,
  generate,
  metric,
  beta,
  draw,
  summary,
];
