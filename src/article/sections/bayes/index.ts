import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const bayes: Section = {
  id: 'bayes',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
