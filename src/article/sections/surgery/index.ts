import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const surgery: Section = {
  id: 'surgery',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
