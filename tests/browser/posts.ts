/** Pages of another site that show figures of this one. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Frame,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { FrameNumbers, SettingValues } from '../../src/embed/messages';
import { CHROME_FLAGS, findChrome } from '../support/chrome';
import { complaintsOf } from './complaints';
import { openContext } from './context';
import { type StaticServer, serveStatic } from './staticServer';

/** The element of a figure, as a script of its page knows it. */
export interface FigureElement extends HTMLElement {
  readonly ready: Promise<void>;
  play(): void;
  pause(): void;
  step(count?: number): Promise<FrameNumbers>;
  set(settings: SettingValues): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    'vae-geometry': FigureElement;
  }
}

export interface Post {
  readonly page: Page;
  /** What console and page complained about so far, in any frame. */
  readonly complaints: string[];
  /** The frames of figures, in their order. */
  figures(): Frame[];
  close(): Promise<void>;
}

export interface PostOptions extends BrowserContextOptions {
  /** Called with the page before it is loaded. */
  readonly before?: (page: Page) => Promise<void>;
}

/** The line that brings the element, from the site of the tests or another. */
export const script = (site = inject('siteUrl')): string => `<script src="${site}embed.js" async></script>`;

/**
 * One browser for a file of tests. Posts come from `localhost`, which is another site than the figures' 127.0.0.1; a test
 * fails when anything wanted what the site's content policy refuses.
 */
export function usePosts() {
  let browser: Browser;
  const servers: StaticServer[] = [];
  const contexts: BrowserContext[] = [];
  let refused: (readonly string[])[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: await findChrome(), args: [...CHROME_FLAGS] });
  });
  afterEach(async () => {
    const found = refused.flat();
    refused = [];
    // One that a failed test has left would train on, and slow down all that follow.
    for (const context of contexts.splice(0)) await context.close();
    for (const server of servers.splice(0)) await server.close();
    expect(found).toEqual([]);
  });
  afterAll(() => browser.close());
  const serve = async (...source: Parameters<typeof serveStatic>): Promise<string> => {
    const server = await serveStatic(...source);
    servers.push(server);
    return server.url;
  };
  const open = async (url: string, { before, ...options }: PostOptions = {}): Promise<Post> => {
    const { context, violations } = await openContext(browser, options);
    contexts.push(context);
    refused.push(violations);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await before?.(page);
    await page.goto(url);
    return {
      page,
      complaints,
      figures: () => page.frames().filter((frame) => frame.url().includes('embed.html')),
      close: () => context.close(),
    };
  };
  return {
    serve,
    open,
    /** A post with this body. */
    async post(body: string, options: PostOptions = {}): Promise<Post> {
      const html = `<!doctype html><html lang="en"><title>A post</title><link rel="icon" href="data:,">
        <style>body { margin: 0 } p { height: 3000px }</style>${body}`;
      const url = await serve({ html });
      return open(url.replace('127.0.0.1', 'localhost'), options);
    },
  };
}

/** Runs in the page with its first figure once that is ready. */
export const isReady = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelector('vae-geometry')!.ready);

/** Waits until the lab of a frame has taken so many more steps. */
export async function trains(frame: Frame, steps = 5): Promise<void> {
  await frame.waitForFunction(() => window.lab?.frame != null);
  const from = await frame.evaluate(() => window.lab.frame!.step);
  await frame.waitForFunction((goal) => window.lab.frame!.step >= goal, from + steps);
}

/** Training workers that there are, in all frames. */
export const trainers = (page: Page): number =>
  page.workers().filter((worker) => /\/worker-[^/]*\.js|blob:/.test(worker.url())).length;
