/** The memory of a page, as the operating system counts it. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';

/**
 * The most memory that the process of the browser's only page, its workers included, has had resident so far, in bytes:
 * VmHWM, which counts the browser's own code too. Null where the system does not tell.
 */
export const peakMemory = (browser: Browser): Promise<number | null> => residentMemory(browser, 'VmHWM');

/** The same at this moment. */
export const presentMemory = (browser: Browser): Promise<number | null> => residentMemory(browser, 'VmRSS');

async function residentMemory(browser: Browser, field: 'VmHWM' | 'VmRSS'): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks: number[] = [];
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue;
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
    if (kilobytes !== undefined) peaks.push(1024 * Number(kilobytes));
  }
  // Browsers keep a spare process at hand, an empty one.
  return peaks.length === 0 ? null : Math.max(...peaks);
}

/** The same of a page with nothing on it. */
export async function emptyMemory(browser: Browser): Promise<number | null> {
  const context = await browser.newContext();
  await context.newPage();
  const memory = await peakMemory(browser);
  await context.close();
  return memory;
}
