/**
 * Every figure as data, in the order of the page. Those of the article have a file each, in specs/: here each is one line.
 * What they need is fetched when they come near; the specs are part of the first script.
 */
import { COMMON } from '../state/comparedKeys';
import { type FigureSpec, PANELS, type PanelName } from '../state/figureSpec';
import { autoencoder } from './specs/autoencoder';
import { bayes } from './specs/bayes';
import { beta } from './specs/beta';
import { draw } from './specs/draw';
import { gaps } from './specs/gaps';
import { generate } from './specs/generate';
import { kl } from './specs/kl';
import { metric } from './specs/metric';
import { noRegulariser } from './specs/no-regulariser';
import { pca } from './specs/pca';
import { pointsToEllipses } from './specs/points-to-ellipses';
import { regularisers } from './specs/regularisers';
import { reparameterise } from './specs/reparameterise';
import { shapes } from './specs/shapes';
import { surgery } from './specs/surgery';
import { truePosterior } from './specs/true-posterior';
import { tugOfWar } from './specs/tug-of-war';

/** What is shown of each of two models that are compared, or once of both. */
const COMPARED: readonly PanelName[] = [
  'transport',
  'controls',
  'plane',
  'sample',
  'grid',
  'strip',
  'pins',
  'path',
  'loss',
  'more',
  'numbers',
];

export const FIGURES = {
  lab: {
    id: 'lab',
    labs: [
      {
        id: 'lab',
        settings: {},
        panels: PANELS,
      },
    ],
    linked: [],
  },
  autoencoder,
  pca,
  shapes,
  gaps,
  'points-to-ellipses': pointsToEllipses,
  reparameterise,
  'no-regulariser': noRegulariser,
  regularisers,
  kl,
  surgery,
  bayes,
  'true-posterior': truePosterior,
  generate,
  metric,
  beta,
  draw,
  compare: {
    id: 'compare',
    labs: [
      { id: 'compare', settings: {}, panels: COMPARED },
      { id: 'compare.right', settings: { beta: 1, noiseScale: 1 }, panels: COMPARED },
    ],
    linked: COMMON,
    compared: true,
  },
  sweep: { id: 'sweep', labs: [], linked: [], sweeps: { plan: null, base: null } },
  // After the one whose plan an address may say without a name.
  'tug-of-war': tugOfWar,
} as const satisfies Readonly<Record<string, FigureSpec>>;

export type FigureId = keyof typeof FIGURES;
