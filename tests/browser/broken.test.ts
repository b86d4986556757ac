/** The page where one of its parts throws while it is rendered. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { STILL, useBrowser } from './site';

const browser = useBrowser();

const told = (page: Page, language: 'en' | 'zh') =>
  page
    .getByRole('alert')
    .filter({ hasText: language === 'en' ? /part of the page has stopped/ : /页面的这一部分停止了/ });

describe.each([
  ['en', 'Try again'],
  ['zh', '再试一次'],
] as const)('in %s, a panel that throws', (language, again) => {
  it('takes its own figure away alone, says so, and is back after another try', async () => {
    const { page, complaints, close } = await browser.open({ hash: `${STILL}&lang=${language}` });
    await page.locator('.prose h2').first().waitFor();
    // The toolbar says why the engine serves.
    await page.evaluate(() =>
      window.lab.store.setState(({ run }) => ({ run: { ...run!, engineReason: undefined as never } })),
    );
    await told(page, language).waitFor();
    await expect.poll(() => page.locator('#lab .transport').count()).toBe(0);
    expect(await page.locator('h1, .prose h2').count()).toBeGreaterThan(1);
    // As it is still broken, another try throws once more, which the console is told, and the sentence stays.
    const before = complaints.length;
    await page.getByRole('button', { name: again }).click();
    await expect.poll(() => complaints.length).toBeGreaterThan(before);
    await told(page, language).waitFor();
    await expect.poll(() => page.locator('#lab .transport').count()).toBe(0);
    await page.evaluate(() =>
      window.lab.store.setState(({ run }) => ({
        run: { ...run!, engineReason: { code: 'asked', renderer: null, other: null } },
      })),
    );
    await page.getByRole('button', { name: again }).click();
    await page.locator('#lab .transport').waitFor();
    await expect.poll(() => told(page, language).count()).toBe(0);
    // What the lab does is drawn again.
    const { step } = await page.evaluate(() => window.lab.step(3));
    await page.waitForFunction(
      (to) => document.querySelector('.plane-stage > svg')?.getAttribute('data-step') === to,
      `${step}`,
    );
    await close();
  });
});

it('a page that throws itself says so under its title, and is back after another try', async () => {
  const { page, close } = await browser.open({ hash: STILL });
  await page.evaluate(() => {
    const { store } = window.page;
    const { system } = store.getState();
    Object.assign(window, { mend: () => store.setState({ system }) });
    store.setState({ system: undefined as never });
  });
  await told(page, 'en').waitFor();
  await expect.poll(() => page.locator('h1').textContent()).toContain('autoencoder');
  await page.evaluate(() => (window as unknown as { mend(): void }).mend());
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('#lab .transport').waitFor();
  await expect.poll(() => told(page, 'en').count()).toBe(0);
  await close();
});
