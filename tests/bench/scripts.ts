/** What a reader's browser fetches before the lab works. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { scriptsOf } from '../browser/builtSite';
import { trainFor } from '../browser/site';
import { open } from './page';

export interface Script {
  readonly file: string;
  /** Bytes after gzip. */
  readonly bytes: number;
  /** `early`: the main thread asked for it before the first frame. `later`: after. `worker`: the worker's. */
  readonly part: 'early' | 'later' | 'worker';
}

/** Every script and every .wasm that the opened page has fetched once the simd engine has trained. */
export async function fetchedScripts(browser: Browser, siteUrl: string, siteFolder: string): Promise<Script[]> {
  const files = new Set<string>();
  const { context, page } = await open(browser, `${siteUrl}#v=1&e=simd`, (url) => {
    const path = new URL(url).pathname;
    if (/\.(js|wasm)$/.test(path)) files.add(path.slice(new URL(siteUrl).pathname.length));
  });
  await trainFor(page, 200);
  // Those of the main thread, which also asks for the scripts that workers are started from.
  const asked = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(({ name, startTime }) => ({
      path: new URL(name).pathname,
      early: startTime < window.framed!,
    })),
  );
  await context.close();
  const workers = new Set([...scriptsOf(siteFolder).values()].flatMap((references) => references.workers));
  const scripts: Script[] = [];
  for (const file of [...files].sort()) {
    const entry = asked.find(({ path }) => path.endsWith(`/${file}`));
    const part = entry === undefined || workers.has(file) ? 'worker' : entry.early ? 'early' : 'later';
    scripts.push({ file, bytes: gzipSync(await readFile(join(siteFolder, file))).length, part });
  }
  return scripts;
}
