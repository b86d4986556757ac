/** Each ellipse, or all of them: what the caption says, at two widths. */
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure, openAnswered } = useFigure('surgery', { part: '.kl-parts' });

describe.each(WIDTHS)('at %i px', (width) => {
  it('the KL is the sum of its parts, of which the second closes and the first stays', async () => {
    const { figure, step, close } = await openFigure(width);
    const chart = figure.locator('.kl-parts');
    /** The three numbers, once they are of this step. */
    const numbersAt = async (at: number): Promise<number[]> => {
      await expect.poll(() => chart.getAttribute('data-step')).toBe(String(at));
      return (await chart.locator('output').allTextContents()).map(Number);
    };
    const [each, own, together] = await numbersAt(0);
    expect(own! + together!).toBeCloseTo(each!, 1);
    expect(together, 'at first a good part of it').toBeGreaterThan(0.3 * each!);
    await step(1500);
    const [eachThen, ownThen, togetherThen] = await numbersAt(1500);
    expect(ownThen! + togetherThen!).toBeCloseTo(eachThen!, 1);
    expect(togetherThen, 'all of them all but the circle').toBeLessThan(0.1 * eachThen!);
    expect(ownThen, 'none of them the circle').toBeGreaterThan(1);
    const heights = await chart
      .locator('.band')
      .evaluateAll((all) =>
        all.map((band) => [band.getAttribute('class'), (band as SVGPathElement).getBBox().height] as const),
      );
    expect(new Set(heights.map(([name]) => name))).toEqual(
      new Set(['band band-mutualInformation', 'band band-planeKl']),
    );
    for (const [, height] of heights) expect(height).toBeGreaterThan(5);
    await close();
  });

  it('words show all ellipses together on the plane, and the part that they speak of', async () => {
    const { page, figure, section, close } = await openFigure(width);
    const layers = (): Promise<readonly string[]> => page.evaluate(() => window.labs.surgery!.layers.shown);
    await section.getByRole('button', { name: 'all ellipses together', exact: true }).click();
    expect(await layers()).toContain('density');
    // Where it pressed, the pointer would come to lie on other words as the page scrolls, which then show their part as well.
    await page.mouse.move(5, 5);
    for (const [words, part] of [
      ['what its code reveals about the image', 'own'],
      ['what separates all ellipses together from the prior', 'together'],
      ['the blue band', 'bands'],
    ] as const) {
      await section.getByRole('button', { name: words, exact: true }).focus();
      expect(await figure.locator('[data-lit]').getAttribute('data-part')).toBe(part);
    }
    await close();
  });

  it('asks first, and the answer is its own run', async () => {
    const prediction = {
      question: /What becomes the unit circle/,
      answer: 'Each ellipse',
      outcome: 'What happened: All ellipses together',
    };
    const { page, close } = await openAnswered(prediction, width);
    const measures = await page.evaluate(() => window.labs.surgery!.measure());
    expect(measures.step).toBeGreaterThanOrEqual(2000);
    expect(measures.aggregateKl).toBeLessThan(0.3);
    expect(measures.meanSigma, 'no ellipse is the circle').toBeLessThan(0.5);
    await close();
  });
});
