/** Figures of their own kind, which stand below the first. */
import { importer } from '../platform/importer';

/** By their names: what fetches each. All reject where it does not come. */
export default {
  comparison: importer(() => import('./compare/Comparison')),
  sweep: importer(() => import('./sweep/SweepFigure')),
};
