import { createContext, useContext } from 'react';
import type { Surroundings } from '../panels/context';

export const PageContext = createContext<Surroundings | null>(null);

/** What is around all figures of a page. */
export function usePage(): Surroundings {
  const page = useContext(PageContext);
  if (page === null) throw new Error('A figure was mounted outside a page');
  return page;
}
