import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const noRegulariser: Section = {
  id: 'no-regulariser',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
