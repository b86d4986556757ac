/** The gaps: an autoencoder beside a VAE, what the caption says, at two widths. */
import { describe, expect, it } from 'vitest';
import { STILL, useBrowser } from '../site';

const { open } = useBrowser();

describe.each([1280, 390])('at %i px', (width) => {
  it('each plane has a window of its own, which holds its codes, and a pointer that decodes', async () => {
    const { page, close } = await open({ hash: STILL, viewport: { width, height: 800 } });
    const figure = page.locator('#gaps');
    await figure.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => window.labs.gaps!.frame != null && window.labs['gaps.right']!.frame != null);
    await page.evaluate(() => window.labs.gaps!.step(400));
    const planes = figure.locator('.plane-stage > svg');
    expect(await planes.count()).toBe(2);
    // A key on one plane moves a cross there, and there alone.
    await planes.nth(1).focus();
    await page.keyboard.press('ArrowRight');
    await figure.locator('.small-pair > section').nth(1).locator('.lens canvas').waitFor();
    expect(await figure.locator('.lens').count()).toBe(1);
    await close();
  });

  it('shows completeness and continuity of both, of the same step', async () => {
    const { page, close } = await open({ hash: STILL, viewport: { width, height: 800 } });
    const figure = page.locator('#gaps');
    await figure.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => window.labs.gaps!.frame != null && window.labs['gaps.right']!.frame != null);
    await page.evaluate(() => window.labs.gaps!.step(1500));
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
  const { page, close } = await open({ hash: STILL });
  await page.locator('[data-section=gaps] .predict').scrollIntoViewIfNeeded();
  const asked = page.getByRole('group', { name: /Draw codes at random/ });
  await asked.getByRole('radio', { name: 'In the VAE nearly all' }).check();
  await asked.getByText('That is what happened.').waitFor();
  const steps = await page.evaluate(() => ['gaps', 'gaps.right'].map((id) => window.labs[id]!.frame!.step));
  for (const step of steps) expect(step).toBeGreaterThanOrEqual(900);
  await close();
});
