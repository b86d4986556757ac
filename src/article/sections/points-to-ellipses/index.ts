import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const pointsToEllipses: Section = {
  id: 'points-to-ellipses',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
