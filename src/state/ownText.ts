import type { StoreApi } from 'zustand/vanilla';

/**
 * What the address of a page says of a figure with a component of its own: texts by their names, which ownValues.ts reads
 * and writes with the code of the figure; null where it says nothing.
 */
export type OwnText = StoreApi<Readonly<Record<string, string>> | null>;
