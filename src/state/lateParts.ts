/** What a page and its labs do that nobody needs before the first picture is there. */
import { importer } from '../platform/importer';

/** By their names: what fetches each. All reject where it does not come. */
export default {
  /** For those who bring a file. */
  adopt: importer(() => import('./adopt')),
  /** For those who draw. */
  drawing: importer(() => import('./drawing')),
  /** While its panel is open. */
  reparameterise: importer(() => import('./reparameterise')),
  /** While its panel is open. */
  slowMotion: importer(() => import('./slowMotion')),
  /** For those who have labs that are compared take steps. */
  stepTogether: importer(() => import('./stepTogether')),
  /** For those who go back. */
  timeTravel: importer(() => import('./timeTravel')),
};
