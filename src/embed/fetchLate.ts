import { listed } from '../platform/importer';

/** Fetches one of `lateParts` by its name. */
export const fetchLate = listed(() => import('./lateParts'));
