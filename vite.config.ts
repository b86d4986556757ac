import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROME_FLAGS, findChrome } from './tests/support/chrome';

const tfjs = [
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-core/dist/register_all_gradients',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-backend-webgl/dist/backend_webgl',
  '@tensorflow/tfjs-backend-webgl/dist/canvas_util',
  '@tensorflow/tfjs-backend-wasm',
];

export default defineConfig(async () => {
  const testing = process.env.VITEST !== undefined;
  const executablePath = testing ? await findChrome() : '';
  return {
    // Relative, so that dist/ works under any sub-path.
    base: './',
    plugins: [react()],
    optimizeDeps: { include: tfjs },
    worker: {
      format: 'es' as const,
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
        {
          extends: true as const,
          test: {
            name: 'page',
            environment: 'node',
            include: ['tests/browser/**/*.test.ts'],
            globalSetup: 'tests/browser/serve.ts',
            fileParallelism: false,
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  };
});
