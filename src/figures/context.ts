import { createContext, useContext } from 'react';
import type { Theme } from '../draw/theme';
import type { Labs } from '../state/labs';
import type { Page } from '../state/page';
import type { Language, Words } from '../text';

/** What all figures of a page share. */
export interface PageContextValue {
  readonly page: Page;
  readonly labs: Labs;
  readonly words: Words;
  readonly language: Language;
  readonly theme: Theme;
  /** Whether motion that carries nothing is left out. */
  readonly still: boolean;
  /** The address of the page as it is now. */
  link(): string;
}

export const PageContext = createContext<PageContextValue | null>(null);

export function usePage(): PageContextValue {
  const page = useContext(PageContext);
  if (page === null) throw new Error('A figure was mounted outside a page');
  return page;
}
