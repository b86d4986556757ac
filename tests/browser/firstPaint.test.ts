/** What a document looks like before any of its modules has come. */
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { useBrowser } from './site';

const { use } = useBrowser();
const site = inject('siteUrl');

/** The lightness of the paper, 0 … 255, and the file of the picture. */
const look = (page: Page): Promise<{ paper: number; poster: string | undefined }> =>
  page.evaluate(() => ({
    paper: Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)![0]),
    poster: document.querySelector<HTMLImageElement>('.boot img')?.currentSrc.split('/').at(-1),
  }));

it.each([
  ['embed.html', '#theme=dark', 'light', 'dark'],
  ['embed.html', '#b=1&theme=light', 'dark', 'light'],
  ['', '#theme=dark', 'light', 'dark'],
  ['embed.html', '', 'dark', 'dark'],
  ['embed.html', '#theme=auto', 'light', 'light'],
] as const)('"%s%s" in a %s system is %s, and so is its picture', (document, hash, colorScheme, theme) =>
  use({ colorScheme }, async (page) => {
    // They are on their way for good.
    await page.route('**/assets/*.js', () => undefined);
    await page.goto(site + document + hash, { waitUntil: 'commit' });
    const isDark = theme === 'dark';
    const seen = async () => {
      const { poster, paper } = await look(page);
      return { poster, paper: paper < 128 };
    };
    await expect.poll(seen).toEqual({ poster: isDark ? 'poster-dark.webp' : 'poster.webp', paper: isDark });
  }),
);
