/** Chromium for tests of the page. */
import { type Browser, chromium } from 'playwright-core';
import { CHROME_FLAGS, findChrome, PLAIN_PAGE_FLAGS } from '../support/chrome';

/** `plain`: pages are drawn without WebGL, which is faster here. `webgl`: with it, as by a graphics card. */
export type Drawn = 'plain' | 'webgl';

const launched: Partial<Record<Drawn, Promise<Browser>>> = {};

/**
 * One Chromium for all files of tests that a worker runs, and it ends with the worker: to start one takes as long as many a
 * test. Whoever opens a context in it closes that.
 * @throws Error when none is found or started
 */
export function sharedBrowser(drawn: Drawn = 'plain'): Promise<Browser> {
  const flags = drawn === 'plain' ? PLAIN_PAGE_FLAGS : CHROME_FLAGS;
  launched[drawn] ??= findChrome().then((executablePath) => chromium.launch({ executablePath, args: [...flags] }));
  return launched[drawn];
}
