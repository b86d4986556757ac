import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import license from 'rollup-plugin-license';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
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

export default defineConfig(async () => {
  const licences = notices();
  const testing = process.env.VITEST !== undefined;
  const executablePath = testing ? await findChrome() : '';
  return {
    // Relative, so that dist/ works under any sub-path.
    base: './',
    plugins: [{ enforce: 'pre' as const, ...mdx() }, react({ include: /\.(mdx|tsx)$/ }), masthead(), ...licences.page],
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
            exclude: ['tests/**/*.browser.test.ts', 'tests/browser/**'],
          },
        },
        {
          extends: true as const,
          test: {
            name: 'browser',
            include: ['tests/**/*.browser.test.ts'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: { executablePath, args: [...CHROME_FLAGS] } }),
              instances: [{ browser: 'chromium' as const }],
            },
          },
        },
        onPage('page', 'tests/browser/**/*.test.ts', 60_000),
        onPage('bench', 'tests/bench/bench.ts', 900_000),
        onPage('shots', 'tests/bench/shots.ts', 120_000),
      ],
    },
  };
});

/** The title and the lead as part of the document, so that they are there before any script; the page takes over. */
function masthead(): Plugin {
  return {
    name: 'masthead',
    transformIndexHtml: (html) =>
      html.replace(
        '<div id="root"></div>',
        `<div id="root"><header class="masthead"><h1>${en.title}</h1><p class="lead">${en.lead}</p></header></div>`,
      ),
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

/** Tests that drive the built site in a browser of their own. */
function onPage(name: string, include: string, timeout: number) {
  return {
    extends: true as const,
    test: {
      name,
      environment: 'node',
      include: [include],
      globalSetup: 'tests/browser/serve.ts',
      fileParallelism: false,
      testTimeout: timeout,
      // A busy machine is no failure.
      expect: { poll: { timeout: 20_000 } },
      hookTimeout: 60_000,
    },
  };
}
