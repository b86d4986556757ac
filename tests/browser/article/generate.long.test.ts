/** Images that nobody drew: what the caption says, at two widths. */
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure } = useFigure('generate');

/** Parts of images in the place that is looked at, in per cent, the largest first. */
const shares = async (figure: Locator): Promise<number[]> =>
  (await figure.locator('.blend-shares span').allTextContents()).map((text) =>
    Number.parseFloat(text.replace('<', '')),
  );

describe.each(WIDTHS)('at %i px', (width) => {
  it('draws from the prior, leads from code to code, and adds them up', async () => {
    const { page, figure, section, step, close } = await openFigure(width);
    await step(400);
    await section.getByRole('button', { name: 'Draw sixteen codes' }).click();
    await expect.poll(() => figure.locator('.prior-tiles li').count()).toBe(16);
    await section.getByRole('button', { name: 'Pin a 0 and a 1' }).click();
    await figure.locator('.path-images canvas').waitFor();
    expect(await figure.locator('.pin-list li').count()).toBe(2);
    const places = await page.evaluate(() => {
      const { frame, pins } = window.labs.generate!;
      const { mu } = frame!.plane;
      return {
        pinned: pins.all.map(({ x, y }) => [x, y]),
        centres: [
          [mu[0], mu[1]],
          [mu[2], mu[3]],
        ],
      };
    });
    expect(places.pinned).toEqual(places.centres);
    await section.getByRole('button', { name: 'With a third' }).click();
    await expect.poll(() => figure.locator('.sum-line .tile').count()).toBe(4);
    await close();
  });

  it('has beside a decode the images that share the place, and says that points share none', async () => {
    const { page, figure, step, close } = await openFigure(width);
    await step(400);
    const stage = figure.locator('.plane-stage > svg');
    await stage.scrollIntoViewIfNeeded();
    await stage.hover();
    await expect.poll(async () => (await shares(figure)).length).toBeGreaterThan(2);
    const parts = await shares(figure);
    expect(parts).toEqual(parts.toSorted((a, b) => b - a));
    expect(await figure.locator('.blend-pair figure:visible').count()).toBe(2);
    await page.evaluate(() => window.labs.generate!.set({ noiseScale: 0 }));
    await figure.getByText('Points share no place').waitFor();
    expect(await figure.locator('.blend-pair figure:visible').count()).toBe(1);
    await close();
  });
});
