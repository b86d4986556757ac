/** From points to areas: what the caption says, at two widths. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { STILL, useBrowser } from '../site';

const { open } = useBrowser();

const ID = 'points-to-ellipses';

/** The large number, in per cent. */
const covered = async (page: Page): Promise<number> =>
  Number.parseFloat((await page.locator(`#${ID} .large-number output`).textContent())!);

const begin = async (page: Page): Promise<void> => {
  await page.locator(`#${ID}`).scrollIntoViewIfNeeded();
  await page.waitForFunction((id) => window.labs[id]!.frame !== null, ID);
};

describe.each([1280, 390])('at %i px', (width) => {
  it('points cover nothing, however they lie; areas do, of any shape', async () => {
    const { page, complaints, close } = await open({ hash: STILL, viewport: { width, height: 800 } });
    await begin(page);
    const figure = page.locator(`#${ID}`);
    expect(await figure.getByRole('slider').count(), 'σ alone').toBe(1);
    await page.evaluate((id) => window.labs[id]!.step(300), ID);
    await figure.locator('.large-number[data-step="300"]').waitFor();
    expect(await covered(page)).toBe(0);

    await figure.getByRole('slider', { name: 'σ' }).fill('667');
    expect(await page.evaluate((id) => window.labs[id]!.settings.noiseScale, ID)).toBe(1);
    await page.evaluate((id) => window.labs[id]!.step(100), ID);
    await expect.poll(() => covered(page)).toBeGreaterThan(30);

    await figure.getByRole('combobox', { name: 'Posterior' }).selectOption('rectangle');
    await page.waitForFunction((id) => window.labs[id]!.frame!.family === 'box', ID);
    await page.evaluate((id) => window.labs[id]!.step(300), ID);
    await figure.getByText('Prior mass inside the 1.73σ rectangles').waitFor();
    await expect.poll(() => covered(page)).toBeGreaterThan(30);
    expect(complaints).toEqual([]);
    await close();
  });
});

it('the answer to what it asks is its own run: a tenth of every ellipse covers more than half of what all of it does', async () => {
  const { page, close } = await open({ hash: STILL });
  await page.locator(`[data-section=${ID}] .predict`).scrollIntoViewIfNeeded();
  const asked = page.getByRole('group', { name: /a tenth of every ellipse/ });
  await asked.getByRole('radio', { name: 'About a tenth' }).check();
  await asked.getByText('What happened: More than half').waitFor();
  expect(await page.evaluate((id) => window.labs[id]!.settings.noiseScale, ID)).toBe(0.1);
  await expect.poll(() => covered(page)).toBeGreaterThan(45);
  await close();
});
