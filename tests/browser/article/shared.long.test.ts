/** A figure without a model of its own, shared: by its address, and as a figure in somebody else's page. */
import { expect, inject, it } from 'vitest';
import { STILL, useBrowser } from '../site';
import { useFigure } from './figure';

const { open } = useBrowser();
const { openFigure } = useFigure('kl', { labs: [], part: '.own-share' });

it('keeps in the address what it is set to, and its link and its code open with that', {
  timeout: 120_000,
}, async () => {
  const { page, figure, close } = await openFigure();
  await figure.getByRole('slider', { name: 'centre μ of q' }).fill('2');
  await figure.getByRole('button', { name: '1,000 more' }).click();
  await page.waitForFunction(() => location.hash.includes('kl.draws=1010'));
  expect(await page.evaluate(() => location.hash)).toContain('kl.mu=2&kl.draws=1010');
  await figure.getByRole('button', { name: 'Embed' }).click();
  const dialog = page.getByRole('dialog');
  const code = dialog.getByRole('textbox', { name: 'Code' });
  await expect.poll(() => code.inputValue()).toContain('state="kl.mu=2&amp;kl.draws=1010"');
  const preview = page.frameLocator('dialog iframe');
  await preview.getByText('Draws of q: 1,010').waitFor();
  // Its caption is below it, and sets it.
  await preview.locator('.caption').getByRole('button', { name: 'draw 1,000 codes' }).click();
  await preview.getByText('Draws of q: 1,000').waitFor();
  await dialog.locator('summary').click();
  await dialog.getByRole('checkbox', { name: 'Caption' }).uncheck();
  await expect.poll(() => code.inputValue()).toContain('hide="caption"');
  await preview.getByText('Draws of q: 1,010').waitFor();
  expect(await preview.locator('.caption').count()).toBe(0);
  await close();
});

it('tells what of its address it does not understand, though it has not come near', async () => {
  const { page, close } = await open({ hash: `${STILL}&kl.mu=99&kl.draws=20` });
  await page.getByText('kl.mu=99').waitFor();
  await page.waitForFunction(() => location.hash === '#v=1&kl.draws=20&play=0');
  await close();
});

it('has its caption in the language of an embed', async () => {
  const { page, close } = await open({
    url: `${inject('siteUrl')}embed.html#figure=shapes&lang=zh&autoplay=0&shapes.cloud=1`,
  });
  await page.locator('.caption').getByText('试一试').waitFor();
  expect(await page.getByRole('radio', { name: '线', exact: true }).isChecked()).toBe(true);
  await page.locator('.caption').getByRole('button', { name: '环' }).click();
  expect(await page.getByRole('radio', { name: '环', exact: true }).isChecked()).toBe(true);
  await close();
});
