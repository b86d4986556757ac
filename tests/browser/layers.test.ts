/** The layers of the plane as a reader switches them, by keys and by the address, and as they are taken along. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { STILL, useBrowser } from './site';

const browser = useBrowser();

const names = (page: Page): Promise<number> => page.locator('.class-name').count();
const shown = (page: Page): Promise<readonly string[]> => page.evaluate(() => [...window.lab.layers.shown]);

it('are switched by keys, are in the address, and are as they were after a reload', async () => {
  const { page, complaints, close } = await browser.open({ hash: `${STILL}&e=simd` });
  await page.locator('.class-name').first().waitFor();
  await page.getByRole('button', { name: 'Layers', exact: true }).focus();
  await page.keyboard.press('Enter');
  const box = page.getByRole('checkbox', { name: /^Class names/ });
  await box.focus();
  await expect.poll(() => box.isChecked()).toBe(true);
  await page.keyboard.press('Space');
  await expect.poll(() => names(page)).toBe(0);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('&y=ellipses,points');
  await page.reload();
  await page.waitForFunction(() => window.lab?.frame != null);
  expect(await shown(page)).toEqual(['ellipses', 'points', 'truePosterior', 'predicted', 'path']);
  await page.evaluate(() => window.lab.layers.set({ classes: true }));
  await expect.poll(() => names(page)).toBe(10);
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain('&y=');
  expect(complaints).toEqual([]);
  await close();
});

it('that an address names and the page does not know are told, the others are shown', async () => {
  const { page, close } = await browser.open({ hash: `${STILL}&e=simd&y=points,fog` });
  await page.locator('.notice', { hasText: 'y=fog' }).waitFor();
  expect(await shown(page)).toEqual(['points']);
  await close();
});

it('that are off are in no picture that is taken along', async () => {
  const { page, close } = await browser.open({ hash: `${STILL}&e=simd&b=1&s=1&y=points` });
  await page.evaluate(() => window.lab.step(100));
  const svg = async (): Promise<{ ellipses: number; centres: number; names: number }> => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'SVG: Latent plane' }).click(),
    ]);
    await page.keyboard.press('Escape');
    const text = await readFile(await download.path(), 'utf8');
    return page.evaluate((source) => {
      const found = new DOMParser().parseFromString(source, 'image/svg+xml');
      const texts = [...found.querySelectorAll('text')].map(({ textContent }) => textContent);
      return {
        ellipses: found.querySelectorAll('.ellipses ellipse').length,
        centres: found.querySelectorAll('.ellipses circle').length,
        names: texts.filter((said) => said === '7').length,
      };
    }, text);
  };
  const dots = await svg();
  expect(dots).toMatchObject({ ellipses: 0, names: 0 });
  expect(dots.centres).toBeGreaterThan(1500);
  await page.evaluate(() => window.lab.layers.show(['ellipses', 'classes']));
  await expect.poll(() => names(page)).toBe(10);
  const bodies = await svg();
  expect(bodies).toMatchObject({ centres: 0, names: 1 });
  expect(bodies.ellipses).toBeGreaterThan(1500);
  await page.evaluate(() => window.lab.layers.show([]));
  await expect.poll(() => names(page)).toBe(0);
  expect(await svg()).toEqual({ ellipses: 0, centres: 0, names: 0 });
  await close();
});

it('that the worker computes are drawn of the present step, move with the window, and are taken along', async () => {
  const { page, complaints, close } = await browser.open({ hash: `${STILL}&e=simd&b=1&s=1&y=density,contours` });
  await page.evaluate(() => window.lab.step(300));
  const steps = () =>
    page.evaluate(() =>
      ['.plane-canvas canvas', '.contours'].map(
        (selector) => document.querySelector<HTMLElement>(`.plane-stage ${selector}`)?.dataset.step,
      ),
    );
  await expect.poll(steps).toEqual(['300', '300']);
  const width = async (selector: string): Promise<number> =>
    (await page.locator(selector).first().boundingBox())!.width;
  const before = { density: await width('.plane-canvas canvas'), contour: await width('.contour-1') };
  expect(before.contour).toBeGreaterThan(20);
  expect(before.density).toBeGreaterThan(await width('.plane-stage'));
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => (await width('.contour-1')) / before.contour).toBeGreaterThan(1.3);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'SVG: Latent plane' }).click(),
  ]);
  const found = await page.evaluate(
    (text) => {
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        images: [...svg.querySelectorAll('image')].map((image) => image.getAttribute('href')!.slice(0, 15)),
        contours: svg.querySelectorAll('path[vector-effect]').length,
        names: [...svg.querySelectorAll('text')].filter(({ textContent }) => textContent === '39 %').length,
      };
    },
    await readFile(await download.path(), 'utf8'),
  );
  expect(found).toEqual({ images: ['data:image/png;'], contours: 3, names: 1 });
  expect(complaints).toEqual([]);
  await close();
});

it('whose code does not come are told, the others stay, and another try brings them', async () => {
  const { page, close } = await browser.open({
    hash: `${STILL}&e=simd&y=ellipses,contours`,
    before: async (fresh) => {
      await fresh.route('**/contours-*.js', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    },
  });
  await page.locator('.plane-failure', { hasText: 'A layer that was switched on is not drawn' }).waitFor();
  await expect.poll(() => page.locator('.plane-canvas canvas').count()).toBe(1);
  await page.unroute('**/contours-*.js');
  await page.locator('.plane-failure').getByRole('button', { name: 'Try again' }).click();
  // A browser that holds on to the failure of what the layer imports has the page offer to load it anew.
  const reload = page.locator('.plane-failure').getByRole('button', { name: 'Reload the page' });
  const layer = page.locator('.contour').first();
  await reload.or(layer).waitFor({ state: 'attached' });
  if ((await reload.count()) > 0) await reload.click();
  await layer.waitFor({ state: 'attached' });
  await expect.poll(() => page.locator('.plane-failure').count()).toBe(0);
  await close();
});
