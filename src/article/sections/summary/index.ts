import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const summary: Section = {
  id: 'summary',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
