/** Linear before nonlinear: what the caption says, at two widths. */
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure } = useFigure('pca', { labs: ['pca', 'pca.right'] });

/** The largest height over the width of what is drawn of a surface, seen from the side. */
const thickness = (figure: Locator): Promise<number> =>
  figure.locator('[data-part=side] :is(.pca-line, .pca-axis)').evaluateAll((lines) => {
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

describe.each(WIDTHS)('at %i px', (width) => {
  it('PCA and the linear model are planes seen edge-on, the deep one is not; and their errors are in that order', async () => {
    const { figure, section, step, close } = await openFigure(width);
    await step(1500);
    await section.locator('.pca-views[data-step="1500"]').waitFor();
    await section.getByRole('button', { name: 'PCA’s plane' }).click();
    expect(await thickness(figure)).toBe(0);
    await section.getByRole('button', { name: 'the linear autoencoder' }).click();
    expect(await figure.getByRole('radio', { name: 'linear autoencoder' }).isChecked()).toBe(true);
    expect(await thickness(figure)).toBeLessThan(0.1);
    await section.getByRole('button', { name: 'the deep one' }).click();
    await section.locator('.pca-views[data-step="1500"]').waitFor();
    expect(await thickness(figure)).toBeGreaterThan(0.2);
    const errors = await figure.locator('.pca-choice output').allTextContents();
    const [pca, linear, deep] = errors.map(Number);
    expect(linear!).toBeGreaterThan(pca!);
    expect(linear!).toBeLessThan(1.1 * pca!);
    expect(deep!).toBeLessThan(pca!);
    await close();
  });
});
