import type { SeenOnly } from '../worker/protocol';

/**
 * The moment of the past that is kept only to be looked at, where an error says that this is why something cannot be
 * done; else null.
 */
export const seenOnlyOf = (error: unknown): SeenOnly | null =>
  (error as { readonly seenOnly?: SeenOnly } | null)?.seenOnly ?? null;
