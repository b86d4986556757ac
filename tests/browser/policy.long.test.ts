/** What the site allows itself, and that it holds: in every other test of the page, too, a breach is a failure. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { CONTENT_POLICY, HEADERS } from '../../site/policy';
import { CHROME_FLAGS, findChrome } from '../support/chrome';
import { barImages } from '../support/idx';
import { documentsOf } from './builtSite';
import { openContext } from './context';
import { useBrowser } from './site';
import { serveStatic } from './staticServer';

const siteFolder = inject('siteFolder');
const read = (path: string): string => readFileSync(join(siteFolder, path), 'utf8');

describe('the content policy', () => {
  it.each(documentsOf(siteFolder))('stands in %s before anything that it rules', (path) => {
    const html = read(path);
    const place = html.indexOf(`<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}"`);
    expect(place).toBeGreaterThan(0);
    for (const loads of ['<script', '<link', '<img', '<style']) {
      const at = html.indexOf(loads);
      if (at >= 0) expect(at, loads).toBeGreaterThan(place);
    }
  });

  it.each(documentsOf(siteFolder))('leaves %s no script or style of its own', (path) => {
    const html = read(path);
    expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull();
    expect(html.match(/<style|\sstyle=|\son[a-z]+=/g)).toBeNull();
  });

  it('lets no address of another site into a document but as a link', () => {
    for (const path of documentsOf(siteFolder)) {
      const loaded = [...read(path).matchAll(/<(?:script|img|source|link rel="(?:stylesheet|modulepreload)")[^>]*>/g)];
      expect(loaded.filter(([tag]) => /https?:/.test(tag))).toEqual([]);
    }
  });

  it('is sent by the preview with every answer, and by hosts that read _headers', async () => {
    for (const path of ['', 'zh/', 'embed.html', 'boot.js']) {
      const { headers } = await fetch(inject('siteUrl') + path);
      for (const [name, value] of Object.entries(HEADERS)) expect(headers.get(name), `${name} of ${path}`).toBe(value);
    }
    const [everywhere, assets] = read('_headers').trim().split('\n\n');
    expect(everywhere!.split('\n')).toEqual([
      '/*',
      ...Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}`),
    ]);
    expect(assets).toMatch(/^\/assets\/\*\n {2}Cache-Control: .*\bimmutable$/);
  });

  it('has every file whose name is kept for ever tell its content by its name', () => {
    const hashed = /-[\w-]{8}\.\w+$/;
    const names = [...read('sw.js').matchAll(/"(assets\/[^"]+)"/g)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !hashed.test(name))).toEqual([]);
  });

  it('does not keep others from framing a figure', () => {
    expect(CONTENT_POLICY).not.toContain('frame-ancestors');
    expect(Object.keys(HEADERS).map((name) => name.toLowerCase())).not.toContain('x-frame-options');
  });
});

describe('a page', () => {
  const browser = useBrowser();

  it.each(['simd', 'webgl'])('does all that it does under the policy, on the engine %s', async (engine) => {
    const { page, complaints, close } = await browser.open({ hash: `#v=1&b=1&s=1&e=${engine}` });
    await page.waitForFunction((name) => {
      const { run } = window.lab.store.getState();
      return run?.engine === name && window.lab.frame!.step > 20;
    }, engine);
    // Some have their titles fetched after the picture.
    await page.locator('details.staged').nth(2).waitFor({ state: 'attached' });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.locator('.numbers table').waitFor();
    await page.locator('.slow-images').waitFor();
    await page.locator('.noise-code[data-step]').waitFor();
    await page.locator('.prose h2').first().waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('images of another site', () => {
  const load = (page: Page, url: string) =>
    page.evaluate(
      (address) =>
        window.lab.loadData(address).then(
          ({ n }) => n,
          (error: Error) => error.message,
        ),
      url,
    );

  it.each([
    { host: 'that sends the headers', headers: HEADERS, outcome: /policy of this site does not allow it/ },
    // A worker is ruled by the headers of its own script, not by what its document says.
    { host: 'that sends none', headers: {}, outcome: /^60$/ },
  ])('from a host $host: what keeps them away is told, or they are there', async ({ headers, outcome }) => {
    const folder = await mkdtemp(join(tmpdir(), 'vae-geometry-elsewhere-'));
    await writeFile(join(folder, 'bars.idx'), barImages(60, 6).images);
    const elsewhere = await serveStatic({ folder }, { 'access-control-allow-origin': '*' });
    const site = await serveStatic({ folder: siteFolder }, headers);
    const browser = await chromium.launch({ executablePath: await findChrome(), args: [...CHROME_FLAGS] });
    const { context } = await openContext(browser);
    const page = await context.newPage();
    await page.goto(`${site.url}#v=1&play=0`);
    await page.waitForFunction(() => window.lab?.frame != null);
    expect(String(await load(page, `${elsewhere.url}bars.idx`))).toMatch(outcome);
    // What is not refused but not there is told as ever.
    expect(String(await load(page, `${site.url}none.idx`))).toMatch(/404/);
    await browser.close();
    await site.close();
    await elsewhere.close();
    await rm(folder, { recursive: true });
  });
});

describe('the watch over the policy', () => {
  it('hears of what a document wants from elsewhere, and of styles and scripts in it', async () => {
    const browser = await chromium.launch({ executablePath: await findChrome(), args: [...CHROME_FLAGS] });
    const server = await serveStatic(
      { html: '<!doctype html><title>A page</title><p style="color: red">Hello<script>window.ran = 1;</script>' },
      HEADERS,
    );
    const { context, violations } = await openContext(browser);
    const page = await context.newPage();
    await page.goto(server.url);
    await page.evaluate(() => fetch('https://elsewhere.example/').catch(() => undefined));
    await expect.poll(() => violations.join('\n')).toMatch(/connect-src/);
    for (const directive of [/style-src/, /script-src/]) expect(violations.join('\n')).toMatch(directive);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    await browser.close();
    await server.close();
  });
});
