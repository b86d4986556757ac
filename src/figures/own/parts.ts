/** What figures without a model show, by the ids of the figures: each is fetched when its figure comes near. */
import { importer } from '../../platform/importer';

export default {
  kl: importer(() => import('./kl/Kl')),
  regularisers: importer(() => import('./regularisers/Regularisers')),
};
