/** The source maps of the site's scripts, which debuggers ask for: of every script one, beside it, with the sources in it. */
import { dirname, relative, resolve, sep } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

/** Names a source by its path in the project, whatever folder the site is built into. */
const fromProject = (source: string, mapPath: string): string =>
  relative(ROOT, resolve(dirname(mapPath), source))
    .split(sep)
    .join('/');

/** Of the output of any bundle. */
export const NAMED_SOURCES = { sourcemapPathTransform: fromProject } as const;
