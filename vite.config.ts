import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { documents } from './site/documents.ts';
import { INPUTS } from './site/documentTable.ts';
import { installed } from './site/installed.ts';
import { mathFonts } from './site/mathFonts.ts';
import { articleTexts } from './site/mdx.ts';
import { notices } from './site/notices.ts';
import { offline } from './site/offline.ts';
import { ownNames } from './site/ownNames.ts';
import { HEADERS, headersFile } from './site/policy.ts';
import { bareShaders } from './site/shaders.ts';
import { searched } from './site/sitemap.ts';
import { slimIcons } from './site/slimIcons.ts';
import { NAMED_SOURCES } from './site/sourceMaps.ts';

import { BOOT_SCRIPT, BOOT_TARGET, standalone } from './site/standalone.ts';
import { css, themeOf } from './src/draw/theme.ts';
import { findChrome, PLAIN_PAGE_FLAGS } from './tests/support/chrome.ts';
import { longFirst } from './tests/support/longFirst.ts';

const tfjs = [
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-core/dist/register_all_gradients',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-backend-webgl/dist/backend_webgl',
  '@tensorflow/tfjs-backend-webgl/dist/canvas_util',
  '@tensorflow/tfjs-backend-cpu',
  '@tensorflow/tfjs-layers',
];

/** Names of tests that run inside a browser, and of those in the long tier. */
const IN_BROWSER = ['tests/**/*.browser.test.ts'];
/** Names of tests that put something else in the place of modules. */
const MOCKED = ['tests/**/*.mocked.test.{ts,tsx}'];
const LONG = ['tests/**/*.long.test.ts', 'tests/**/*.long.browser.test.ts'];

/**
 * What every document needs at once is one file. Left to itself the bundler cuts it along what later parts share with it,
 * and twenty small files compress worse than one. It is what these files need, with themselves.
 */
const FIGURE_CHUNK = {
  name: 'figure',
  test: /src[\\/]figures[\\/](FigureView|openFigures|table|usePageLook)\.tsx?$|draw[\\/]ellipses[\\/]exposure\.ts$|[\\/]react-dom[\\/]|ownDocument\.ts$/,
};

/**
 * What d3-array calls as it is loaded, to make functions that nothing here uses. It comes as one file, of which the bundler
 * keeps whatever it does not know to be without effect.
 */
const PURE = ['bisector', 'Blur2', 'shuffler'];

export default defineConfig(async () => {
  const licences = notices();
  const testing = process.env.VITEST !== undefined;
  const executablePath = testing ? await findChrome('installed') : '';
  return {
    // Relative, so that dist/ works under any sub-path.
    base: './',
    // A file that is not there is not found: no document stands in for it.
    appType: 'mpa' as const,
    plugins: [
      ...articleTexts(),
      mathFonts(),
      react({ include: /\.(mdx|tsx)$/ }),
      themeColours(),
      bareShaders(),
      ownNames(),
      slimIcons(),
      documents(),
      headersFile(),
      installed(),
      searched(),
      standalone({ entry: BOOT_SCRIPT, fileName: 'boot.js', target: BOOT_TARGET, constants: [] }, licences.collect),
      standalone(
        {
          entry: resolve(import.meta.dirname, 'src/embed/host/element.ts'),
          fileName: 'embed.js',
          target: 'es2022',
          constants: [resolve(import.meta.dirname, 'src/embed/host/settingAttributes.ts')],
        },
        licences.collect,
      ),
      offline(licences.collect),
      ...licences.page,
    ],
    // Found only when they are needed, each would have the page of a test reload.
    optimizeDeps: { include: [...tfjs, 'fflate', 'papaparse'] },
    worker: {
      format: 'es' as const,
      plugins: () => [licences.collect(), loneEntries(), ownNames()],
      // Licence comments would double the worker; the notices ship as a file instead.
      rolldownOptions: { output: { comments: { legal: false }, ...NAMED_SOURCES } },
    },
    build: {
      target: 'es2022',
      assetsInlineLimit: 0,
      sourcemap: true,
      // A browser without preloads fetches the one file a little later.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: INPUTS,
        output: { codeSplitting: { groups: [FIGURE_CHUNK] }, ...NAMED_SOURCES },
        treeshake: { manualPureFunctions: PURE, propertyReadSideEffects: false as const },
      },
    },
    server: { host: '127.0.0.1' },
    preview: { host: '127.0.0.1', cors: true, headers: HEADERS },
    test: {
      // A file of tests waits as often as it computes: on two cores two of them run beside each other.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      // A busy machine is no failure; to ask it more often would keep it busier.
      expect: { poll: { timeout: 30_000, interval: 50 } },
      ...(testing ? { sequence: { sequencer: await longFirst() } } : {}),
      projects: [
        {
          extends: true as const,
          test: {
            name: 'unit',
            environment: 'node',
            include: ['tests/**/*.test.{ts,tsx}'],
            exclude: [...IN_BROWSER, ...LONG, ...MOCKED, 'tests/browser/**', 'tests/smoke/**'],
            // Half of what they would take is to start processes, and to load in each what the last one had.
            isolate: false,
            // A busy machine is no failure.
            testTimeout: 120_000,
          },
        },
        {
          extends: true as const,
          test: { name: 'mocked', environment: 'node', include: MOCKED, testTimeout: 120_000 },
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
        onPage('page', 'tests/browser/**/*.test.ts', 120_000, LONG, 2),
        onPage('long-page', 'tests/browser/**/*.long.test.ts', 600_000),
        // One browser of each engine, those that are installed: `npm run smoke`.
        onPage('smoke', 'tests/smoke/**/*.test.ts', 120_000),
        // Whether the tests of the picture can fail: `npm run faults`.
        {
          extends: true as const,
          test: { name: 'faults', environment: 'node', include: ['tests/faults/seen.ts'], testTimeout: 600_000 },
        },
        // Faults one after the other, and a reader who never rests: `npm run soak`.
        onPage('soak', 'tests/soak/soak.ts', 900_000),
        onPage('bench', 'tests/bench/bench.ts', 900_000),
        onPage('shots', 'tests/bench/shots.ts', 300_000),
      ],
    },
  };
});

/** Puts the colours of src/draw/theme.ts into style sheets: `--theme(paper)` is the paper's, in the light and in the dark. */
function themeColours(): Plugin {
  const [light, dark] = [themeOf(false), themeOf(true)];
  return {
    name: 'theme-colours',
    enforce: 'pre',
    transform: {
      filter: { id: /\.css$/ },
      handler: (code) => ({
        code: code.replace(
          /--theme\((paper|ink|prior)\)/g,
          (_, name: 'paper' | 'ink' | 'prior') => `light-dark(${css(light[name])}, ${css(dark[name])})`,
        ),
        map: null,
      }),
    },
  };
}

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

/** Tests that run inside a browser, on the sources. */
function inBrowser(name: string, include: readonly string[], exclude: readonly string[], executablePath: string) {
  return {
    extends: true as const,
    test: {
      name,
      include: [...include],
      exclude: [...exclude],
      // A busy machine is no failure.
      testTimeout: 120_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath, args: [...PLAIN_PAGE_FLAGS] } }),
        instances: [{ browser: 'chromium' as const }],
      },
    },
  };
}

/** Tests that drive the built site in a browser of their own. @param files that are run beside each other */
function onPage(name: string, include: string, timeout: number, exclude: readonly string[] = [], files = 1) {
  return {
    extends: true as const,
    test: {
      name,
      environment: 'node',
      include: [include],
      exclude: [...exclude],
      globalSetup: 'tests/browser/serve.ts',
      // Files that run beside each other come after all that run on more workers, or fewer.
      ...(files === 1
        ? { fileParallelism: false }
        : { maxWorkers: files, isolate: false, sequence: { groupOrder: 1 } }),
      // Of the tests of a file that say that they may run beside each other; where files do as well, fewer.
      maxConcurrency: files === 1 ? 3 : 2,
      testTimeout: timeout,
      hookTimeout: 120_000,
    },
  };
}
