import type { StoreApi } from 'zustand/vanilla';

/**
 * What the address of a page says of a sweep: a plan as sweepPlan.ts reads and writes it, with the code of the figure; null
 * stands for the figure's own.
 */
export type SweepText = StoreApi<string | null>;
