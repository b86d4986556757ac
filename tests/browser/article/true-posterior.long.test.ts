/** The true posterior behind the ellipse: what the caption says, at two widths. */
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure } = useFigure('true-posterior');

describe.each(WIDTHS)('at %i px', (width) => {
  it('an image that is picked has its true posterior under its ellipse, and the gap between them large', async () => {
    const { page, figure, step, close } = await openFigure(width);
    await step(300);
    const large = figure.locator('.large-number[data-step="300"]');
    await large.waitFor();
    const shown = async (): Promise<number> =>
      Number.parseFloat((await large.locator('output').textContent())!.replace('−', '-'));
    const gapOf = (index: number): Promise<number> =>
      page.evaluate(async (image) => {
        const lab = window.labs['true-posterior']!;
        const { truth } = await lab.survey('posterior', { index: image, axes: [0, 1], size: 8 }, 'mine');
        return truth!.gap;
      }, index);
    const index = Number(await figure.locator('.sample').getAttribute('data-index'));
    expect(await shown()).toBeCloseTo(await gapOf(index), 1);
    expect(await shown()).toBeGreaterThan(0);
    expect(await figure.locator('.true-posterior path').count()).toBe(2);
    await figure.getByRole('button', { name: 'Next image' }).click();
    await large.getByText(`image ${index + 1}`).waitFor();
    await expect.poll(shown).toBeCloseTo(await gapOf(index + 1), 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await close();
  });

  it('nothing of it is in the address until something is changed; words of the text have its ellipses tilt', async () => {
    const { page, section, close } = await openFigure(width);
    expect(await page.evaluate(() => location.hash)).not.toContain('true-posterior.');
    await section.getByRole('button', { name: 'let the ellipses tilt' }).click();
    await page.waitForFunction(() => window.labs['true-posterior']!.frame?.plane.correlation != null);
    await page.waitForFunction(() => location.hash.includes('true-posterior.q=full'));
    expect(await page.evaluate(() => location.hash)).not.toContain('true-posterior.x=');
    await close();
  });
});
