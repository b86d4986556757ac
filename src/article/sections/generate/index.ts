import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const generate: Section = {
  id: 'generate',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
