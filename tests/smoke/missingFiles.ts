/** The page where one of its files does not come at first. */
import { expect, inject } from 'vitest';
import { lazyRequests } from '../browser/builtSite';
import type { StaticServer } from '../browser/staticServer';
import type { DrivenBrowser } from './browser';

interface Tried {
  /** Serves the site, but for what it lacks by this. */
  serve(lacks: (path: string) => boolean): Promise<StaticServer>;
  /** Files that are tried, of those that the page asks for by itself. */
  readonly files: RegExp;
  /** Ms that the page has to reach a state. */
  readonly patience: number;
}

/** What is kept for offline would come in the place of what is missing. */
const KEEPS = 'sw.js';

/** Tries the page without each file, one at a time; it must say so or do without, and be whole once the file has come. */
export async function tryMissing(browser: DrivenBrowser, { serve, files, patience }: Tried): Promise<void> {
  /** What is missing of all that the page brings by itself, in its styles. */
  const lacks = (): Promise<string[]> =>
    browser.evaluate(() => {
      const parts = ['.share-buttons button', '.plane-stage .pins', '.grid canvas', '.prose h2'];
      const hasRules = ({ sheet }: HTMLLinkElement): boolean => {
        try {
          return (sheet?.cssRules.length ?? 0) > 0;
        } catch {
          // The rules of one that did not come are none of the page's.
          return false;
        }
      };
      const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
      return [
        ...((window.lab?.frame?.step ?? 0) > 0 ? [] : ['training']),
        ...parts.filter((selector) => document.querySelector(selector) === null),
        ...links.filter((link) => !hasRules(link)).map(({ href }) => href),
      ];
    });
  /** How many buttons offer another try, or to load the page again; `press` presses them, the latter alone where there is one. */
  const offers = (press: boolean): Promise<number> =>
    browser.evaluate((isPressed) => {
      const named = (name: RegExp): HTMLElement[] =>
        [...document.querySelectorAll<HTMLElement>('[role=alert] button, .notices button')].filter(
          (button) => name.test(button.textContent) && button.getClientRects().length > 0,
        );
      const reload = named(/^Reload the page$/);
      const found = reload.length > 0 ? reload.slice(0, 1) : named(/^Try again$/);
      if (isPressed) for (const button of found) button.click();
      return found.length;
    }, press);

  /** On a server of its own: browsers keep what one has sent. */
  const withSite = async (missing: (path: string) => boolean, use: () => Promise<void>): Promise<void> => {
    const site = await serve((path) => path === KEEPS || missing(path));
    try {
      await browser.open(`${site.url}#v=1`);
      await use();
    } finally {
      await site.close();
    }
  };

  const asked = new Set<string>();
  const note = (path: string): boolean => {
    asked.add(path);
    return false;
  };
  await withSite(note, () => expect.poll(lacks, { timeout: patience }).toEqual([]));
  const tried = lazyRequests(inject('siteFolder')).filter((path) => files.test(path) && asked.has(path));
  expect(tried.length).toBeGreaterThan(2);

  for (const file of tried) {
    let isGone = true;
    let refused = 0;
    const isMissing = (path: string): boolean => {
      if (path !== file || !isGone) return false;
      refused++;
      return true;
    };
    await withSite(isMissing, async () => {
      const isKnown = async (): Promise<boolean> =>
        refused > 0 && ((await offers(false)) > 0 || (await lacks()).length === 0);
      await expect.poll(isKnown, { timeout: patience, message: `${file} is missing` }).toBe(true);
      isGone = false;
      const lacksStill = async (): Promise<string[]> => {
        const missing = await lacks();
        return (await offers(true)) > 0 ? [...missing, 'another try is offered'] : missing;
      };
      await expect.poll(lacksStill, { timeout: patience, interval: 300, message: `${file} has come` }).toEqual([]);
    });
  }
}
