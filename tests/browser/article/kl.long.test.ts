/** KL, by integral and by sample: what the caption says, at two widths. */
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure } = useFigure('kl', { labs: [], part: '.kl-figure' });

/** A row of the table: by integral, and by draws. */
const row = (figure: Locator, name: 'forward' | 'back' | 'bhattacharyya'): Promise<string[]> =>
  figure.locator(`.kl-row-${name} td`).allTextContents();

describe.each(WIDTHS)('at %i px', (width) => {
  it('the mean over the draws comes to the integral, which is another the other way round', async () => {
    const { figure, section, close } = await openFigure(width);
    await section.getByRole('button', { name: 'μ = 1 and σ = 0.5' }).click();
    const [integral, few] = await row(figure, 'forward');
    expect(Number(integral)).toBeCloseTo(0.818, 3);
    const errorOf = (text: string): number => Number(/± ([\d.]+)/.exec(text)![1]);
    await section.getByRole('button', { name: 'ten thousand' }).click();
    const [, many] = await row(figure, 'forward');
    const ratio = errorOf(few!) / errorOf(many!);
    expect(ratio, 'a hundred times the draws, a tenth of the error').toBeGreaterThan(8);
    expect(ratio).toBeLessThan(12.5);
    expect(Math.abs(Number(many!.split(' ')[0]) - 0.818)).toBeLessThan(3 * errorOf(many!));
    expect(Number((await row(figure, 'back'))[0])).toBeCloseTo(2.81, 2);
    expect(await section.getByRole('button', { name: '1,000 more' }).isDisabled(), 'there are no more').toBe(true);
    await close();
  });

  it('a box makes it infinite, and the Bhattacharyya distance not', async () => {
    const { figure, section, close } = await openFigure(width);
    await section.getByRole('button', { name: 'Let p be a box' }).click();
    const [integral, mean] = await row(figure, 'forward');
    expect(integral).toBe('∞');
    expect(Number.isFinite(Number(mean!.split(' ')[0])), 'no draw has met it').toBe(true);
    expect(Number((await row(figure, 'bhattacharyya'))[0])).toBeLessThan(1);
    // With more draws one of them does.
    for (let i = 0; i < 9; i++) await section.getByRole('button', { name: '1,000 more' }).click();
    expect((await row(figure, 'forward'))[1]).toBe('∞');
    await figure.getByRole('combobox', { name: 'Shape of q' }).selectOption('box');
    expect(Number((await row(figure, 'forward'))[0]), 'a box within a box: ln 2').toBeCloseTo(Math.LN2, 3);
    await close();
  });

  it('q is dragged by its middle and by the end of its width, and moved by keys', async () => {
    const { page, figure, close } = await openFigure(width);
    const picture = figure.locator('.kl-densities svg');
    await picture.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const slider = (name: string) => figure.getByRole('slider', { name });
    const value = (name: string): Promise<number> =>
      slider(name).evaluate((input) => Number((input as HTMLInputElement).value));
    const { width: across } = (await picture.boundingBox())!;
    const unit = (across - 8) / 8.8;
    const drag = async (handle: string, by: number): Promise<void> => {
      const { x, y, width: wide, height } = (await figure.locator(handle).boundingBox())!;
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
