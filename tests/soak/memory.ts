/** What a page holds, and whether that grows. */
import type { CDPSession, Page } from 'playwright-core';
import { presentMemory } from '../bench/memory';
import { aliveContexts } from '../browser/contexts';

export interface Held {
  /** Minutes since the soak began. */
  readonly at: number;
  /** MB of the main thread's objects, after a collection. */
  readonly heap: number;
  /** MB that the renderer's process has resident. */
  readonly resident: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
  readonly contexts: number;
}

export async function heldBy(page: Page, cdp: CDPSession, at: number): Promise<Held> {
  // The first collection runs what the second can then free.
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  return {
    at,
    heap: metric('JSHeapUsedSize') / 2 ** 20,
    resident: ((await presentMemory(page.context().browser()!)) ?? 0) / 2 ** 20,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    workers: page.workers().length,
    contexts: await aliveContexts(page),
  };
}

export interface Trend {
  readonly mean: number;
  /** How much it rises from the beginning to the end of the samples, by the line of least squares. */
  readonly rise: number;
  /** Standard error of the rise. */
  readonly error: number;
}

/** The line through the second half of the samples. */
export function trendOf(held: readonly Held[], what: Exclude<keyof Held, 'at'>): Trend {
  const half = held.slice(Math.floor(held.length / 2));
  const n = half.length;
  const mean = half.reduce((sum, each) => sum + each[what], 0) / n;
  const middle = half.reduce((sum, { at }) => sum + at, 0) / n;
  const spread = half.reduce((sum, { at }) => sum + (at - middle) ** 2, 0);
  const slope = half.reduce((sum, each) => sum + (each.at - middle) * (each[what] - mean), 0) / spread;
  const rest = half.reduce((sum, each) => sum + (each[what] - mean - slope * (each.at - middle)) ** 2, 0);
  const length = half.at(-1)!.at - half[0]!.at;
  return { mean, rise: slope * length, error: length * Math.sqrt(rest / Math.max(1, n - 2) / spread) };
}

/**
 * Flat: over the second half it rises by no more than twice the standard error of that rise, or by no more than a twentieth
 * of what is held on average. Written down before the first measurement.
 */
export const isFlat = ({ mean, rise, error }: Trend): boolean => rise <= Math.max(2 * error, 0.05 * mean);
