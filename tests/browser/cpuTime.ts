/** How long tasks keep a page's main threads, whatever else the machine does meanwhile. */
import type { Page } from 'playwright-core';

/** An event of Chromium's trace; times in µs. `tdur` is what the thread itself has run, `dur` what went by. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Ms of CPU time of every task of every main thread, the page's and its frames', while `work` is under way. */
export async function cpuTimesOfTasks(page: Page, work: () => Promise<void>): Promise<number[]> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  });
  await work();
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(thread),
  );
  return events
    .filter((event) => event.ph === 'X' && /RunTask$/.test(event.name) && mains.has(thread(event)))
    .map(({ tdur = 0 }) => tdur / 1000);
}
