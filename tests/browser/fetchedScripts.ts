/** What a reader's browser fetches before a figure moves. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { scriptsOf } from './builtSite';
import { trainFor } from './site';

declare global {
  interface Window {
    /** Ms from navigation to the frame that is waited for; set by what `fetchedScripts` adds. */
    movedAt?: number;
  }
}

/**
 * Bytes of main-thread script after gzip, at most: of the page before its first picture, and of a figure in a frame
 * until it moves.
 */
export const EARLY_BYTES = 117_000;
export const EMBED_BYTES = 130_000;

export interface Script {
  readonly file: string;
  /** Bytes after gzip. */
  readonly bytes: number;
  /** `early`: the main thread asked for it before the frame. `later`: after. `worker`: the worker's. */
  readonly part: 'early' | 'later' | 'worker';
}

interface Site {
  readonly siteUrl: string;
  readonly siteFolder: string;
}

/**
 * Every script and every .wasm that a document has fetched once it has trained for a while.
 * @param page with nothing loaded
 * @param document below the site, with what its address has after the #
 * @param step of the first frame that counts: 0 for that with the first picture, 1 for the first that shows training
 */
export async function fetchedScripts(
  page: Page,
  { siteUrl, siteFolder }: Site,
  document: string,
  step: number,
): Promise<Script[]> {
  const files = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\.(js|wasm)$/.test(pathname)) files.add(pathname.slice(new URL(siteUrl).pathname.length));
  });
  await page.addInitScript((least) => {
    let lab: Window['lab'];
    // Listens before any panel does, so that what the panels ask for because of a frame is asked after it.
    Object.defineProperty(window, 'lab', {
      configurable: true,
      get: () => lab,
      set(made: Window['lab']) {
        lab = made;
        lab.on('frame', (frame) => {
          if (frame.step >= least) window.movedAt ??= performance.now();
        });
      },
    });
  }, step);
  await page.goto(siteUrl + document);
  await page.waitForFunction(() => window.movedAt !== undefined);
  await trainFor(page, 200);
  // Those of the main thread, which also asks for the scripts that workers are started from.
  const asked = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(({ name, startTime }) => ({
      path: new URL(name).pathname,
      early: startTime < window.movedAt!,
    })),
  );
  const workers = new Set([...scriptsOf(siteFolder).values()].flatMap((references) => references.workers));
  const scripts: Script[] = [];
  for (const file of [...files].sort()) {
    const entry = asked.find(({ path }) => path.endsWith(`/${file}`));
    const part = entry === undefined || workers.has(file) ? 'worker' : entry.early ? 'early' : 'later';
    scripts.push({ file, bytes: gzipSync(await readFile(join(siteFolder, file))).length, part });
  }
  return scripts;
}

/** Bytes of the main thread's own script, without kernels. */
export const earlyBytes = (scripts: readonly Script[]): number =>
  scripts.reduce((sum, { file, bytes, part }) => sum + (part === 'early' && file.endsWith('.js') ? bytes : 0), 0);
