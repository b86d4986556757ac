import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const beta: Section = {
  id: 'beta',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
