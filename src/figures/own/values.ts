/** What figures with a component of their own can be set to besides the settings of their labs, by their ids and by name. */
import type { OwnValue } from '../../state/ownValues';
import { CLOUDS } from './shapes/clouds';
import { PAINTED } from './shapes/painting';

/** Draws at most. */
const MOST_DRAWS = 10_000;

/** Characters of a painted cloud in an address: some 1,000 dabs of the brush. */
const MOST_PAINTED = 4096;

export const OWN_VALUES = {
  /** q with its centre and width beside p, which is the prior; each is normal (0) or a box (1). */
  kl: {
    mu: { initial: 1, min: -3, max: 3 },
    sigma: { initial: 0.5, min: 0.1, max: 2 },
    qBox: { initial: 0, min: 0, max: 1, integer: true },
    pBox: { initial: 0, min: 0, max: 1, integer: true },
    draws: { initial: 10, min: 0, max: MOST_DRAWS, integer: true },
    seed: { initial: 1, min: 1, max: 999, integer: true },
  },
  /** The surface that is shown: PCA's plane, that of the linear autoencoder, that of the deep one. */
  pca: { model: { initial: 1, min: 0, max: 2, integer: true } },
  regularisers: {
    mu: { initial: 1, min: -3, max: 3 },
    sigma: { initial: 0.3, min: 0.02, max: 3 },
  },
  shapes: {
    /** One of `CLOUDS`, by its place. */
    cloud: { initial: CLOUDS.indexOf('ring'), min: 0, max: CLOUDS.length - 1, integer: true },
    painted: { initial: '', form: PAINTED, kind: 'painted', most: MOST_PAINTED },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, OwnValue>>>>;

/** Of a figure with a component of its own. */
export const ownValuesSpec = (id: string): Readonly<Record<string, OwnValue>> =>
  OWN_VALUES[id as keyof typeof OWN_VALUES];
