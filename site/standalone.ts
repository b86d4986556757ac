/** Scripts that stand by themselves: one file each, under a name that stays, which imports nothing. */
import { resolve } from 'node:path';
import { build, type Plugin, runnerImport } from 'vite';
import { NAMED_SOURCES } from './sourceMaps.ts';

/**
 * What every document runs before its program. Browsers that cannot run the program must be able to run this: all that
 * know modules do.
 */
export const BOOT_SCRIPT = resolve(import.meta.dirname, '../src/boot.ts');
export const BOOT_TARGET = 'es2017';

export interface Standalone {
  /** Path of its first module. */
  readonly entry: string;
  /** Its name below the site's root. */
  readonly fileName: string;
  /** The newest language that it may be written in. */
  readonly target: string;
  /** Paths of modules that only make constants: they are run when the site is built, and leave the values. */
  readonly constants: readonly string[];
}

export interface Bundled {
  /** The script, without the line that names its source map. */
  readonly code: string;
  /** Its source map, as JSON. */
  readonly map: string;
}

/** Of the old kind, so that it runs as a module and as a plain script alike. */
export async function bundle(entry: string, target: string, plugins: Plugin[]): Promise<Bundled> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: {
      write: false,
      copyPublicDir: false,
      target,
      modulePreload: false,
      sourcemap: 'hidden',
      rolldownOptions: { input: entry, output: { format: 'iife', comments: { legal: false }, ...NAMED_SOURCES } },
    },
  });
  if (!('output' in built)) throw new Error(`${entry} was not built in one go`);
  const [script, ...others] = built.output;
  const more = others.filter(({ fileName }) => fileName !== script.sourcemapFileName);
  if (more.length > 0) throw new Error(`${entry} is more than one file: ${more.map(({ fileName }) => fileName)}`);
  return { code: script.code, map: JSON.stringify(script.map) };
}

/** The line at a script's end that tells debuggers where its source map is: beside it. */
export const mapLine = (fileName: string): string => `\n//# sourceMappingURL=${fileName}.map\n`;

/** Puts the values of their exports in the place of modules. */
function valuesOf(constants: Standalone['constants']): Plugin {
  return {
    name: 'values-of-modules',
    async load(id) {
      if (!constants.includes(id)) return null;
      const { module } = await runnerImport<Record<string, unknown>>(id, { configFile: false });
      return Object.entries(module)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}

/** @param collect makes a plugin that takes down the licences of a bundle */
export function standalone({ entry, fileName, target, constants }: Standalone, collect: () => Plugin): Plugin {
  const values = valuesOf(constants);
  let bundled: Bundled;
  return {
    name: `standalone:${fileName}`,
    async buildStart() {
      if (this.environment.mode === 'build') bundled = await bundle(entry, target, [values, collect()]);
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: bundled.code + mapLine(fileName) });
      this.emitFile({ type: 'asset', fileName: `${fileName}.map`, source: bundled.map });
    },
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_, response, next) => {
        bundle(entry, target, [values]).then(({ code }) => {
          response.setHeader('content-type', 'text/javascript');
          response.end(code);
        }, next);
      });
    },
  };
}
