/** Noise alone is not enough: what the caption says, at two widths. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { STILL, useBrowser } from '../site';

const { open } = useBrowser();

const ID = 'no-regulariser';

/** The large number after so many more steps. */
async function after(page: Page, steps: number): Promise<number> {
  const step = await page.evaluate(
    async ({ id, count }) => {
      await window.labs[id]!.step(count);
      return window.labs[id]!.frame!.step;
    },
    { id: ID, count: steps },
  );
  const number = page.locator(`#${ID} .large-number[data-step="${step}"]`);
  await number.waitFor();
  return Number(await number.locator('output').textContent());
}

describe.each([1280, 390])('at %i px', (width) => {
  it('σ beside the spread falls without a pull, from small ellipses and from large ones, and comes back with one', async () => {
    const { page, complaints, close } = await open({ hash: STILL, viewport: { width, height: 800 } });
    const figure = page.locator(`#${ID}`);
    await figure.scrollIntoViewIfNeeded();
    await page.waitForFunction((id) => window.labs[id]!.frame !== null, ID);
    expect(await figure.getByRole('slider').count(), 'β alone').toBe(1);
    const small = [await after(page, 1), await after(page, 200)];
    expect(small[1]).toBeLessThan(small[0]! / 2);

    await figure.getByRole('combobox', { name: 'Initial weights' }).selectOption('Glorot');
    await page.waitForFunction((id) => window.labs[id]!.frame!.step === 0, ID);
    const large = [await after(page, 1), await after(page, 200)];
    expect(large[0]).toBeGreaterThan(small[0]!);
    expect(large[1]).toBeLessThan(large[0]! / 2);

    await page.locator(`[data-section=${ID}]`).getByRole('button', { name: 'raise β to 1' }).click();
    expect(await page.evaluate((id) => window.labs[id]!.settings.beta, ID)).toBe(1);
    expect(await after(page, 200)).toBeGreaterThan(large[1]!);
    expect(complaints).toEqual([]);
    await close();
  });
});

it('the answer to what it asks is its own run', async () => {
  const { page, close } = await open({ hash: STILL });
  await page.locator(`[data-section=${ID}] .predict`).scrollIntoViewIfNeeded();
  const asked = page.getByRole('group', { name: /Noise and no pull/ });
  await asked.getByRole('radio', { name: 'They shrink' }).check();
  await asked.getByText('That is what happened.').waitFor();
  const { settings, step } = await page.evaluate((id) => {
    const lab = window.labs[id]!;
    return { settings: lab.settings, step: lab.frame!.step };
  }, ID);
  expect(settings).toMatchObject({ beta: 0, noiseScale: 1, init: 'small-ellipses' });
  expect(step).toBeGreaterThanOrEqual(2000);
  await close();
});
