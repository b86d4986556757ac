/** Parts of the page of one figure that nobody needs before it is there, or that few figures need. */
import { importer } from '../platform/importer';

/** By their names: what fetches each. All reject where it does not come. */
export default {
  caption: importer(() => import('../article/FigureCaption')),
  own: importer(() => import('./steeredOwn')),
  sweep: importer(() => import('./steeredSweep')),
};
