/** From points to areas: what the caption says, at two widths. */
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure, openAnswered } = useFigure('points-to-ellipses');

/** The large number, in per cent. */
const covered = async (figure: Locator): Promise<number> =>
  Number.parseFloat((await figure.locator('.large-number output').textContent())!);

describe.each(WIDTHS)('at %i px', (width) => {
  it('points cover nothing, however they lie; areas do, of any shape', async () => {
    const { page, figure, step, complaints, close } = await openFigure(width);
    expect(await figure.getByRole('slider').count(), 'σ alone').toBe(1);
    await step(300);
    await figure.locator('.large-number[data-step="300"]').waitFor();
    expect(await covered(figure)).toBe(0);

    await figure.getByRole('slider', { name: 'σ' }).fill('667');
    expect(await page.evaluate(() => window.labs['points-to-ellipses']!.settings.noiseScale)).toBe(1);
    await step(100);
    await expect.poll(() => covered(figure)).toBeGreaterThan(30);

    await figure.getByRole('combobox', { name: 'Posterior' }).selectOption('rectangle');
    await page.waitForFunction(() => window.labs['points-to-ellipses']!.frame!.family === 'box');
    await step(300);
    await figure.getByText('Prior mass inside the 1.73σ rectangles').waitFor();
    await expect.poll(() => covered(figure)).toBeGreaterThan(30);
    expect(complaints).toEqual([]);
    await close();
  });
});

it('the answer to what it asks is its own run: a tenth of every ellipse covers more than half of what all of it does', async () => {
  const prediction = {
    question: /shortened to a tenth/,
    answer: 'About a tenth',
    outcome: 'What happened: More than half',
  };
  const { page, figure, close } = await openAnswered(prediction);
  expect(await page.evaluate(() => window.labs['points-to-ellipses']!.settings.noiseScale)).toBe(0.1);
  await expect.poll(() => covered(figure)).toBeGreaterThan(45);
  await close();
});
