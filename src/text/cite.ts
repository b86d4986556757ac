/** What stands around the citation; it comes with it. */
import type { Language } from './index';

export interface CiteWords {
  readonly copy: string;
  readonly copied: string;
  /** The browser does not let the page copy; the text is selected. */
  readonly selected: string;
}

export const citeWords: Readonly<Record<Language, CiteWords>> = {
  en: {
    copy: 'Copy BibTeX',
    copied: 'BibTeX copied',
    selected: 'The browser did not allow copying: the entry is selected, press Ctrl+C or ⌘C.',
  },
  zh: {
    copy: '复制 BibTeX',
    copied: '已复制 BibTeX',
    selected: '浏览器不允许复制：条目已选中，请按 Ctrl+C 或 ⌘C。',
  },
};
