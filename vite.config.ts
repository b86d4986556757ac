import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import license from 'rollup-plugin-license';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { css, themeOf } from './src/draw/theme.ts';
import { type BootWords, boot } from './src/text/boot.ts';
import { en } from './src/text/en.ts';
import { CHROME_FLAGS, findChrome } from './tests/support/chrome.ts';

const tfjs = [
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-core/dist/register_all_gradients',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-backend-webgl/dist/backend_webgl',
  '@tensorflow/tfjs-backend-webgl/dist/canvas_util',
  '@tensorflow/tfjs-backend-cpu',
];

/** Names of tests that run inside a browser, and of those in the long tier. */
const IN_BROWSER = ['tests/**/*.browser.test.ts'];
const LONG = ['tests/**/*.long.test.ts', 'tests/**/*.long.browser.test.ts'];

export default defineConfig(async () => {
  const licences = notices();
  const testing = process.env.VITEST !== undefined;
  const executablePath = testing ? await findChrome() : '';
  return {
    // Relative, so that dist/ works under any sub-path.
    base: './',
    plugins: [
      { enforce: 'pre' as const, ...mdx() },
      react({ include: /\.(mdx|tsx)$/ }),
      themeColours(),
      masthead(),
      ...licences.page,
    ],
    optimizeDeps: { include: tfjs },
    worker: {
      format: 'es' as const,
      plugins: () => [...licences.worker, loneEntries()],
      // Licence comments would double the worker; the notices ship as a file instead.
      rolldownOptions: { output: { comments: { legal: false } } },
    },
    build: { target: 'es2022', assetsInlineLimit: 0 },
    server: { host: '127.0.0.1' },
    preview: { host: '127.0.0.1' },
    test: {
      projects: [
        {
          extends: true as const,
          test: {
            name: 'unit',
            environment: 'node',
            include: ['tests/**/*.test.{ts,tsx}'],
            exclude: [...IN_BROWSER, ...LONG, 'tests/browser/**', 'tests/smoke/**'],
          },
        },
        inBrowser('browser', IN_BROWSER, LONG, executablePath),
        // What takes minutes and seldom breaks, such as parity over whole grids of settings: `npm run test:long`.
        {
          extends: true as const,
          test: {
            name: 'long',
            environment: 'node',
            include: ['tests/**/*.long.test.ts'],
            exclude: ['tests/browser/**'],
            testTimeout: 300_000,
          },
        },
        inBrowser('long-browser', ['tests/**/*.long.browser.test.ts'], [], executablePath),
        onPage('page', 'tests/browser/**/*.test.ts', 60_000, LONG),
        onPage('long-page', 'tests/browser/**/*.long.test.ts', 600_000),
        // Browsers other than Chromium, those that are installed: `npm run smoke`.
        onPage('smoke', 'tests/smoke/**/*.test.ts', 120_000),
        // Whether the tests of the picture can fail: `npm run faults`.
        {
          extends: true as const,
          test: { name: 'faults', environment: 'node', include: ['tests/faults/seen.ts'], testTimeout: 300_000 },
        },
        onPage('bench', 'tests/bench/bench.ts', 900_000),
        onPage('shots', 'tests/bench/shots.ts', 120_000),
      ],
    },
  };
});

/**
 * What stands in the document before any script: title, lead, a picture, and the sentences for whatever keeps the page's
 * program from coming, of which boot.js shows the one that holds. The page takes its place.
 */
function masthead(): Plugin {
  const causes = ['missing', 'file', 'sandbox', 'defect'] as const;
  const both = (cause: Exclude<keyof BootWords, 'tag'>, more = ''): string =>
    boot.map((words) => `<p lang="${words.tag}"${more}>${escapeText(words[cause])}</p>`).join('');
  const before = `<div class="boot">
      <noscript>${both('noScript')}</noscript>
      ${causes.map((cause) => both(cause, ` hidden data-cause="${cause}"`)).join('')}
      ${boot.map(({ tag, reload }) => `<button type="button" class="button" lang="${tag}" hidden>${reload}</button>`).join('')}
      <picture>
        <source srcset="./poster-dark.webp" media="(prefers-color-scheme: dark)" />
        <img class="poster" src="./poster.webp" alt="${escapeText(en.poster.alt)}" width="1184" height="560" />
      </picture>
      <div class="boot-slow">${both('slow')}</div>
    </div>`;
  const start = `<header class="masthead"><h1>${en.title}</h1><p class="lead">${en.lead}</p></header><main>${before}</main>`;
  return {
    name: 'masthead',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => ({
        html: html
          .replace('<div id="root"></div>', `<div id="root">${start}</div>`)
          // Without CORS, so that the page is styled as a file and in a sandboxed frame, too.
          .replace('<link rel="stylesheet" crossorigin', '<link rel="stylesheet"'),
        // Before the module scripts, whose failure it tells of.
        tags: [{ tag: 'script', attrs: { src: './boot.js' }, injectTo: 'head-prepend' }],
      }),
    },
  };
}

/** Puts the colours of src/draw/theme.ts into style sheets: `--theme(paper)` is the paper's, in the light and in the dark. */
function themeColours(): Plugin {
  const [light, dark] = [themeOf(false), themeOf(true)];
  return {
    name: 'theme-colours',
    enforce: 'pre',
    transform: {
      filter: { id: /\.css$/ },
      handler: (code) =>
        code.replace(
          /--theme\((paper|ink)\)/g,
          (_, name: 'paper' | 'ink') => `light-dark(${css(light[name])}, ${css(dark[name])})`,
        ),
    },
  };
}

const escapeText = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/`([^`]+)`/g, '<code>$1</code>');

/** No chunk may import a worker's entry: WebKit would evaluate it a second time (src/worker/boot.ts says how to avoid it). */
function loneEntries(): Plugin {
  return {
    name: 'lone-entries',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
      const entries = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
      for (const { fileName, imports, dynamicImports } of chunks) {
        const entry = [...imports, ...dynamicImports].find((imported) => entries.has(imported));
        if (entry !== undefined) this.error(`${fileName} imports the worker's entry ${entry}`);
      }
    },
  };
}

/**
 * The licences of everything that the bundles hold, as one file: their comments are stripped. The worker's bundle is
 * done before the page's, which then writes the file.
 */
function notices(): { page: Plugin[]; worker: Plugin[] } {
  const texts = new Map<string, string>();
  // Fonts come in through style sheets, where no bundler looks for licences.
  for (const font of ['inter', 'source-serif-4']) {
    const name = `@fontsource-variable/${font}`;
    texts.set(name, readFileSync(resolve(import.meta.dirname, 'node_modules', name, 'LICENSE'), 'utf8'));
  }
  const collect = (): Plugin =>
    license({
      thirdParty: {
        output: (dependencies) => {
          for (const part of dependencies)
            texts.set(`${part.name} ${part.version}`, part.licenseText ?? part.license ?? '');
        },
      },
    }) as unknown as Plugin;
  const write: Plugin = {
    name: 'third-party-notices',
    generateBundle: {
      order: 'post',
      handler() {
        const parts = [...texts]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, text]) => `${name}\n\n${text.trim()}`);
        this.emitFile({
          type: 'asset',
          fileName: 'third-party-notices.txt',
          source: `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`,
        });
      },
    },
  };
  return { page: [collect(), write], worker: [collect()] };
}

/** Tests that run inside a browser, on the sources. */
function inBrowser(name: string, include: readonly string[], exclude: readonly string[], executablePath: string) {
  return {
    extends: true as const,
    test: {
      name,
      include: [...include],
      exclude: [...exclude],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath, args: [...CHROME_FLAGS] } }),
        instances: [{ browser: 'chromium' as const }],
      },
    },
  };
}

/** Tests that drive the built site in a browser of their own. */
function onPage(name: string, include: string, timeout: number, exclude: readonly string[] = []) {
  return {
    extends: true as const,
    test: {
      name,
      environment: 'node',
      include: [include],
      exclude: [...exclude],
      globalSetup: 'tests/browser/serve.ts',
      fileParallelism: false,
      testTimeout: timeout,
      // A busy machine is no failure.
      expect: { poll: { timeout: 20_000 } },
      hookTimeout: 60_000,
    },
  };
}
