/** The places of figures: as high as these are, so that nothing moves when they come. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { textId } from '../../../src/article/section';
import { SECTIONS } from '../../../src/article/sections';
import { STILL, useBrowser } from '../site';
import { WIDTHS } from './figure';
import { measureHeights } from './heights';
import { layOut } from './layOut';
import { reader, scrollThrough } from './reader';

declare global {
  interface Window {
    /** How many sections were not laid out before the first link was followed, and after it. */
    unlaid?: readonly [before: number, after: number];
    /** Every shift of the layout that followed no input of the reader, with what moved. */
    shifts: { readonly value: number; readonly of: readonly string[] }[];
  }
}

const { open } = useBrowser();

/** How much a place may differ from its figure, as a share of it. */
const TOLERANCE = 0.02;

/** What the layout of the page may shift by in all, as browsers count it: https://web.dev/articles/cls */
const MOST_SHIFTED = 0.02;

/** What a section may grow by as its scripts come, px: of a place, a stretch of widths has one slope. */
const MOST_GROWN = 3;

/** A busy machine is no failure. */
const PATIENCE = { timeout: 120_000 };

/** Keeps an account of what shifts from now on. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    const nameOf = ({ node }: { node?: Node | null }): string => {
      const element = node instanceof Element ? node : node?.parentElement;
      return `${element?.closest('.figure')?.id}: ${element?.className}`;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node?: Node | null }[];
      })[])
        if (!entry.hadRecentInput) window.shifts.push({ value: entry.value, of: entry.sources.map(nameOf) });
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Scrolls to a section until its scripts have come. */
async function comeTo(page: Page, id: string): Promise<void> {
  await page.waitForFunction(
    (name) => {
      const section = document.querySelector(`[data-section="${name}"]`)!;
      section.scrollIntoView();
      return section.querySelector('.still') === null;
    },
    id,
    PATIENCE,
  );
}

/** Of the sections that stand as they stood in the document, or of all of them: the heights, px, by their ids. */
const heightsOf = (page: Page, sections: string): Promise<Record<string, number>> =>
  page
    .locator(sections)
    .evaluateAll((all) =>
      Object.fromEntries(
        all.map((section) => [section.getAttribute('data-section')!, section.getBoundingClientRect().height]),
      ),
    );

async function expectCalm(page: Page): Promise<void> {
  const shifts = await page.evaluate(() => window.shifts);
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  expect(sum, JSON.stringify(shifts.toSorted((a, b) => b.value - a.value).slice(0, 5))).toBeLessThan(MOST_SHIFTED);
}

describe.each(WIDTHS)('at %i px', (width) => {
  it.each(['en', 'zh'])('places of figures are as high as the figures, in %s', async (locale) => {
    const { page, close } = await open({ hash: STILL, locale, bypassCSP: true, ...reader(width) });
    const [measured] = await measureHeights(page, [width]);
    const places = await page.locator('.figure-frame').evaluateAll((frames) =>
      frames.map((frame) => {
        const probe = frame.appendChild(document.createElement('div'));
        const { id } = frame.querySelector('.figure')!;
        probe.style.height = getComputedStyle(document.getElementById(id)!).getPropertyValue('--place');
        return [id, probe.getBoundingClientRect().height] as const;
      }),
    );
    expect(places.length).toBe(SECTIONS.length - 2);
    for (const [id, place] of places) {
      const height = measured!.of[id]!;
      expect(Math.abs(place / height - 1), `${id}: ${height} px high, a place of ${place} px`).toBeLessThan(TOLERANCE);
    }
    await close();
  });

  it.each(['en', 'zh'])('sections are as high before their scripts come as with them, in %s', async (locale) => {
    const { page, close } = await open({
      url: `${inject('siteUrl')}${locale === 'zh' ? 'zh/' : ''}`,
      hash: STILL,
      locale,
      ...reader(width),
    });
    await page.locator('.contents button').first().waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.querySelector('.section-still') === null);
    const leave = await layOut(page, '[data-section]');
    const still = await heightsOf(page, '[data-section]:has(> .still)');
    await leave();
    expect(Object.keys(still).length).toBeGreaterThan(SECTIONS.length / 2);
    for (const id of Object.keys(still)) await comeTo(page, id);
    const come = await heightsOf(page, '[data-section]');
    for (const [id, height] of Object.entries(still))
      expect(Math.abs(come[id]! - height), `${id}: ${height} px high, then ${come[id]} px`).toBeLessThan(MOST_GROWN);
    await close();
  });

  it('nothing moves while the page is scrolled from end to end', async () => {
    const { page, close } = await open({ before: watch, ...reader(width) });
    await scrollThrough(page);
    await expectCalm(page);
    await close();
  });

  it('nothing moves when a section is jumped to', async () => {
    const { page, close } = await open({ before: watch, ...reader(width) });
    for (const { id } of SECTIONS) {
      // No press of a reader’s, after which shifts would not count for a while.
      await page.locator(`.contents-above a[href="#${textId(id)}"]`).evaluate((link) => (link as HTMLElement).click());
      // Its figure, which may be far below its title, comes to whoever scrolls on.
      await page.waitForFunction(
        (name) => document.querySelector(`[data-section="${name}"] > .still`) === null,
        id,
        PATIENCE,
      );
    }
    await expectCalm(page);
    await close();
  });
});

it('all sections are laid out once a link within the page is followed, however early', async () => {
  const { page, close } = await open({
    hash: STILL,
    before: async (made) => {
      await made.addInitScript(() => {
        const unlaid = (): number => document.querySelectorAll('.section-still').length;
        new MutationObserver((_, observer) => {
          // The contents have a button once the article is that of the scripts.
          if (document.querySelector('.contents button') === null) return;
          observer.disconnect();
          const before = unlaid();
          document.querySelector<HTMLElement>('.contents-above a')!.click();
          window.unlaid = [before, unlaid()];
        }).observe(document, { childList: true, subtree: true });
      });
    },
  });
  const found = await page.waitForFunction(() => window.unlaid);
  const [before, after] = (await found.jsonValue())!;
  expect(before).toBeGreaterThan(SECTIONS.length / 2);
  expect(after).toBe(0);
  await close();
});
