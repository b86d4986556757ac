import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Builds a site, with a manifest in which tests look up what its page may fetch. In a process of its own: in this one
 * the environment says that it is a test, and React would be its development build.
 * @param config of another page than the site's own
 * @param environment variables that are to be others
 */
export async function buildSite(
  outDir: string,
  config = 'vite.config.ts',
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'build',
      ...['--config', config, '--logLevel', 'error', '--manifest', '--emptyOutDir', '--outDir', outDir],
    ],
    { env: { ...process.env, ...environment, NODE_ENV: 'production', VITEST: undefined } },
  );
}
