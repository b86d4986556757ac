import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const metric: Section = {
  id: 'metric',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
