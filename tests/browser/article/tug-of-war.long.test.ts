/** Do not split the loss: what the caption says, at two widths, of six models that are small and soon there. */
import { describe, expect, it } from 'vitest';
import { STILL } from '../site';
import { useFigure, WIDTHS } from './figure';

const { openFigure } = useFigure('tug-of-war', { labs: [] });

/** The plan of the figure, with fewer steps; the models are like the lab, which is small here. */
const SHORT = `${STILL}&h=8&tug-of-war.sw=b:0.05,0.2,0.5,1,2,8:100`;

describe.each(WIDTHS)('at %i px', (width) => {
  it('trains six models on a press, and R + βK falls in each of them, K not', async () => {
    const { page, figure, close } = await openFigure(width, { hash: SHORT });
    const press = figure.getByRole('button', { name: 'Train 6 models' });
    await press.waitFor();
    expect(await figure.getByRole('textbox').count(), 'the plan is the figure’s own').toBe(0);
    expect(await figure.locator('.sweep-empty > li').count(), 'a place for each model').toBe(6);
    await press.click();
    expect(await figure.locator('.sweep-empty').count()).toBe(0);
    await page.waitForFunction(() => {
      const sweep = window.sweeps?.['tug-of-war']?.sweep;
      return sweep?.store.getState().phase === 'done' && sweep.models.every(({ trail }) => trail.at(-1)?.step === 100);
    });
    const trails = await page.evaluate(() =>
      window.sweeps!['tug-of-war']!.sweep!.models.map(({ value, trail }) => ({
        beta: value,
        ends: [trail[0]!, trail.at(-1)!].map(
          ({ training }) => [training.reconstruction, training.regulariser] as const,
        ),
      })),
    );
    expect(trails.map(({ beta }) => beta)).toEqual([0.05, 0.2, 0.5, 1, 2, 8]);
    for (const { beta, ends } of trails) {
      const [first, last] = ends.map(([r, k]) => r + beta * k);
      expect(last, `β ${beta}`).toBeLessThan(first!);
    }
    const [least] = trails;
    expect(least!.ends[1]![1], 'K of the smallest β rises').toBeGreaterThan(least!.ends[0]![1]);
    const rates = trails.map(({ ends }) => ends[1]![1]);
    expect(rates, 'a larger β buys cheaper codes').toEqual(rates.toSorted((a, b) => b - a));
    // Six curves a chart, and the line of equal loss through the model that is pointed at.
    await expect.poll(() => figure.locator('.term-curves path.series[d^="M"]').count()).toBe(18);
    await figure.locator('.rate-mark').nth(3).focus();
    await figure.locator('path.rate-level').waitFor({ state: 'attached' });
    await close();
  });
});

it('words light up the chart that they speak of', async () => {
  const { figure, section, close } = await openFigure(1280, { hash: SHORT });
  await figure.getByRole('button', { name: 'Train 6 models' }).click();
  await figure.locator('.term-curves').waitFor();
  await section.getByRole('button', { name: 'R + βK', exact: true }).focus();
  expect(await figure.locator('[data-lit=""]').getAttribute('data-part')).toBe('term-loss');
  await section.getByRole('button', { name: 'one curve', exact: true }).focus();
  expect(await figure.locator('[data-lit=""]').getAttribute('class')).toBe('rates');
  await close();
});
