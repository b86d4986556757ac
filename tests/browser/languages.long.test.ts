/** Which language the page opens in: what its address says, else the document, else the reader's system. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { STILL, useBrowser } from './site';

const browser = useBrowser();
const site = inject('siteUrl');

it.each([
  { path: '', locale: 'en-US', more: '', lang: 'en' },
  { path: '', locale: 'zh-CN', more: '', lang: 'zh-Hans' },
  { path: 'zh/', locale: 'en-US', more: '', lang: 'zh-Hans' },
  { path: 'zh/', locale: 'de-DE', more: '', lang: 'zh-Hans' },
  { path: 'zh/', locale: 'zh-CN', more: '&lang=en', lang: 'en' },
  { path: '', locale: 'en-US', more: '&lang=zh', lang: 'zh-Hans' },
])('/$path$more opens in $lang for a reader of $locale', async ({ path, locale, more, lang }) => {
  const { page, complaints, close } = await browser.open({ url: site + path, hash: STILL + more, locale });
  await page.locator(`html[lang="${lang}"] .prose h2`).first().waitFor();
  const text = (await page.locator('.controls').textContent())!;
  expect(/\p{Script=Han}/u.test(text)).toBe(lang !== 'en');
  expect(complaints).toEqual([]);
  await close();
});

it('a reader of the Chinese page has English at hand, and its links lead to files of the site', async () => {
  const { page, close } = await browser.open({ url: `${site}zh/`, hash: STILL });
  const notices = await page
    .locator('.foot a[href$="third-party-notices.txt"]')
    .evaluate((link) => (link as HTMLAnchorElement).href);
  expect(notices).toBe(`${site}third-party-notices.txt`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[lang="en"]').waitFor();
  await page.waitForFunction(() => location.hash.includes('lang=en'));
  expect(await page.evaluate(async () => (await window.lab.step(2)).step)).toBe(2);
  await close();
});

describe('before any script', () => {
  const html = (path: string): string => readFileSync(join(inject('siteFolder'), path), 'utf8');

  it('the Chinese page is Chinese from beginning to end', () => {
    const text = html('zh/index.html');
    expect(text).toMatch(/<html[^>]* lang="zh-Hans"/);
    expect(text).toMatch(/<h1>\p{Script=Han}+<\/h1>/u);
    // But for the titles of what there is to read.
    expect(text.replace(/<ol class="reading">.*?<\/ol>/s, '')).not.toContain(' lang="en"');
    const paragraphs = [...text.matchAll(/<p[^>]*>(.*?)<\/p>/gs)].map(([, inner]) => inner!);
    expect(paragraphs.length).toBeGreaterThan(5);
    expect(paragraphs.filter((inner) => !/\p{Script=Han}/u.test(inner))).toEqual([]);
  });

  it('the first page is English, with what may fail in both languages', () => {
    const text = html('index.html');
    expect(text).toMatch(/<h1>[\x20-\x7e]+<\/h1>/);
    expect(text).toMatch(/<p lang="zh-Hans" hidden data-cause="missing">/);
    expect(text).toMatch(/<p lang="en" hidden data-cause="missing">/);
  });

  it.each([
    { path: 'zh/', locale: 'en-US', hash: '', pattern: /页面程序没有取到/ },
    { path: '', locale: 'en-US', hash: '', pattern: /The program of this page did not come/ },
    { path: '', locale: 'zh-CN', hash: '', pattern: /页面程序没有取到/ },
    { path: 'embed.html', locale: 'en-US', hash: '#lang=zh', pattern: /页面程序没有取到/ },
  ])('/$path$hash says in the language of its reader ($locale) that its program did not come', async (reader) => {
    await browser.use({ locale: reader.locale }, async (page) => {
      await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404, body: 'Not found' }));
      await page.goto(site + reader.path + reader.hash);
      await page.getByRole('alert').getByText(reader.pattern).waitFor();
      expect(await page.locator('[data-cause]').filter({ visible: true }).count()).toBe(1);
    });
  });
});
