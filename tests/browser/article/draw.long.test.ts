/** Your own drawing: what the caption says, at two widths. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answered } from '../pad';
import { useFigure, WIDTHS } from './figure';

const { openFigure } = useFigure('draw');

/** Where the ellipse of the drawing is. */
const ellipse = (page: Page) =>
  page.evaluate(() => {
    const { mu } = window.labs.draw!.frame!.given.pad!.posteriors;
    return { x: mu[0]!, y: mu[1]! };
  });

describe.each(WIDTHS)('at %i px', (width) => {
  it('an image on the pad has its ellipse, which goes elsewhere when half of it is erased', async () => {
    const { page, figure, section, step, close } = await openFigure(width);
    await step(300);
    const pad = figure.locator('.draw-pad');
    await pad.waitFor();
    expect(await figure.locator('.draw-opener').count(), 'it is open from the first').toBe(0);
    await section.getByRole('button', { name: 'Put an image on the pad' }).click();
    await answered(page, 'draw');
    const before = await ellipse(page);
    await figure.locator('.drawn-after .outline').waitFor();
    await figure.getByRole('button', { name: 'Erase', exact: true }).click();
    await pad.scrollIntoViewIfNeeded();
    const box = (await pad.boundingBox())!;
    await page.mouse.move(box.x + 0.1 * box.width, box.y + 0.6 * box.height);
    await page.mouse.down();
    for (const [across, down] of [
      [0.9, 0.6],
      [0.1, 0.75],
      [0.9, 0.75],
      [0.1, 0.9],
      [0.9, 0.9],
    ] as const)
      await page.mouse.move(box.x + across * box.width, box.y + down * box.height, { steps: 5 });
    await page.mouse.up();
    await answered(page, 'draw');
    const after = await ellipse(page);
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeGreaterThan(0.05);
    await close();
  });
});
