/** The page where the browser, the host or the embedder refuses a part of what it needs. */
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CHROME_FLAGS, findChrome, QUIET_FLAGS } from '../support/chrome';
import { openContext } from './context';
import { serveStatic } from './staticServer';

const siteFolder = inject('siteFolder');

/** Headers of a host that lets scripts come from itself alone. It does not name WebAssembly, which is thereby refused. */
const STRICT = { 'content-security-policy': "script-src 'self'" };

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await findChrome(), args: [...CHROME_FLAGS] });
});
afterAll(() => browser.close());

/** Runs `test` with a page of its own. */
async function withPage(test: (page: Page) => Promise<void>, options = {}, from = browser): Promise<void> {
  const { context } = await openContext(from, options);
  try {
    await test(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Runs `test` with a page of a browser that has no WebGL. */
async function withoutWebgl(test: (page: Page) => Promise<void>): Promise<void> {
  const without = await chromium.launch({
    executablePath: await findChrome(),
    args: [...QUIET_FLAGS, '--disable-gpu', '--disable-software-rasterizer', '--disable-3d-apis'],
  });
  try {
    await withPage(test, {}, without);
  } finally {
    await without.close();
  }
}

const title = (page: Page | Frame) => page.locator('h1').filter({ visible: true });
const lead = (page: Page | Frame) => page.locator('.lead').filter({ visible: true });

/** A picture that stands in for the figure, once it has come. */
async function showsPoster(page: Page | Frame): Promise<void> {
  const poster = page.locator('.poster, .poster img, noscript img').filter({ visible: true }).first();
  await poster.waitFor();
  await expect
    .poll(() =>
      page
        .locator('img')
        .filter({ visible: true })
        .evaluateAll((images) => images.some((image) => (image as HTMLImageElement).naturalWidth > 100)),
    )
    .toBe(true);
}

/** Waits for a sentence that can be seen. */
const says = (page: Page | Frame, pattern: RegExp) =>
  page.getByText(pattern).filter({ visible: true }).first().waitFor();

/** Whether the page's own style sheet is in force. */
const isStyled = (page: Page | Frame): Promise<boolean> =>
  page.evaluate(() => {
    const { fontFamily, maxWidth } = getComputedStyle(document.querySelector('.lead')!);
    return !/^"?Times/.test(fontFamily) && maxWidth !== 'none';
  });

describe("a host that allows scripts of its own alone (script-src 'self')", () => {
  it('has the page train with WebGL, and draw', async () => {
    const server = await serveStatic({ folder: siteFolder }, STRICT);
    await withPage(async (page) => {
      await page.goto(`${server.url}#v=1&b=1&s=1`);
      await page.waitForFunction(() => (window.lab?.frame?.step ?? 0) > 20);
      expect(await page.evaluate(() => window.lab.store.getState().run!.engine)).toBe('webgl');
      // The ellipses have another painter, too.
      await page.waitForFunction(
        () => (document.querySelector<HTMLCanvasElement>('.plane-canvas canvas')?.width ?? 0) > 300,
      );
    });
    await server.close();
  });

  it('and a browser without WebGL: the page says that neither serves, and shows a picture', async () => {
    const server = await serveStatic({ folder: siteFolder }, STRICT);
    await withoutWebgl(async (page) => {
      await page.goto(server.url);
      await says(page, /WebAssembly/);
      await says(page, /WebGL/);
      await showsPoster(page);
      await title(page).waitFor();
    });
    await server.close();
  });
});

describe('a browser without WebGL', () => {
  it('has the page train with WebAssembly', async () => {
    await withoutWebgl(async (page) => {
      await page.goto(`${inject('siteUrl')}#v=1`);
      await page.waitForFunction(() => (window.lab?.frame?.step ?? 0) > 20);
    });
  });
});

/** What a reader of each scheme has before them, the colours written out so that the page's own are checked. */
const WITHOUT_SCRIPTS = {
  light: { paper: 'rgb(251, 248, 241)', ink: 'rgb(28, 27, 25)', poster: 'poster.webp' },
  dark: { paper: 'rgb(22, 24, 27)', ink: 'rgb(242, 239, 232)', poster: 'poster-dark.webp' },
} as const;

describe('a reader without JavaScript', () => {
  it.each(['light', 'dark'] as const)('sees title, lead, a picture and a sentence, styled: %s', async (colorScheme) => {
    await withPage(
      async (page) => {
        await page.goto(inject('siteUrl'));
        await title(page).waitFor();
        await lead(page).waitFor();
        await says(page, /JavaScript/);
        await showsPoster(page);
        const seen = await page.locator('img.poster').evaluate((poster) => ({
          font: getComputedStyle(document.querySelector('.lead')!).fontFamily,
          paper: getComputedStyle(document.body).backgroundColor,
          ink: getComputedStyle(document.body).color,
          poster: (poster as HTMLImageElement).currentSrc.replace(/.*\//, ''),
        }));
        expect(seen.font).not.toMatch(/^"?Times/);
        expect(seen).toMatchObject(WITHOUT_SCRIPTS[colorScheme]);
      },
      { javaScriptEnabled: false, colorScheme },
    );
  });
});

describe('the page opened as a file', () => {
  it('says why it cannot run, and shows a picture', async () => {
    await withPage(async (page) => {
      await page.goto(pathToFileURL(`${siteFolder}/index.html`).href);
      await title(page).waitFor();
      await lead(page).waitFor();
      await says(page, /from a file/i);
      await showsPoster(page);
      expect(await isStyled(page)).toBe(true);
    });
  });
});

describe('an iframe that is sandboxed without its own origin', () => {
  /** Runs `test` in such a frame of the page, from a host that sends these headers. */
  async function inSandbox(headers: Record<string, string>, test: (frame: Frame) => Promise<void>): Promise<void> {
    const site = await serveStatic({ folder: siteFolder }, headers);
    const post = await serveStatic({
      html: `<!doctype html><title>A post</title><link rel="icon" href="data:,">
        <iframe sandbox="allow-scripts" src="${site.url}" width="900" height="700"></iframe>`,
    });
    await withPage(async (page) => {
      await page.goto(post.url);
      await test(page.frames().find((one) => one !== page.mainFrame())!);
    });
    await post.close();
    await site.close();
  }

  it.each(['simd', 'webgl'])('trains where the host lets other origins have its files: %s', async (engine) => {
    await inSandbox({ 'access-control-allow-origin': '*' }, async (frame) => {
      await frame.waitForFunction(() => (window.lab?.frame?.step ?? 0) > 5);
      await frame.evaluate((name) => window.lab.set({ engine: name as 'simd' | 'webgl' }), engine);
      const from = await frame.evaluate(() => window.lab.frame!.step);
      await frame.waitForFunction((step) => window.lab.frame!.step > step + 5, from);
      expect(await frame.evaluate(() => window.lab.store.getState().run!.engine)).toBe(engine);
      expect(await frame.evaluate(() => window.origin)).toBe('null');
    });
  });

  it('says why the figure cannot run, and shows a picture, where the host does not', async () => {
    await inSandbox({}, async (frame) => {
      await title(frame).waitFor();
      await lead(frame).waitFor();
      await says(frame, /(place|frame) .*\b(not)\b.*tab of its own/i);
      await showsPoster(frame);
      expect(await isStyled(frame)).toBe(true);
    });
  });
});
