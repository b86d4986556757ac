import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const shapes: Section = {
  id: 'shapes',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
