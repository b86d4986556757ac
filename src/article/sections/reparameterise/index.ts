import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const reparameterise: Section = {
  id: 'reparameterise',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
