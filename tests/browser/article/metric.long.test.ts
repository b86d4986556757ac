/** How the decoder bends space: what the caption says, at two widths. */
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure } = useFigure('metric');

describe.each(WIDTHS)('at %i px', (width) => {
  it('the geodesic between the two pins is shorter than the straight line, and goes with them', async () => {
    const { page, figure, step, close } = await openFigure(width);
    await step(300);
    const part = figure.locator('.geodesic-part[data-step="300"]');
    await part.waitFor();
    const lengths = async (): Promise<number[]> =>
      (await part.textContent())!.match(/length [\d.]+/g)!.map((text) => Number(text.slice(7)));
    const [path, straight] = await lengths();
    expect(path).toBeLessThan(straight!);
    await figure.locator('.predicted .outline').waitFor();
    await figure.locator('.pin').nth(1).focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await lengths())[0]).not.toBe(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await close();
  });

  it('words of the text show the small ellipses of equal change, while they are pointed at', async () => {
    const { page, figure, section, close } = await openFigure(width);
    const words = section.getByRole('button', { name: 'Small ellipses' });
    await words.focus();
    await figure.locator('.indicatrix').first().waitFor();
    await words.blur();
    await expect.poll(() => figure.locator('.indicatrix').count()).toBe(0);
    expect(await page.evaluate(() => window.labs.metric!.layers.shown)).toEqual([
      'stretch',
      'points',
      'predicted',
      'geodesic',
    ]);
    await close();
  });
});
