import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const reading: Section = {
  id: 'reading',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
