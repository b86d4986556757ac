import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const lab: Section = {
  id: 'lab',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
