/** Screenshots of the page for whoever judges how it looks; run by `npm run shots`, written to shots/. */
import { mkdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { useBrowser } from '../browser/site';

const FOLDER = 'shots';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

/** Seconds of training before the button; after it; the second is taken from the same page. */
const EARLY = 2;
const LATE = 15;

const browser = useBrowser();

const cases = SIZES.flatMap((viewport) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['en-US', 'zh-CN'] as const).map((locale) => ({ viewport, colorScheme, locale })),
  ),
);

it.each(cases)(
  '$viewport.width × $viewport.height, $colorScheme, $locale',
  async ({ viewport, colorScheme, locale }) => {
    await mkdir(FOLDER, { recursive: true });
    const phone = viewport.width < 600;
    const { page, complaints, close } = await browser.open({
      viewport,
      colorScheme,
      locale,
      hasTouch: phone,
      isMobile: phone,
      deviceScaleFactor: phone ? 2 : 1,
    });
    const name = `${FOLDER}/${viewport.width}x${viewport.height}-${colorScheme}-${locale.slice(0, 2)}`;
    await page.waitForTimeout(1000 * EARLY);
    await page.screenshot({ path: `${name}-${EARLY}s.png` });
    await page.locator('.turn').click();
    await page.waitForTimeout(1000 * (LATE - EARLY));
    await page.screenshot({ path: `${name}-${LATE}s.png` });
    await page.screenshot({ path: `${name}-whole.png`, fullPage: true });
    // The picture of the README.
    if (name.endsWith('1280x800-light-en')) await page.screenshot({ path: 'public/picture.png' });
    expect(complaints).toEqual([]);
    await close();
  },
);
