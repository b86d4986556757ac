/**
 * The scripts of a document: its program as the one script, and what that imports as preloads. The bundler names a script
 * for each where several documents share a program; then what comes later preloads them anew, which Firefox answers with
 * an error for each that is there already.
 */
import { posix } from 'node:path';
import type { Rollup } from 'vite';

const SCRIPT = /<script type="module" crossorigin src="([^"]+)"><\/script>/g;

/** Every chunk that a chunk needs before it runs. */
function importsOf(fileName: string, bundle: Rollup.OutputBundle, found = new Set<string>()): Set<string> {
  const chunk = bundle[fileName];
  if (chunk?.type !== 'chunk') return found;
  for (const imported of chunk.imports) {
    if (found.has(imported)) continue;
    found.add(imported);
    importsOf(imported, bundle, found);
  }
  return found;
}

/** @param path of the document below the site's root */
export function preloadImports(html: string, path: string, bundle: Rollup.OutputBundle): string {
  const fileOf = (address: string): string => posix.join(posix.dirname(path), address);
  const [program] = [...html.matchAll(SCRIPT)].map(([, address]) => address!).slice(-1);
  if (program === undefined) return html;
  const imported = importsOf(fileOf(program), bundle);
  return html.replace(SCRIPT, (script, address: string) =>
    imported.has(fileOf(address)) ? `<link rel="modulepreload" crossorigin href="${address}">` : script,
  );
}
