/** Tasks of the main thread that a reader could feel, and how long after what a reader does it is painted. */
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Calls back when what is there by the next animation frame has been painted; set by `tellOfPaint`. */
    afterPaint(call: () => void): void;
  }
}

/** A task on the main thread that the reader could feel, in ms. */
export const LONG = 50;

/** How many tasks there were that a reader could feel, and the longest of them, ms; 0 where there were none. */
export interface Felt {
  readonly longTasks: number;
  readonly longest: number;
}

export function feltOf(tasks: readonly number[]): Felt {
  const long = tasks.filter((duration) => duration > LONG);
  return { longTasks: long.length, longest: Math.max(0, ...long) };
}

/** Gives pages that are loaded from now on `window.afterPaint`. */
export const tellOfPaint = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.afterPaint = (call) => {
      requestAnimationFrame(() => {
        // A task that is posted in a frame runs when that frame has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = call;
        port2.postMessage(null);
      });
    };
  });

/** Has the page note, from now on, how long its long tasks take. @returns ends that; ms of each */
export async function noteTasks(page: Page): Promise<() => Promise<number[]>> {
  const noted = await page.evaluateHandle(() => {
    const tasks: number[] = [];
    const note = (list: PerformanceEntryList): void => void tasks.push(...list.map(({ duration }) => duration));
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'longtask' });
    return {
      end: () => {
        note(observer.takeRecords());
        observer.disconnect();
        return tasks;
      },
    };
  });
  return () => noted.evaluate(({ end }) => end());
}

/** What nineteen of twenty are no longer than. @throws Error where there are none */
export function percentile95(delays: readonly number[]): number {
  if (delays.length === 0) throw new Error('Nothing was painted: no delay was measured');
  return delays.toSorted((a, b) => a - b)[Math.floor(0.95 * (delays.length - 1))]!;
}
