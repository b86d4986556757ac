/** Pull towards the unit circle: what the caption says, at two widths. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { STILL, useBrowser } from '../site';

const { open } = useBrowser();

/** The numbers of a row: what it costs, and its pulls on μ and on σ. */
const row = async (page: Page, name: 'kl' | 'simple'): Promise<number[]> => {
  const cells = await page.locator(`#regularisers .pull-row-${name} td`).allTextContents();
  return cells.map((text) => Number(text.replace('−', '-')));
};

describe.each([1280, 390])('at %i px', (width) => {
  it('near a point one pull is bounded and the other is not; on the prior both are 0', async () => {
    const { page, close } = await open({ hash: STILL, viewport: { width, height: 800 } });
    await page.locator('#regularisers').scrollIntoViewIfNeeded();
    const section = page.locator('[data-section=regularisers]');
    await section.locator('.pull-figure').waitFor();
    await section.getByRole('button', { name: 'close to a point' }).click();
    expect(await row(page, 'kl')).toEqual([1.81, 0, 9.9]);
    expect(await row(page, 'simple')).toEqual([0.81, 0, 1.8]);
    await section.getByRole('button', { name: 'put it on the prior' }).click();
    expect(await row(page, 'kl')).toEqual([0, 0, 0]);
    expect(await row(page, 'simple')).toEqual([0, 0, 0]);
    // By keys: the centre to the right.
    await section.getByRole('slider', { name: 'centre μ' }).focus();
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
    expect(await row(page, 'kl')).toEqual([0.005, -0.1, 0]);
    await close();
  });

  it('the ellipse is dragged by its middle and by its end', async () => {
    // Without glides: what is dragged stays where it was found.
    const { page, close } = await open({ hash: STILL, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    const pad = page.locator('#regularisers .pull-plane svg');
    await page.locator('#regularisers').scrollIntoViewIfNeeded();
    await pad.waitFor();
    await page.locator('[data-section=regularisers]').getByRole('button', { name: 'put it on the prior' }).click();
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
      page
        .locator('#regularisers')
        .getByRole('slider', { name })
        .evaluate((slider) => Number((slider as HTMLInputElement).value));
    await drag(0, -2);
    expect(await value('centre μ')).toBeCloseTo(-2, 1);
    await drag(-1, -0.5);
    expect(await value('axis σ')).toBeCloseTo(0.5, 1);
    expect(await value('centre μ')).toBeCloseTo(-2, 1);
    await close();
  });

  it('asks first, and then shows it', async () => {
    const { page, close } = await open({ hash: STILL, viewport: { width, height: 800 } });
    await page.locator('[data-section=regularisers] .predict').scrollIntoViewIfNeeded();
    const asked = page.getByRole('group', { name: /shrink to a point/ });
    await asked.getByRole('radio', { name: 'Both ever harder' }).check();
    await asked.getByText('What happened: The squared distance with a bounded pull').waitFor();
    await page.locator('#regularisers .pull-figure').waitFor();
    expect(await row(page, 'kl')).toEqual([2.5, 0, 19.9]);
    await close();
  });
});

it('words of the text light up what they speak of, and keep it when they are pressed', async () => {
  const { page, close } = await open({ hash: STILL });
  await page.locator('#regularisers').scrollIntoViewIfNeeded();
  await page.locator('#regularisers .pull-figure').waitFor();
  const words = page.getByRole('button', { name: 'the curves over σ' });
  const lit = page.locator('#regularisers [data-lit]');
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
