/** The whole page with every figure of it mounted, as axe, a finger and the keyboard find it. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SECTIONS } from '../../../src/article/sections';
import { SOURCES } from '../../../src/article/sources';
import type { Language } from '../../../src/text';
import type { SectionId } from '../../../src/text/titles';
import { mountAll } from '../mountAll';
import { objections } from '../objections';
import { type OpenPage, STILL, useBrowser } from '../site';
import { WIDTHS } from './figure';

const browser = useBrowser();

/** The least side of what a finger presses, px. */
const FINGER = 44;

/** Opens all that can be unfolded, and what comes to be there then. On a phone some panels close each other: the last is open. */
async function unfoldAll(page: Page): Promise<void> {
  const seen = await page.evaluateHandle(() => new Set<HTMLDetailsElement>());
  for (;;) {
    const opened = await page.evaluate((tried) => {
      const closed = [...document.querySelectorAll('details')].filter((each) => !each.open && !tried.has(each));
      for (const each of closed) {
        each.open = true;
        tried.add(each);
      }
      return closed.length;
    }, seen);
    if (opened === 0) break;
    // What takes the model of a figure is computed where that is in sight.
    await page.waitForFunction(() => {
      const busy = document.querySelector('details[open] [aria-busy="true"]');
      busy?.scrollIntoView({ block: 'center', behavior: 'instant' });
      return busy === null;
    });
  }
}

async function foldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = false;
  });
}

async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate((lang) => window.page.set({ lang }), language);
  const tag = language === 'zh' ? 'zh-Hans' : 'en';
  await page.waitForFunction(
    (each) => [...document.querySelectorAll<HTMLElement>('.section')].every(({ lang }) => lang === each),
    tag,
  );
}

describe.each(WIDTHS)('the whole page at %i px', { timeout: 300_000 }, (width) => {
  const isPhone = width < 600;
  let page: Page;

  // One for all: what takes time is to have eighteen figures come.
  beforeAll(async () => {
    ({ page } = await browser.open({
      hash: `${STILL}&e=simd`,
      viewport: { width, height: 800 },
      hasTouch: isPhone,
      isMobile: isPhone,
    }));
    await mountAll(page);
  }, 300_000);

  it.each(['en', 'zh'] as const)('has nothing for axe to object to in %s, folded and unfolded', async (language) => {
    await speak(page, language);
    await foldAll(page);
    // In the dark, all that is seen of it is seen unfolded as well.
    const folded = await objections(page, 'html', ['light']);
    await unfoldAll(page);
    expect([...folded, ...(await objections(page))]).toEqual([]);
  });

  it.runIf(isPhone)('has nothing to press that is smaller than a finger', async () => {
    await unfoldAll(page);
    const small = await page.evaluate((least) => {
      const controls = document.querySelectorAll<HTMLElement>(
        '.figure :is(button, select, summary, input, [role="slider"]), .contents :is(a, button, summary), .predict :is(input, summary), .foot :is(button, summary)',
      );
      return [...controls].flatMap((control) => {
        // A box to tick and a round one are pressed by their labels, and what slides on a square anywhere on that.
        const isTicked = control.matches('input:is([type="checkbox"], [type="radio"])');
        const pressed = (isTicked && control.closest('label')) || control.closest('.pad-square') || control;
        const { width, height } = pressed.getBoundingClientRect();
        const isSeen = control.checkVisibility({ visibilityProperty: true }) && width > 1;
        if (!isSeen || (width >= least - 0.5 && height >= least - 0.5)) return [];
        const name = control.getAttribute('aria-label') ?? control.textContent?.trim().slice(0, 24);
        const where = control.closest('.figure')?.id ?? 'page';
        return [
          `${where}: ${control.tagName.toLowerCase()}.${control.getAttribute('class')} “${name}” ${width.toFixed(0)}×${height.toFixed(0)}`,
        ];
      });
    }, FINGER);
    expect(small).toEqual([]);
  });
});

/** Comes to a section as a link to it does, and waits for its text, whose words can be pressed. */
async function readFrom(page: Page, section: SectionId): Promise<void> {
  await page.locator(`#${section}-text`).focus();
  await page.locator(`[data-section=${section}] .symbols-by-keys`).waitFor({ state: 'attached' });
}

/** A page whose sections are laid out: what is near the end moves no more when what is above it comes. */
async function openLaidOut(width: number): Promise<OpenPage> {
  const opened = await browser.open({ hash: STILL, viewport: { width, height: 800 } });
  await opened.page.locator('#sweep').waitFor({ state: 'attached' });
  return opened;
}

describe.each(WIDTHS)('by keys at %i px', { timeout: 120_000 }, (width) => {
  it('has the table of symbols at hand in every section, and gives the reader back where it was', async () => {
    const { page, close } = await openLaidOut(width);
    for (const { id } of SECTIONS) {
      await readFrom(page, id);
      await page.keyboard.press('Tab');
      const opener = await page.evaluateHandle(() => document.activeElement as HTMLElement);
      /** Where it stands in the window, px: parts of the lab that come later move all that is below them. */
      const place = () => opener.evaluate((element) => element.getBoundingClientRect().top);
      const before = await place();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Symbols' }).locator('li').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const [focused, section] = await opener.evaluate((element) => [
        element === document.activeElement,
        element.closest('[data-section]')?.getAttribute('data-section'),
      ]);
      expect([focused, section]).toEqual([true, id]);
      expect(Math.abs((await place()) - before), id).toBeLessThan(2);
    }
    await close();
  });

  it('leads from a source to the reading list, and back to where it is named', async () => {
    const { page, close } = await openLaidOut(width);
    /** What has the focus: its id, else where it leads; and whether nothing hides it. */
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement!;
        // Of what goes over lines, the first.
        const { left, top, height } = element.getClientRects()[0]!;
        const seen = element.contains(document.elementFromPoint(left + 8, top + height / 2));
        return [element.id || element.getAttribute('href'), seen];
      });
    for (const section of ['bayes', 'beta'] as const) {
      await readFrom(page, section);
      await page.locator(`[data-section=${section}] .source[href="#source-higgins2017"]`).focus();
      await page.keyboard.press('Enter');
      await expect.poll(focused).toEqual(['source-higgins2017', true]);
      await page.locator('[data-section=summary] .symbols-by-keys').waitFor({ state: 'attached' });
      await page.keyboard.press('Tab');
      expect(await focused()).toEqual([SOURCES.higgins2017.url, true]);
      // It is named in two sections, in this order.
      await page.keyboard.press('Tab');
      if (section === 'beta') await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(focused).toEqual([`named-${section}-higgins2017`, true]);
    }
    await close();
  });

  it('copies how the page is cited', async () => {
    const { page, close } = await browser.open({
      hash: STILL,
      viewport: { width, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('.cite summary').focus();
    await page.keyboard.press('Enter');
    const entry = await page.locator('.cite code').textContent();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.cite [role=status]:not(:empty)').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(entry);
    await close();
  });
});
