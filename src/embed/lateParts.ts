/** Parts of the page of one figure that nobody needs before it is there, or that few figures need. */
import { importer } from '../platform/importer';

const own = importer(() => import('./steeredOwn'));
const sweep = importer(() => import('./steeredSweep'));

/** By their names: what fetches each. All reject where it does not come. */
export default {
  caption: importer(() => import('../article/FigureCaption')),
  own: async () => (await own()).steeredOwn,
  sweep: async () => (await sweep()).steeredSweep,
};
