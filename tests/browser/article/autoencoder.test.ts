/** Two numbers for an image: what the caption says, at two widths. */
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure, openAnswered } = useFigure('autoencoder');

describe.each(WIDTHS)('at %i px', (width) => {
  it('the answer to what it asks is its own run', async () => {
    const prediction = { question: /ten colours/, answer: 'In patches', outcome: 'That is what happened.' };
    const { page, close } = await openAnswered(prediction, width);
    const { step, settings } = await page.evaluate(() => {
      const lab = window.labs.autoencoder!;
      return { step: lab.frame!.step, settings: lab.settings };
    });
    expect(step).toBeGreaterThanOrEqual(1000);
    expect(settings).toMatchObject({ beta: 0, noiseScale: 0 });
    await close();
  });

  it('has what the claim needs and no more, and a pin decodes', async () => {
    const { page, figure, step, close } = await openFigure(width);
    await expect
      .poll(() => figure.getByRole('combobox').count(), { message: 'the data set alone can be chosen' })
      .toBe(1);
    await expect.poll(() => figure.getByRole('slider').count()).toBe(0);
    await step(20);
    const plane = figure.locator('.plane-stage > svg');
    await plane.focus();
    await page.keyboard.press('Enter');
    await figure.locator('.pin-list li canvas').waitFor();
    await close();
  });
});
