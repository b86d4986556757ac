import { importer } from '../../platform/importer';
import type { Language } from '../../text';
import type { SectionText } from '../section';

/** The table of symbols in each language. */
export const SYMBOLS: Readonly<Record<Language, () => Promise<SectionText>>> = {
  en: importer(() => import('./en.mdx')),
  zh: importer(() => import('./zh.mdx')),
};
