/** Builds the site once and serves it to the tests of the page. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { buildSite } from './buildSite';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the page, ending in a slash; below a sub-path, as on a site of many projects. */
    siteUrl: string;
    /** Where the built site lies. */
    siteFolder: string;
  }
}

/** A folder with a site that has been built before, to be tested instead of the present sources. */
const BUILT = process.env.SITE_FOLDER;

const SUB_PATH = '/some/where/';

export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const outDir = BUILT ?? (await mkdtemp(join(tmpdir(), 'vae-geometry-')));
  if (BUILT === undefined) await buildSite(outDir);
  const server = await preview({ logLevel: 'error', base: SUB_PATH, build: { outDir }, preview: { port: 0 } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port');
  project.provide('siteUrl', `http://127.0.0.1:${address.port}${SUB_PATH}`);
  project.provide('siteFolder', outDir);
  return async () => {
    await server.close();
    if (BUILT === undefined) await rm(outDir, { recursive: true, force: true });
  };
}
