/** Chromium for tests of the page. */
import { type Browser, chromium } from 'playwright-core';
import { CHROME_FLAGS, findChrome } from '../support/chrome';

let launched: Promise<Browser> | null = null;

/**
 * One Chromium for all files of tests that a worker runs, and it ends with the worker: to start one takes as long as many a
 * test. Whoever opens a context in it closes that.
 * @throws Error when none is found or started
 */
export function sharedBrowser(): Promise<Browser> {
  launched ??= findChrome().then((executablePath) => chromium.launch({ executablePath, args: [...CHROME_FLAGS] }));
  return launched;
}
