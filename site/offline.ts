/** The service worker: a script of its own, with the list of all files that it is to keep. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { type Bundled, bundle, mapLine } from './standalone.ts';

const ENTRY = resolve(import.meta.dirname, '../src/offline/serviceWorker.ts');
const NAME = 'sw.js';

/**
 * What no page of the site shows: pictures and files for other sites, for hosts, for debuggers, and examples of posts. Nor images that
 * are fetched only when they are chosen, and are larger than all the rest together.
 */
const NOT_KEPT = [
  /^\./,
  /\.map$/,
  /^_headers$/,
  /^sw\.js$/,
  /^picture\.png$/,
  /^card-/,
  /^robots\.txt$/,
  /^sitemap\.xml$/,
  /^examples\//,
  /^data\/mnist\./,
  /^data\/faces\//,
];

interface Kept {
  readonly url: string;
  readonly revision: string | null;
}

/** Every file below a folder that is to be kept. */
function keptFiles(folder: string): Kept[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((url) => !NOT_KEPT.some((pattern) => pattern.test(url)))
    .sort()
    .map((url) => ({ url, revision: url.startsWith('assets/') ? null : hashOf(join(folder, url)) }));
}

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);

/** @param collect makes a plugin that takes down the licences of a bundle */
export function offline(collect: () => Plugin): Plugin {
  let bundled: Bundled;
  return {
    name: 'offline',
    apply: 'build',
    async buildStart() {
      bundled = await bundle(ENTRY, 'es2022', [collect()]);
      if (!/\bSITE_FILES\b/.test(bundled.code))
        throw new Error('The service worker has no place for the list of files');
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        // A line of its own before the script, whose map then has one line more.
        const files = `const SITE_FILES=${JSON.stringify(keptFiles(dir!))};\n`;
        const map = JSON.parse(bundled.map) as { mappings: string };
        writeFileSync(join(dir!, NAME), files + bundled.code + mapLine(NAME));
        writeFileSync(join(dir!, `${NAME}.map`), JSON.stringify({ ...map, mappings: `;${map.mappings}` }));
      },
    },
  };
}
