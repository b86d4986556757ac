import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const gaps: Section = {
  id: 'gaps',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
