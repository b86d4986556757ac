/** The site without its server, and one release after the other. */
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { CHROME_FLAGS, findChrome } from '../support/chrome';
import { buildSite } from './buildSite';
import { openContext } from './context';
import { NEXT_TITLE, TITLE } from './release/title';
import { type StaticServer, serveStatic } from './staticServer';

const UNDER = '/some/where/';
const STILL = '#v=1&play=0';

let browser: Browser;
let next: string;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await findChrome(), args: [...CHROME_FLAGS] });
  next = await mkdtemp(join(tmpdir(), 'vae-geometry-next-'));
  await buildSite(next, 'tests/browser/release/vite.config.ts');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await rm(next, { recursive: true, force: true });
});

let place: string;
let server: StaticServer;
let context: BrowserContext;
let violations: readonly string[];
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'vae-geometry-release-'));
  await deploy(inject('siteFolder'));
  server = await serveStatic({ folder: join(place, 'site'), under: UNDER });
  ({ context, violations } = await openContext(browser, { serviceWorkers: 'allow' }));
});
afterEach(async () => {
  await context.close();
  await server.close();
  await rm(place, { recursive: true, force: true });
  expect(violations).toEqual([]);
});

/** Has the server give this release from now on. */
async function deploy(folder: string): Promise<void> {
  await rm(join(place, 'site'), { force: true });
  await symlink(folder, join(place, 'site'));
}

async function visit(path: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  await page.goto(server.url + path);
  await page.waitForFunction(() => window.lab?.frame != null);
  return { page, complaints };
}

const title = (page: Page): Promise<string | null> => page.locator('h1').textContent();

/** States of the releases that the browser has for the site: the one in use, and one that waits. */
const releases = (page: Page): Promise<{ active?: string; waiting?: string; controls: boolean }> =>
  page.evaluate(async (under) => {
    const registration = await navigator.serviceWorker.getRegistration(under);
    const { active, waiting } = registration ?? {};
    return {
      ...(active && { active: active.state }),
      ...(waiting && { waiting: waiting.state }),
      controls: navigator.serviceWorker.controller !== null,
    };
  }, UNDER);

/** Waits until the whole site is kept and the page gets its files from there. */
const isKept = (page: Page) => expect.poll(() => releases(page)).toEqual({ active: 'activated', controls: true });

/** Waits until another release is there as well. */
const nextIsKept = (page: Page) =>
  expect.poll(() => releases(page)).toEqual({ active: 'activated', waiting: 'installed', controls: true });

/** Waits until no release waits for the pages of another to be closed; asked from beside the site, where no page counts. */
async function takesOver(): Promise<void> {
  const beside = await context.newPage();
  await beside.goto(new URL('/', server.url).href);
  await expect.poll(() => releases(beside)).toEqual({ active: 'activated', controls: false });
  await beside.close();
}

/** Unfolds settings whose script is fetched by that alone, and has another name in the next release. */
async function unfold(page: Page): Promise<void> {
  await page.locator('.more summary').click();
}

const isUnfolded = (page: Page): Promise<void> => page.getByLabel(/Learning rate|学习率/).waitFor();

describe('after a first visit', () => {
  beforeEach(async () => {
    const { page, complaints } = await visit(STILL);
    await isKept(page);
    expect(complaints).toEqual([]);
    await page.close();
    await server.close();
  });

  it.each([
    { path: `${STILL}&e=simd`, engine: 'simd' },
    { path: `${STILL}&e=webgl`, engine: 'webgl' },
    { path: `zh/${STILL}`, engine: 'simd' },
    { path: `index.html${STILL}&d=strokes`, engine: 'simd' },
  ])('$path trains and unfolds with the server stopped', async ({ path, engine }) => {
    const { page, complaints } = await visit(path);
    expect(await page.evaluate(async () => (await window.lab.step(3)).step)).toBe(3);
    expect(await page.evaluate(() => window.lab.store.getState().run!.engine)).toBe(engine);
    await unfold(page);
    await isUnfolded(page);
    await page.locator('.prose h2').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(path.startsWith('zh') ? 'zh-Hans' : 'en');
    expect(complaints).toEqual([]);
  });

  it('a page of the site that does not exist is still none', async () => {
    const page = await context.newPage();
    await expect(page.goto(`${server.url}nowhere.html`)).rejects.toThrow(/ERR_/);
  });
});

describe('a new release', () => {
  it('is what the next visit gets, and the one after it without a server', async () => {
    const first = await visit(STILL);
    await isKept(first.page);
    await first.page.close();

    await deploy(next);
    const second = await visit(STILL);
    expect(await title(second.page)).toBe(NEXT_TITLE);
    await unfold(second.page);
    await isUnfolded(second.page);
    // It is all there, and takes over once the page is closed.
    await nextIsKept(second.page);
    expect(second.complaints).toEqual([]);
    await second.page.close();

    await takesOver();
    await server.close();
    const third = await visit(STILL);
    await unfold(third.page);
    await isUnfolded(third.page);
    expect(await title(third.page)).toBe(NEXT_TITLE);
    expect(third.complaints).toEqual([]);
    // Nothing of the first release is left.
    const kept = await third.page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => url);
    });
    const old = await third.page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')!.src);
    expect(kept.filter((url) => /assets\/main-.*\.js/.test(url))).toHaveLength(1);
    expect(kept).toContain(old);
  });

  it('changes nothing in a page that is open: what it still needs is of its own release', async () => {
    const { page, complaints } = await visit(STILL);
    await isKept(page);
    await deploy(next);
    const other = await visit(STILL);
    expect(await title(other.page)).toBe(NEXT_TITLE);
    await nextIsKept(other.page);
    await page.bringToFront();
    await unfold(page);
    await isUnfolded(page);
    expect(await title(page)).toBe(TITLE);
    expect(complaints).toEqual([]);
  });

  it('is offered where the browser has thrown away what it kept', async () => {
    const { page } = await visit(STILL);
    await isKept(page);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await deploy(next);
    await unfold(page);
    const reload = page.getByRole('button', { name: 'Reload the page' });
    await reload.click();
    await page.locator('h1', { hasText: NEXT_TITLE }).waitFor();
    await page.waitForFunction(() => window.lab?.frame != null);
    await unfold(page);
    await isUnfolded(page);
  });
});

describe('a site that answers with errors of its own', () => {
  it('is replaced by what is kept', async () => {
    const { page } = await visit(STILL);
    await isKept(page);
    await server.close();
    const port = Number(new URL(server.url).port);
    const broken = await serveStatic({ html: '' }, {}, { port, status: 503 });
    await page.reload();
    await page.waitForFunction(() => window.lab?.frame != null);
    expect(await title(page)).toBe(TITLE);
    await broken.close();
  });
});

/** Lets the browser do everything that it does once it is idle. */
const settle = (page: Pick<Page, 'evaluate'>) =>
  page.evaluate(async () => {
    if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
    for (let k = 0; k < 3; k++) await new Promise((resolve) => requestIdleCallback(resolve));
  });

describe('nothing is kept', () => {
  it('for a figure in a post of another site', async () => {
    const post = await serveStatic({
      html: `<!doctype html><title>A post</title><link rel="icon" href="data:,">
        <iframe src="${server.url}${STILL}" width="900" height="700"></iframe>`,
    });
    const page = await context.newPage();
    await page.goto(post.url);
    const frame = page.frames()[1]!;
    await frame.waitForFunction(() => window.lab?.frame != null);
    await settle(frame as unknown as Page);
    expect(await frame.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await post.close();
  });

  it.each([
    {
      why: 'has nothing to keep it with',
      without: () => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'),
    },
    {
      why: 'refuses',
      without: () => {
        ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('No', 'SecurityError'));
      },
    },
    {
      why: 'is to save data',
      without: () => {
        Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) });
      },
    },
  ])('where the browser $why, and nothing is said', async ({ without }) => {
    await context.addInitScript(without);
    const { page, complaints } = await visit(STILL);
    await settle(page);
    const found = await page.evaluate(async () => (await navigator.serviceWorker?.getRegistrations())?.length ?? 0);
    expect(found).toBe(0);
    expect(await page.evaluate(async () => (await window.lab.step(2)).step)).toBe(2);
    expect(complaints).toEqual([]);
  });
});

it('what is kept is below the path of the site alone', async () => {
  const { page } = await visit(STILL);
  await isKept(page);
  const { scope, urls } = await page.evaluate(async () => {
    const [name] = await caches.keys();
    const requests = await (await caches.open(name!)).keys();
    return { scope: (await navigator.serviceWorker.ready).scope, urls: requests.map(({ url }) => url) };
  });
  expect(scope).toBe(server.url);
  expect(urls.filter((url) => !url.startsWith(server.url))).toEqual([]);
});
