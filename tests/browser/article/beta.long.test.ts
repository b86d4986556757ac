/** One axis, one factor, and then none: the predicted run, and β raised from there on. */
import { expect, it } from 'vitest';
import { STILL, useBrowser } from '../site';

const { open } = useBrowser();

it('one axis is left for each factor, then axes are given up, and are marked', async () => {
  const { page, close } = await open({ hash: STILL, viewport: { width: 1280, height: 800 } });
  const section = page.locator('[data-section=beta]');
  const figure = page.locator('#beta');
  await section.locator('.predict').scrollIntoViewIfNeeded();
  await section.getByRole('radio', { name: 'One axis is left for each factor' }).check();
  await section.getByText('That is what happened.').waitFor({ timeout: 240_000 });
  const unused = figure.locator('.axes-row[data-used="false"]');
  await expect.poll(() => unused.count(), { timeout: 30_000 }).toBe(2);
  await section.getByRole('button', { name: 'to 32' }).click();
  await expect.poll(() => unused.count(), { timeout: 240_000 }).toBe(5);
  await expect.poll(() => figure.locator('.large-number output').textContent(), { timeout: 30_000 }).toBe('0');
  await close();
}, 600_000);
