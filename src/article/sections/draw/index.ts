import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const draw: Section = {
  id: 'draw',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
