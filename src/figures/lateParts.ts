/** Parts of figures that nobody needs before the first picture is there: figures of their own kind stand below the first. */
import { importer } from '../platform/importer';

/** By their names: what fetches each. All reject where it does not come. */
export default {
  /** Once the first picture is there, or another address is typed. */
  addressBar: importer(() => import('./addressBar')),
  comparison: importer(() => import('./compare/Comparison')),
  failures: importer(() => import('./Failures')),
  own: importer(() => import('./own/OwnFigure')),
  small: importer(() => import('./small/SmallFigure')),
  sweep: importer(() => import('./sweep/SweepFigure')),
};
