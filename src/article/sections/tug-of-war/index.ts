import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const tugOfWar: Section = {
  id: 'tug-of-war',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
