/** What figures with a component of their own show, by their ids: each is fetched when its figure comes near. */
import { importer } from '../../platform/importer';

export default {
  kl: importer(() => import('./kl/Kl')),
  pca: importer(() => import('./pca/Pca')),
  regularisers: importer(() => import('./regularisers/Regularisers')),
  shapes: importer(() => import('./shapes/Shapes')),
};
