/** KL, by integral and by sample: what the caption says, at two widths. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { STILL, useBrowser } from '../site';

const { open } = useBrowser();

/** A row of the table: by integral, and by draws. */
const row = (page: Page, name: 'forward' | 'back' | 'bhattacharyya'): Promise<string[]> =>
  page.locator(`#kl .kl-row-${name} td`).allTextContents();

describe.each([1280, 390])('at %i px', (width) => {
  it('the mean over the draws comes to the integral, which is another the other way round', async () => {
    const { page, close } = await open({ hash: STILL, viewport: { width, height: 800 } });
    await page.locator('#kl').scrollIntoViewIfNeeded();
    const section = page.locator('[data-section=kl]');
    await section.locator('.kl-figure').waitFor();
    await section.getByRole('button', { name: 'μ = 1 and σ = 0.5' }).click();
    const [integral, few] = await row(page, 'forward');
    expect(Number(integral)).toBeCloseTo(0.818, 3);
    const errorOf = (text: string): number => Number(/± ([\d.]+)/.exec(text)![1]);
    await section.getByRole('button', { name: 'ten thousand' }).click();
    const [, many] = await row(page, 'forward');
    const ratio = errorOf(few!) / errorOf(many!);
    expect(ratio, 'a hundred times the draws, a tenth of the error').toBeGreaterThan(8);
    expect(ratio).toBeLessThan(12.5);
    expect(Math.abs(Number(many!.split(' ')[0]) - 0.818)).toBeLessThan(3 * errorOf(many!));
    expect(Number((await row(page, 'back'))[0])).toBeCloseTo(2.81, 2);
    expect(await section.getByRole('button', { name: '1,000 more' }).isDisabled(), 'there are no more').toBe(true);
    await close();
  });

  it('a box makes it infinite, and the Bhattacharyya distance not', async () => {
    const { page, close } = await open({ hash: STILL, viewport: { width, height: 800 } });
    await page.locator('#kl').scrollIntoViewIfNeeded();
    const section = page.locator('[data-section=kl]');
    await section.locator('.kl-figure').waitFor();
    await section.getByRole('button', { name: 'Let p be a box' }).click();
    const [integral, mean] = await row(page, 'forward');
    expect(integral).toBe('∞');
    expect(Number.isFinite(Number(mean!.split(' ')[0])), 'no draw has met it').toBe(true);
    expect(Number((await row(page, 'bhattacharyya'))[0])).toBeLessThan(1);
    // With more draws one of them does.
    for (let i = 0; i < 9; i++) await section.getByRole('button', { name: '1,000 more' }).click();
    expect((await row(page, 'forward'))[1]).toBe('∞');
    await page.locator('#kl').getByRole('combobox', { name: 'Shape of q' }).selectOption('box');
    expect(Number((await row(page, 'forward'))[0]), 'a box within a box: ln 2').toBeCloseTo(Math.LN2, 3);
    await close();
  });

  it('q is dragged by its middle and by the end of its width, and moved by keys', async () => {
    const { page, close } = await open({ hash: STILL, viewport: { width, height: 800 } });
    await page.locator('#kl').scrollIntoViewIfNeeded();
    const picture = page.locator('#kl .kl-densities svg');
    await picture.waitFor();
    await picture.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const slider = (name: string) => page.locator('#kl').getByRole('slider', { name });
    const value = (name: string): Promise<number> =>
      slider(name).evaluate((input) => Number((input as HTMLInputElement).value));
    const { width: across } = (await picture.boundingBox())!;
    const unit = (across - 8) / 8.8;
    const drag = async (handle: string, by: number): Promise<void> => {
      const { x, y, width: wide, height } = (await page.locator(`#kl ${handle}`).boundingBox())!;
      await page.mouse.move(x + wide / 2, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + wide / 2 + by * unit, y + height / 2, { steps: 4 });
      await page.mouse.up();
    };
    await drag('.drag-handle:not(.drag-end)', -1.5);
    expect(await value('centre μ of q')).toBeCloseTo(-0.5, 1);
    await drag('.drag-end', 0.4);
    expect(await value('width σ of q')).toBeCloseTo(0.9, 1);
    await slider('centre μ of q').focus();
    await page.keyboard.press('ArrowRight');
    expect(await value('centre μ of q')).toBeGreaterThan(-0.5);
    await close();
  });
});
