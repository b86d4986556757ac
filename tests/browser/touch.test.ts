/** Fingers on the controls of a phone. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser } from './site';

const browser = useBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;

/** Puts a finger down at a point, and moves it in steps to another. */
async function stroke(
  page: Page,
  [x, y]: readonly [number, number],
  [toX, toY]: readonly [number, number],
  steps = 10,
) {
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number): Promise<unknown> =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + share * (toX - x), y: y + share * (toY - y) }],
    });
  await touch('touchStart', 0);
  for (let i = 1; i <= steps; i++) {
    await touch('touchMove', i / steps);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  await touch('touchEnd', 1);
  await cdp.detach();
}

it('one that scrolls the page over a slider leaves it as it was; one that slides or taps sets it', async () => {
  const { page, complaints, close } = await browser.open({ hash: '#b=1&s=1&play=0', ...PHONE });
  await page.waitForFunction(() => window.lab?.frame != null);
  const slider = page.locator('.slider-large input').first();
  await slider.scrollIntoViewIfNeeded();
  const place = async (): Promise<[number, number]> => {
    const { x, y, height } = (await slider.boundingBox())!;
    return [x + 100, y + height / 2];
  };
  const beta = (): Promise<number> => page.evaluate(() => window.lab.settings.beta);
  // The script that tells them apart comes with the address bar's.
  await page.evaluate(() => window.lab.set({ beta: 2 }));
  await page.waitForFunction(() => location.hash.includes('b=2'));
  const scrolled = await page.evaluate(() => scrollY);
  const from = await place();
  await stroke(page, from, [from[0] + 3, from[1] - 150]);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 50);
  expect(await beta()).toBe(2);
  const slides = await place();
  await stroke(page, slides, [slides[0] + 150, slides[1] + 3]);
  await expect.poll(beta).toBeGreaterThan(2.5);
  await page.touchscreen.tap(...(await place()));
  await expect.poll(beta).toBeLessThan(0.2);
  await expect.poll(async () => Number(await slider.inputValue())).toBeLessThan(400);
  expect(complaints).toEqual([]);
  await close();
});

it('one that slides over values which are written alike never leads back', async () => {
  const { page, complaints, close } = await browser.open({ hash: '#b=1&s=0.9&play=0', ...PHONE });
  await page.waitForFunction(() => window.lab?.frame != null);
  const slider = page.locator('.slider-large input').nth(1);
  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await slider.boundingBox())!;
  await page.evaluate(() => {
    const seen: number[] = [];
    window.lab.store.subscribe(({ settings }) => seen.push(settings.noiseScale));
    Object.assign(window, { seen });
  });
  // A thousand steps from 0 to 1.5: from 1 on each second one has no value of its own.
  const middle = y + height / 2;
  await stroke(page, [x + 0.6 * width, middle], [x + 0.9 * width, middle], 60);
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  expect(Math.max(...seen)).toBeGreaterThan(1.2);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(complaints).toEqual([]);
  await close();
});
