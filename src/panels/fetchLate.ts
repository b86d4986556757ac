import { importer } from '../platform/importer';
import type { lateParts } from './lateParts';

type LateParts = typeof lateParts;

/** What comes under a name. */
type Late<Name extends keyof LateParts> = Awaited<ReturnType<LateParts[Name]>>;

const importParts = importer(() => import('./lateParts'));

/**
 * Fetches one of `lateParts`.
 * @throws Error (as a rejection) where it, or their list, does not come; a later call tries again
 */
export async function fetchLate<Name extends keyof LateParts>(name: Name): Promise<Late<Name>> {
  const { lateParts } = await importParts();
  return (lateParts[name] as () => Promise<Late<Name>>)();
}
