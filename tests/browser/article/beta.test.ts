/** How β lets axes drop out: what the figure has, at two widths; what becomes of its axes takes longer (beta.long.test.ts). */
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure } = useFigure('beta');

describe.each(WIDTHS)('at %i px', (width) => {
  it('has a row of decodes for each axis, and a table of what it says of each factor', async () => {
    const { page, figure, section, step, close } = await openFigure(width);
    await figure.locator('.axes-row').first().waitFor();
    await step(50);
    await expect.poll(() => figure.locator('.axes-row').count()).toBe(5);
    await expect
      .poll(() => figure.locator('.factors thead th').allTextContents())
      .toEqual(['Factor', 'z₁', 'z₂', 'z₃', 'z₄', 'z₅', 'MIG']);
    await expect.poll(() => figure.locator('.factors tbody tr').count()).toBe(3);
    await figure.getByRole('button', { name: 'x, from the left' }).click();
    expect(await page.evaluate(() => window.labs.beta!.settings.colour)).toBe('x');
    await section.getByRole('button', { name: 'to 8' }).click();
    expect(await page.evaluate(() => window.labs.beta!.settings.beta)).toBe(8);
    await close();
  });
});
