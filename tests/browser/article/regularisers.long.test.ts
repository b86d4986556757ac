/** Pull towards the unit circle: what the caption says, at two widths. */
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure, openAnswered } = useFigure('regularisers', { labs: [], part: '.pull-figure' });

/** The numbers of a row: what it costs, and its pulls on μ and on σ. */
const row = async (figure: Locator, name: 'kl' | 'simple'): Promise<number[]> => {
  const cells = await figure.locator(`.pull-row-${name} td`).allTextContents();
  return cells.map((text) => Number(text.replace('−', '-')));
};

describe.each(WIDTHS)('at %i px', (width) => {
  it('near a point one pull is bounded and the other is not; on the prior both are 0', async () => {
    const { page, figure, section, close } = await openFigure(width);
    await section.getByRole('button', { name: 'close to a point' }).click();
    expect(await row(figure, 'kl')).toEqual([1.81, 0, 9.9]);
    expect(await row(figure, 'simple')).toEqual([0.81, 0, 1.8]);
    await section.getByRole('button', { name: 'put it on the prior' }).click();
    expect(await row(figure, 'kl')).toEqual([0, 0, 0]);
    expect(await row(figure, 'simple')).toEqual([0, 0, 0]);
    // By keys: the centre to the right.
    await section.getByRole('slider', { name: 'centre μ' }).focus();
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
    expect(await row(figure, 'kl')).toEqual([0.005, -0.1, 0]);
    await close();
  });

  it('the ellipse is dragged by its middle and by its end', async () => {
    // Without glides: what is dragged stays where it was found.
    const { page, figure, section, close } = await openFigure(width, { reducedMotion: 'reduce' });
    const pad = figure.locator('.pull-plane svg');
    await section.getByRole('button', { name: 'put it on the prior' }).click();
    await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const { x, y, width: across, height } = (await pad.boundingBox())!;
    const unit = across / 8.8;
    const middle = { x: x + across / 2, y: y + height / 2 };
    const drag = async (from: number, by: number): Promise<void> => {
      await page.mouse.move(middle.x + from * unit, middle.y);
      await page.mouse.down();
      await page.mouse.move(middle.x + (from + by) * unit, middle.y, { steps: 4 });
      await page.mouse.up();
    };
    const value = (name: string): Promise<number> =>
      figure.getByRole('slider', { name }).evaluate((slider) => Number((slider as HTMLInputElement).value));
    await drag(0, -2);
    expect(await value('centre μ')).toBeCloseTo(-2, 1);
    await drag(-1, -0.5);
    expect(await value('axis σ')).toBeCloseTo(0.5, 1);
    expect(await value('centre μ')).toBeCloseTo(-2, 1);
    await close();
  });

  it('asks first, and then shows it', async () => {
    const prediction = {
      question: /shrink to a point/,
      answer: 'Both harder and harder',
      outcome: 'What happened: The squared distance with a bounded pull',
    };
    const { figure, close } = await openAnswered(prediction, width);
    await figure.locator('.pull-figure').waitFor();
    expect(await row(figure, 'kl')).toEqual([2.5, 0, 19.9]);
    await close();
  });
});

it('words of the text light up what they speak of, and keep it when they are pressed', async () => {
  const { page, figure, close } = await openFigure();
  await figure.locator('.pull-figure').waitFor();
  const words = page.getByRole('button', { name: 'the curves over σ' });
  const lit = figure.locator('[data-lit]');
  await words.focus();
  expect(await lit.count()).toBe(1);
  await words.blur();
  expect(await lit.count()).toBe(0);
  await words.click();
  await page.mouse.move(5, 5);
  expect(await words.getAttribute('aria-pressed')).toBe('true');
  expect(await lit.count()).toBe(1);
  await close();
});
