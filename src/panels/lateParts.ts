/**
 * Parts of panels that nobody sees before something is asked of them, each in a file of its own. The first script of a page
 * has no list of those files.
 */
import { importer } from '../platform/importer';

/** By their names: what fetches each. All reject where it does not come. */
export const lateParts = {
  prior: importer(() => import('./prior/PriorBody')),
  region: importer(() => import('./region/RegionBody')),
  regionTool: importer(() => import('./region/RegionTool')),
};
