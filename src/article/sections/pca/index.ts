import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const pca: Section = {
  id: 'pca',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
