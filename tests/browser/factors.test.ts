import { expect, it } from 'vitest';
import { STILL, useBrowser } from './site';

const browser = useBrowser();

const SHAPES = `${STILL}&d=shapes&dv=shape.size.x&dn=600&px=8&b=1&s=1&co=size`;

it('what the axes tell of the factors is in a drawer, colours the plane and stays in the address', async () => {
  const { page, complaints, close } = await browser.open({ hash: SHAPES });
  await page.evaluate(() => window.lab.step(400));
  const key = page.locator('.colour-key');
  await expect.poll(() => key.textContent()).toMatch(/^size 0\.\d+0\.\d+$/);
  const drawer = page.locator('.factors');
  await drawer.locator('summary').click();
  await drawer.locator('table[data-step="400"]').waitFor();
  const { names, information, count } = await page.evaluate(() => window.lab.survey('factors', {}));
  expect(names).toEqual(['class', 'size', 'x']);
  expect(count).toBe(600);
  const cells = (await drawer.locator('tbody td').allTextContents()).map(Number);
  // Of every factor the two axes, and the gap.
  for (const k of [0, 1, 2])
    for (const axis of [0, 1]) expect(cells[3 * k + axis]).toBeCloseTo(information[3 * axis + k]!, 2);
  // After so many steps one of the axes tells where the shape is; chance alone would tell less than a tenth of that.
  expect(Math.max(information[2]!, information[5]!)).toBeGreaterThan(0.3);
  for (const width of [1280, 300]) {
    await page.setViewportSize({ width, height: 800 });
    await drawer.getByRole('button', { name: 'x, from the left' }).press('Enter');
    await expect.poll(() => key.textContent()).toMatch(/^x, from the left 0\.\d+0\.\d+$/);
    await expect.poll(() => page.url()).toContain('co=x');
    await drawer.getByRole('button', { name: 'class' }).press('Enter');
    await expect.poll(() => key.textContent()).toMatch(/^classsquareellipsetriangleheart/);
    await expect.poll(() => page.url()).not.toContain('co=');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  // Other factors vary as the reader chooses, beside what is said of the images.
  const about = page.locator('.about-images');
  await about.locator('summary').click();
  await about.getByLabel('angle').check();
  await expect.poll(() => page.url()).toContain('dv=shape.size.angle.x');
  await expect
    .poll(() => page.evaluate(() => window.lab.dataset!.factors!.map(({ name }) => name)))
    .toEqual(['size', 'angle', 'x']);
  await expect.poll(() => about.locator('summary').textContent()).toBe('600 images, 8 × 8');
  expect(complaints).toEqual([]);
  await close();
});
