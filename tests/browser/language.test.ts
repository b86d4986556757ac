/** The page where the reader changes its language. */
import { expect, inject, it } from 'vitest';
import { manifestOf } from './builtSite';
import { STILL, useBrowser } from './site';

const browser = useBrowser();

it('keeps the text that is there until that of the other language has come', async () => {
  const manifest = manifestOf(inject('siteFolder'));
  const files = ['lab', 'pca'].map((section) => `**/${manifest[`src/article/sections/${section}/zh.mdx`]!.file}`);
  const { page, close } = await browser.open({
    hash: STILL,
    before: async (made) => {
      for (const file of files) await made.route(file, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    },
  });
  const text = page.locator('.prose h2').first();
  await text.waitFor();
  const english = await text.textContent();
  await page.getByRole('button', { name: '中文' }).click();
  const again = page.getByRole('alert').getByRole('button', { name: '再试一次' });
  await again.waitFor();
  expect(await text.textContent()).toBe(english);
  const section = page.locator('[data-section=lab]');
  expect(await section.getAttribute('lang'), 'and says in which language it is').toBe('en');
  for (const file of files) await page.unroute(file);
  await again.click();
  for (const id of ['lab', 'pca']) await page.locator(`[data-section=${id}]:lang(zh-Hans) h2`).waitFor();
  expect(await text.textContent()).toMatch(/\p{Script=Han}/u);
  expect(await again.count()).toBe(0);
  await close();
});
