/** Straight before curved: what the caption says, at two widths. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { STILL, useBrowser } from '../site';

const { open } = useBrowser();

/** The largest height over the width of what is drawn of a surface, seen from the side. */
const thickness = (page: Page): Promise<number> =>
  page.locator('#pca [data-part=side] :is(.pca-line, .pca-axis)').evaluateAll((lines) => {
    const boxes = lines.map((line) => (line as unknown as SVGGraphicsElement).getBBox());
    const span = (from: number[], to: number[]): number => Math.max(...to) - Math.min(...from);
    const high = span(
      boxes.map(({ y }) => y),
      boxes.map(({ y, height }) => y + height),
    );
    const wide = span(
      boxes.map(({ x }) => x),
      boxes.map(({ x, width }) => x + width),
    );
    return high / wide;
  });

describe.each([1280, 390])('at %i px', (width) => {
  it('PCA and the linear model are planes seen edge-on, the deep one is not; and their errors are in that order', async () => {
    const { page, close } = await open({ hash: STILL, viewport: { width, height: 800 } });
    const section = page.locator('[data-section=pca]');
    await page.locator('#pca').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => window.labs.pca!.frame != null && window.labs['pca.right']!.frame != null);
    await page.evaluate(() => window.labs.pca!.step(1500));
    await section.locator('.pca-views[data-step="1500"]').waitFor();
    await section.getByRole('button', { name: 'PCA’s plane' }).click();
    expect(await thickness(page)).toBe(0);
    await section.getByRole('button', { name: 'the linear autoencoder' }).click();
    expect(await page.locator('#pca').getByRole('radio', { name: 'linear autoencoder' }).isChecked()).toBe(true);
    expect(await thickness(page)).toBeLessThan(0.1);
    await section.getByRole('button', { name: 'the deep one' }).click();
    await section.locator('.pca-views[data-step="1500"]').waitFor();
    expect(await thickness(page)).toBeGreaterThan(0.2);
    const errors = await page.locator('#pca .pca-choice output').allTextContents();
    const [pca, linear, deep] = errors.map(Number);
    expect(linear!).toBeGreaterThan(pca!);
    expect(linear!).toBeLessThan(1.1 * pca!);
    expect(deep!).toBeLessThan(pca!);
    await close();
  });
});
