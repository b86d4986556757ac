/** The gaps: an autoencoder beside a VAE, what the caption says, at two widths. */
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure, openAnswered } = useFigure('gaps', { labs: ['gaps', 'gaps.right'] });

describe.each(WIDTHS)('at %i px', (width) => {
  it('each plane has a window of its own, which holds its codes, and a pointer that decodes', async () => {
    const { page, figure, step, close } = await openFigure(width);
    await step(400);
    const planes = figure.locator('.plane-stage > svg');
    expect(await planes.count()).toBe(2);
    expect(await figure.locator('.small-side').allTextContents()).toEqual(['Autoencoder β 0, σ 0', 'VAE β 1, σ 1']);
    // The left one's codes reach farther out: in its window, which holds them, the unit circle is smaller.
    const unit = async (side: number): Promise<number> =>
      Number(await planes.nth(side).locator('circle.prior-1').getAttribute('r'));
    await expect.poll(async () => (await unit(0)) / (await unit(1))).toBeLessThan(0.5);
    // A key on one plane moves a cross there, and there alone.
    await planes.nth(1).focus();
    await page.keyboard.press('ArrowRight');
    await figure.locator('.small-pair > section').nth(1).locator('.lens canvas').waitFor();
    expect(await figure.locator('.lens').count()).toBe(1);
    await close();
  });

  it('shows completeness and continuity of both, of the same step', async () => {
    const { figure, step, close } = await openFigure(width);
    await step(1500);
    await figure.locator('[data-part=continuity][data-step="1500"]').nth(1).waitFor();
    const read = async (part: string): Promise<number[]> =>
      (await figure.locator(`[data-part=${part}] output`).allTextContents()).map((text) => Number.parseFloat(text));
    const [left, right] = await read('completeness');
    expect(right!).toBeGreaterThan(left!);
    const [rough, smooth] = await read('continuity');
    expect(smooth!).toBeLessThan(rough!);
    await close();
  });
});

it('answers what it asks with its own run of both models', async () => {
  const prediction = {
    question: /drawn at random/,
    answer: 'In the VAE nearly all',
    outcome: 'That is what happened.',
  };
  const { page, close } = await openAnswered(prediction);
  const steps = await page.evaluate(() => ['gaps', 'gaps.right'].map((id) => window.labs[id]!.frame!.step));
  for (const step of steps) expect(step).toBeGreaterThanOrEqual(900);
  await close();
});
