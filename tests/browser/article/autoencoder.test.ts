/** Two numbers for an image: what the caption says, at two widths. */
import { describe, expect, it } from 'vitest';
import { STILL, useBrowser } from '../site';

const { open } = useBrowser();

describe.each([1280, 390])('at %i px', (width) => {
  it('the answer to what it asks is its own run', async () => {
    const { page, close } = await open({ hash: STILL, viewport: { width, height: 800 } });
    await page.locator('[data-section=autoencoder] .predict').scrollIntoViewIfNeeded();
    const asked = page.getByRole('group', { name: /ten colours/ });
    await asked.getByRole('radio', { name: 'In patches' }).check();
    await asked.getByText('That is what happened.').waitFor();
    const { step, settings } = await page.evaluate(() => {
      const lab = window.labs.autoencoder!;
      return { step: lab.frame!.step, settings: lab.settings };
    });
    expect(step).toBeGreaterThanOrEqual(1000);
    expect(settings).toMatchObject({ beta: 0, noiseScale: 0 });
    await close();
  });

  it('has what the claim needs and no more, and a pin decodes', async () => {
    const { page, close } = await open({ hash: STILL, viewport: { width, height: 800 } });
    const figure = page.locator('#autoencoder');
    await figure.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => window.labs.autoencoder!.frame !== null);
    expect(await figure.getByRole('combobox').count(), 'the data set alone can be chosen').toBe(1);
    expect(await figure.getByRole('slider').count()).toBe(0);
    await page.evaluate(() => window.labs.autoencoder!.step(20));
    const plane = figure.locator('.plane-stage > svg');
    await plane.focus();
    await page.keyboard.press('Enter');
    await figure.locator('.pin-list li canvas').waitFor();
    await close();
  });
});
