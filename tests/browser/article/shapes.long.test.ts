/** What shape is the code space: clouds are picked and painted, and the codes of a model are judged, at two widths. */
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure } = useFigure('shapes', { labs: [], part: '.cloud-verdict output' });

const verdict = (figure: Locator) => figure.locator('.cloud-verdict output');

describe.each(WIDTHS)('at %i px', (width) => {
  it('clouds that are picked are judged to be what they are', async () => {
    const { figure, close } = await openFigure(width);
    for (const name of ['irregular', 'line', 'ring', 'disc']) {
      await figure.getByRole('radio', { name, exact: true }).check();
      await expect.poll(() => verdict(figure).textContent()).toBe(name);
    }
    await close();
  });

  it('a ring is none any more when its middle is painted, or a piece of it erased', async () => {
    const { page, figure, section, close } = await openFigure(width);
    const ring = section.getByRole('button', { name: 'the ring' });
    const pad = figure.locator('.cloud-pad');
    await ring.click();
    expect(await verdict(figure).textContent()).toBe('ring');
    await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const stroke = async (from: [number, number], to: [number, number]): Promise<void> => {
      const { x, y, width: side } = (await pad.boundingBox())!;
      await page.mouse.move(x + from[0] * side, y + from[1] * side);
      await page.mouse.down();
      await page.mouse.move(x + to[0] * side, y + to[1] * side, { steps: 30 });
      await page.mouse.up();
    };
    for (const level of [0.45, 0.5, 0.55]) await stroke([0.42, level], [0.58, level]);
    await expect.poll(() => verdict(figure).textContent()).not.toBe('ring');
    expect(await figure.getByRole('radio', { name: 'your own' }).isChecked()).toBe(true);
    await ring.click();
    await expect.poll(() => verdict(figure).textContent()).toBe('ring');
    await figure.getByRole('radio', { name: 'erases' }).check();
    await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    for (const place of [0.68, 0.72, 0.76, 0.8]) await stroke([place, 0.3], [place, 0.7]);
    await expect.poll(() => verdict(figure).textContent()).not.toBe('ring');
    await close();
  });

  it('the codes of the model are judged as it trains, and the four questions are answered', async () => {
    const { page, figure, section, step, close } = await openFigure(width);
    await section.getByRole('button', { name: 'a bar that turns' }).click();
    // Of the bars: the digits train on until these have come.
    await page.waitForFunction(() => {
      const { frame } = window.labs.shapes!;
      return frame !== null && frame.stride * frame.plane.mu.length === 2000 && frame.step > 0;
    });
    await page.evaluate(() => window.labs.shapes!.pause());
    await step(800);
    expect(await figure.getByRole('radio', { name: 'codes of the autoencoder' }).isChecked()).toBe(true);
    await expect.poll(() => verdict(figure).textContent()).toBe('ring');
    await figure.locator('.questions summary').click();
    await figure.locator('.questions-body h3').first().waitFor();
    expect(await figure.locator('.questions-body h3').count()).toBe(4);
    await close();
  });
});

it('is painted by keys', async () => {
  const { page, figure, close } = await openFigure();
  await figure.getByRole('button', { name: 'Empty' }).click();
  await expect.poll(() => verdict(figure).textContent()).toBe('too few points');
  await figure.locator('.cloud-pad').focus();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
  }
  await expect.poll(() => verdict(figure).textContent()).toBe('line');
  await close();
});
