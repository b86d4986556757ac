import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const kl: Section = {
  id: 'kl',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
