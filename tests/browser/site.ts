/** The page as a reader opens it, and what the tests ask of it. */
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject } from 'vitest';
import type { Lab } from '../../src/state/lab';
import type { Page as PageStore } from '../../src/state/page';
import { complaintsOf } from './complaints';
import { openContext } from './context';
import { type Drawn, sharedBrowser } from './sharedBrowser';

declare global {
  interface Window {
    lab: Lab;
    labs: Readonly<Record<string, Lab>>;
    page: PageStore;
  }
}

export interface OpenOptions extends BrowserContextOptions {
  /** Another page than the site's own. */
  readonly url?: string;
  /** The address after the page's own, from the # on. */
  readonly hash?: string;
  /** Whether it is somebody else's page, which has no lab to wait for. */
  readonly foreign?: boolean;
  /** Called with the page before anything is loaded. */
  readonly before?: (page: Page) => Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  /** Everything the console and the page complained about so far. */
  readonly complaints: string[];
  close(): Promise<void>;
}

interface BrowserOfTests {
  /** Opens a page whose program runs. */
  open(options?: OpenOptions): Promise<OpenPage>;
  /** Runs a test with an empty page. */
  use(options: BrowserContextOptions, test: (page: Page) => Promise<void>): Promise<void>;
}

/**
 * Pages for a file of tests, each in a context of its own. A test fails when a page wanted what the site's
 * content policy refuses.
 */
export function useBrowser(drawn?: Drawn): BrowserOfTests {
  const contexts: BrowserContext[] = [];
  let refused: (readonly string[])[] = [];
  afterEach(() => {
    const found = refused.flat();
    refused = [];
    expect(found).toEqual([]);
  });
  afterAll(async () => {
    // One that a failed test has left would train on, and slow down all that follow.
    for (const context of contexts) await context.close();
  });
  const context = async (options: BrowserContextOptions): Promise<BrowserContext> => {
    const { context: made, violations } = await openContext(await sharedBrowser(drawn), options);
    contexts.push(made);
    refused.push(violations);
    return made;
  };
  return {
    async use(options, test) {
      const made = await context(options);
      try {
        await test(await made.newPage());
      } finally {
        await made.close();
      }
    },
    async open({ url = inject('siteUrl'), hash = '', foreign = false, before, ...options } = {}) {
      const made = await context({ acceptDownloads: true, ...options });
      const page = await made.newPage();
      const complaints = complaintsOf(page);
      await before?.(page);
      await page.goto(url + hash);
      if (!foreign) await page.waitForFunction(() => window.lab?.frame != null);
      return { page, complaints, close: () => made.close() };
    },
  };
}

/** A paused page with no steps taken, so that what a test does is all that happens. */
export const STILL = '#v=1&play=0';

/** Waits until the first plane takes keys, and tells what they do: both come with one script, after the first picture. */
export const takesKeys = (page: Page): Promise<void> =>
  page.locator('.plane-keys').first().waitFor({ state: 'attached' });

/** The code that a pixel of the latent plane stands for, and back: the middle and the size of its picture. */
export async function planeBox(page: Page): Promise<{ x: number; y: number; size: number }> {
  // What is above it may take another line once its fonts are there.
  await page.evaluate(async () => void (await document.fonts.ready));
  const box = await page.locator('.plane-stage > svg').boundingBox();
  if (box === null) throw new Error('The latent plane is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, size: box.width };
}

/** Waits until at least `steps` more steps have been taken. */
export async function trainFor(page: Page, steps: number): Promise<void> {
  const from = await page.evaluate(() => window.lab.frame!.step);
  await page.waitForFunction((goal) => window.lab.frame!.step >= goal, from + steps);
}
