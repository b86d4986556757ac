import { createContext, useContext } from 'react';
import type { Surroundings } from '../panels/context';
import type { Labs } from '../state/labs';
import type { Page } from '../state/page';

/** What all figures of a page share. */
export interface PageContextValue extends Surroundings {
  readonly page: Page;
  readonly labs: Labs;
}

export const PageContext = createContext<PageContextValue | null>(null);

export function usePage(): PageContextValue {
  const page = useContext(PageContext);
  if (page === null) throw new Error('A figure was mounted outside a page');
  return page;
}
