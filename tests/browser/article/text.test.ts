/** The article without its figures: in the document before any script, and as its scripts come. */
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { POSTER } from '../../../src/article/parts/Poster';
import { SECTIONS } from '../../../src/article/sections';
import { type PosterId, posterWords } from '../../../src/text/posters';
import { titles } from '../../../src/text/titles';
import { STILL, useBrowser } from '../site';
import { layOut } from './layOut';

const { open, use } = useBrowser();

/** Waits until the size of every section is known and kept. */
const allAreKept = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector('.contents button') !== null &&
      document.querySelector('[data-section]:not(.section-kept)') === null,
  );

it.each(['en', 'zh'] as const)(
  'is whole without scripts in %s: text, formulas, pictures of figures, and the foot',
  (language) =>
    use({ javaScriptEnabled: false }, async (page) => {
      await page.goto(inject('siteUrl') + (language === 'zh' ? 'zh/' : ''));
      const headings = await page.locator('.section > h2').allTextContents();
      expect(headings).toEqual(SECTIONS.map(({ id }, number) => (number > 0 ? number : '') + titles[language][id]));
      const formula = page.locator('.formula-display .katex-html').first();
      expect((await formula.boundingBox())!.height).toBeGreaterThan(10);
      expect(await page.locator('.prose math').count()).toBeGreaterThan(10);
      const pictures = page.locator('.figure-poster img').filter({ visible: true });
      expect(await pictures.count()).toBe(SECTIONS.length - 2);
      const words = await pictures.evaluateAll((all) => all.map((picture) => (picture as HTMLImageElement).alt));
      expect(words).toEqual(
        SECTIONS.flatMap(({ id }) => (id in posterWords[language] ? [posterWords[language][id as PosterId]] : [])),
      );
      const picture = pictures.nth(7);
      await picture.scrollIntoViewIfNeeded();
      const widths = () =>
        picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, Math.round(image.width), image.complete]);
      await expect.poll(widths).toEqual([POSTER.width, POSTER.width, true]);
      // Where no figure will come, no room is kept for one.
      expect((await page.locator('.figure-frame').nth(7).boundingBox())!.height).toBeLessThan(POSTER.height + 1);
      await page.locator('.foot summary').click();
      expect(await page.locator('.foot code').textContent()).toMatch(/^@misc\{/);
      const notices = page.locator('.foot a[href$="third-party-notices.txt"]');
      expect(await notices.evaluate((link: HTMLAnchorElement) => link.href)).toBe(
        `${inject('siteUrl')}third-party-notices.txt`,
      );
      expect(await page.locator('.prose button').count(), 'nothing can be pressed').toBe(0);
      await page.locator('.predict summary').first().click();
      expect(await page.locator('.predict details[open]').count()).toBe(1);
      // The style of formulas holds, though no element has one of its own.
      const colour = (of: string): Promise<string> =>
        page
          .locator(of)
          .first()
          .evaluate((element) => getComputedStyle(element).color);
      expect(await colour('.hue-prior')).not.toBe(await colour('.formula'));
    }),
);

it('does not move when its scripts come, and fetches nothing of a figure that is not near', async () => {
  const asked: string[] = [];
  let come = (): void => undefined;
  const measured = new Promise<void>((resolve) => {
    come = resolve;
  });
  const { page, close } = await open({
    hash: STILL,
    viewport: { width: 1280, height: 700 },
    before: async (made) => {
      made.on('request', (request) => asked.push(request.url()));
      await made.route('**/Article-*.js', async (route) => {
        await measured;
        await route.continue();
      });
    },
  });
  /** Where each section begins, from the first on, and its height: the lab above them comes in parts of its own. */
  const places = () =>
    page.locator('[data-section]').evaluateAll((sections) => {
      const boxes = sections.map((section) => section.getBoundingClientRect());
      return boxes.map(({ top, height }) => [top - boxes[0]!.top, height]);
    });
  // As it stands in the document, with its styles and type.
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[data-late]')].every(
      ({ media, sheet }) => media === 'all' && sheet,
    ),
  );
  // Those far below are laid out later, and where they are then, with the type of their formulas, is what counts.
  await layOut(page, '.section-still');
  const before = await places();
  // The table of symbols can be opened once the scripts are there.
  expect(await page.locator('.contents button').count()).toBe(0);
  come();
  await page.waitForFunction(() => document.querySelector('.contents button') !== null);
  await allAreKept(page);
  const of = (name: string): string[] => asked.filter((url) => url.includes(name));
  expect(of('Regularisers')).toEqual([]);
  expect(of('posters/regularisers')).toEqual([]);
  expect(await page.evaluate(() => window.labs.autoencoder!.store.getState().run)).toBeNull();
  // Once more when all of its type is there.
  await expect.poll(places).toEqual(before);
  await page.locator('#regularisers').scrollIntoViewIfNeeded();
  await page.locator('#regularisers .pull-figure').waitFor();
  expect(of('Regularisers').length).toBeGreaterThan(0);
  await close();
});

it('leaves out the sections that are far from the window, at the sizes that they have, for any width', async () => {
  const { page, close } = await open({ hash: STILL, viewport: { width: 1280, height: 700 } });
  await allAreKept(page);
  /** By how many pixels each section is higher when it is laid out than while it is left out. */
  const grown = () =>
    page.locator('[data-section]').evaluateAll((all) => {
      const heights = (): number[] => all.map((section) => section.getBoundingClientRect().height);
      const kept = heights();
      for (const section of all) (section as HTMLElement).style.contentVisibility = 'visible';
      const laidOut = heights();
      for (const section of all) (section as HTMLElement).style.contentVisibility = '';
      return laidOut.map((height, i) => Math.round(height - kept[i]!));
    });
  const none = SECTIONS.map(() => 0);
  for (const width of [1280, 700, 390]) {
    await page.setViewportSize({ width, height: 700 });
    await expect.poll(grown, { message: `${width} px wide` }).toEqual(none);
  }
  const shown = await page
    .locator('[data-section=surgery]')
    .evaluate((section) => section.querySelector('p')!.checkVisibility({ contentVisibilityAuto: true }));
  expect(shown).toBe(false);
  await close();
});

it('has its styles where boot.js does not come', async () => {
  const { page, close } = await open({
    hash: STILL,
    before: async (made) => {
      await made.route('**/boot.js', (route) => route.abort());
    },
  });
  const sheets = page.locator('head link[data-late]');
  await expect
    .poll(() => sheets.evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).media)))
    .not.toContain('print');
  expect(await sheets.count()).toBeGreaterThan(0);
  await close();
});

it('leads to the figures below it, from its contents and from the sections that they go on from', async () => {
  const { page, close } = await open({ hash: STILL, viewport: { width: 1280, height: 800 } });
  await page.waitForFunction(() => document.querySelector('.contents button') !== null);
  const ways = { compare: 'gaps', sweep: 'tug-of-war' } as const;
  for (const [figure, section] of Object.entries(ways)) {
    // In the document as it is before any script these figures are not there, and nothing leads to them.
    await page.locator(`[data-section=${section}]`).scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator(`[data-section=${section}] a[href="#${figure}"]`).count()).toBe(1);
    await page.locator('.contents-above').evaluate((details) => details.setAttribute('open', ''));
    await page.locator(`.contents-above a[href="#${figure}"]`).click();
    await expect.poll(async () => (await page.locator(`#${figure}`).boundingBox())!.y).toBeLessThan(800);
  }
  await close();
});

it('leaves the contents unfolded, with their focus, that are so when its scripts come', async () => {
  let lift = (): void => undefined;
  const lifted = new Promise<void>((resolve) => {
    lift = resolve;
  });
  const { page, close } = await open({
    hash: STILL,
    viewport: { width: 390, height: 800 },
    before: async (made) => {
      await made.route(/\/Article-[^/]*\.js$/, async (route) => {
        await lifted;
        await route.fallback();
      });
    },
  });
  const contents = page.locator('.contents-above');
  await contents.locator('summary').click();
  await contents.getByRole('link', { name: titles.en.bayes }).focus();
  lift();
  // What only its scripts can do.
  await contents.locator('button').waitFor({ state: 'visible' });
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await page.locator('#bayes-text').boundingBox())!.y).toBeLessThan(400);
  await close();
});

it('leads to its sections and symbols by keys', async () => {
  const { page, close } = await open({ hash: STILL, viewport: { width: 390, height: 800 } });
  const contents = page.locator('.contents-above');
  // Links of the document alone fold nothing.
  await contents.locator('button').waitFor({ state: 'attached' });
  await contents.locator('summary').click();
  await contents.getByRole('link', { name: titles.en.bayes }).focus();
  await page.keyboard.press('Enter');
  const heading = page.locator('#bayes-text');
  await expect.poll(async () => (await heading.boundingBox())!.y).toBeLessThan(400);
  // The contents would cover the section.
  await expect.poll(() => contents.evaluate((details) => (details as HTMLDetailsElement).open)).toBe(false);
  // Its text is put there anew as it comes near, and keys go on from it all the same.
  await page.locator('[data-section=bayes] .symbols-by-keys').waitFor({ state: 'attached' });
  expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
  const button = page.locator('[data-section=bayes]').getByRole('button', { name: 'What the symbols mean' }).first();
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Symbols' }).locator('li').first().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await close();
});

it('stays at the section that its address names while the page above grows, where the browser does not see to it', async () => {
  const { page, close } = await open({
    hash: `#surgery-text&${STILL.slice(1)}`,
    before: async (made) => {
      await made.addInitScript(() => {
        addEventListener('DOMContentLoaded', () => {
          document.documentElement.style.setProperty('overflow-anchor', 'none');
        });
      });
    },
  });
  const heading = page.locator('#surgery-text');
  await page.waitForFunction(
    () =>
      document.querySelector('[data-section=surgery] :is(.still, .figure-place)') === null &&
      document.querySelector('.section-still') === null,
  );
  // Below the line of contents.
  await expect.poll(() => heading.evaluate((element) => Math.round(element.getBoundingClientRect().top))).toBe(56);
  await close();
});
