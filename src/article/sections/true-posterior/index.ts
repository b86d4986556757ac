import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const truePosterior: Section = {
  id: 'true-posterior',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
