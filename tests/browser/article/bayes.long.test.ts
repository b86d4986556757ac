/** The same, in the language of Bayes: what the caption says, at two widths. */
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure, openAnswered } = useFigure('bayes');

describe.each(WIDTHS)('at %i px', (width) => {
  it('asks whether the loss can fall below 0, and its run is the answer', async () => {
    const prediction = {
      question: /fall below 0/,
      answer: 'Only if',
      outcome: 'What happened: Yes, and nothing is wrong then',
    };
    const { page, figure, close } = await openAnswered(prediction, width);
    await expect.poll(() => figure.locator('.large-number output').textContent()).toMatch(/^−\d/);
    expect(await page.evaluate(() => window.labs.bayes!.frame!.sigmaX)).toBeLessThan(0.4);
    await close();
  });

  it('has the curves of the loss beside the plane where there is room, else below it', async () => {
    const { figure, close } = await openFigure(width);
    await figure.locator('.loss svg').waitFor();
    const [plane, loss] = await Promise.all(['.plane', '.loss'].map((part) => figure.locator(part).boundingBox()));
    if (width === 1280) expect(loss!.x).toBeGreaterThan(plane!.x + plane!.width);
    else expect(loss!.y).toBeGreaterThan(plane!.y + plane!.height);
    await close();
  });

  it('shows the loss jump with σ̃, and what has been learned stay as it is', async () => {
    const { page, figure, step, close } = await openFigure(width);
    await step(200);
    const loss = async (): Promise<number> =>
      Number.parseFloat((await figure.locator('.large-number output').textContent())!.replace('−', '-'));
    await figure.locator('.large-number[data-step="200"]').waitFor();
    const before = { loss: await loss(), mu: await page.evaluate(() => window.labs.bayes!.frame!.mu[0]) };
    expect(await figure.getByRole('combobox').count(), 'the likelihood alone').toBe(1);
    await figure.getByRole('combobox').selectOption('gaussian-learned');
    await figure.getByRole('combobox').selectOption('gaussian');
    await figure.getByRole('slider', { name: /^σ̃/ }).focus();
    await page.keyboard.press('End');
    await expect.poll(loss).toBeGreaterThan(before.loss + 30);
    expect(await page.evaluate(() => window.labs.bayes!.frame!.mu[0])).toBe(before.mu);
    await close();
  });
});
