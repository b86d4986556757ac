/** Chromium, driven by the protocol of its developer tools. */
import { chromium, type Frame } from 'playwright-core';
import { complaintsOf } from '../browser/complaints';
import { PLAIN_PAGE_FLAGS } from '../support/chrome';
import { callOf, type DrivenBrowser, type Scope } from './browser';

/** @param path of the browser */
export async function startChromium(path: string): Promise<DrivenBrowser> {
  const browser = await chromium.launch({ executablePath: path, args: [...PLAIN_PAGE_FLAGS] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const protocol = await page.context().newCDPSession(page);
  const complaints = complaintsOf(page);
  let hasCrashed = false;
  page.on('crash', () => {
    hasCrashed = true;
  });
  const scope = (frame: Frame): Scope => ({
    async evaluate(body, ...args) {
      const answer = `Promise.resolve(${callOf(body, args)}).then((value) => JSON.stringify({ value }))`;
      return JSON.parse(await frame.evaluate(answer)).value;
    },
  });
  return {
    version: `chromium ${browser.version()}`,
    ...scope(page.mainFrame()),
    async open(url) {
      // In between, so that an address that differs in its hash alone is loaded, too.
      await page.goto('about:blank');
      complaints.length = 0;
      await page.goto(url, { waitUntil: 'domcontentloaded' });
    },
    inFrame: (use) => use(scope(page.mainFrame().childFrames()[0]!)),
    movePointer: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    async tap(x, y) {
      await protocol.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      await protocol.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
    chooseFiles: (selector, paths) => page.setInputFiles(selector, [...paths]),
    complaints: () => Promise.resolve(complaints.filter((said) => /^(warning|error):/.test(said))),
    hasEnded: () => Promise.resolve(hasCrashed || !browser.isConnected()),
    close: () => browser.close(),
  };
}
