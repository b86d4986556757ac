import { importer } from '../../../platform/importer';
import type { Section } from '../../section';

export const autoencoder: Section = {
  id: 'autoencoder',
  text: { en: importer(() => import('./en.mdx')), zh: importer(() => import('./zh.mdx')) },
};
