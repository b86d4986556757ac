import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const regularisers: Section = {
  id: 'regularisers',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
