/** Noise alone is not enough: what the caption says, at two widths. */
import { describe, expect, it } from 'vitest';
import { type OpenFigure, useFigure, WIDTHS } from './figure';

const { openFigure, openAnswered } = useFigure('no-regulariser');

/** The large number after so many more steps. */
async function after({ figure, step }: OpenFigure, steps: number): Promise<number> {
  const number = figure.locator(`.large-number[data-step="${await step(steps)}"]`);
  await number.waitFor();
  return Number(await number.locator('output').textContent());
}

describe.each(WIDTHS)('at %i px', (width) => {
  it('σ beside the spread falls without a pull, from small ellipses and from large ones, and comes back with one', async () => {
    const opened = await openFigure(width);
    const { page, figure, section, complaints, close } = opened;
    expect(await figure.getByRole('slider').count(), 'β alone').toBe(1);
    const small = [await after(opened, 1), await after(opened, 200)];
    expect(small[1]).toBeLessThan(small[0]! / 2);

    await figure.getByRole('combobox', { name: 'Initial weights' }).selectOption('Glorot');
    await page.waitForFunction(() => window.labs['no-regulariser']!.frame!.step === 0);
    const large = [await after(opened, 1), await after(opened, 200)];
    expect(large[0]).toBeGreaterThan(small[0]!);
    expect(large[1]).toBeLessThan(large[0]! / 2);

    await section.getByRole('button', { name: 'raise β to 1' }).click();
    expect(await page.evaluate(() => window.labs['no-regulariser']!.settings.beta)).toBe(1);
    expect(await after(opened, 200)).toBeGreaterThan(large[1]!);
    expect(complaints).toEqual([]);
    await close();
  });
});

it('the answer to what it asks is its own run', async () => {
  const prediction = { question: /Noise and no pull/, answer: 'They shrink', outcome: 'That is what happened.' };
  const { page, close } = await openAnswered(prediction);
  const { settings, step } = await page.evaluate(() => {
    const lab = window.labs['no-regulariser']!;
    return { settings: lab.settings, step: lab.frame!.step };
  });
  expect(settings).toMatchObject({ beta: 0, noiseScale: 1, init: 'small-ellipses' });
  expect(step).toBeGreaterThanOrEqual(2000);
  await close();
});
