/** Scripts that stand by themselves: one file each, under a name that stays, which imports nothing. */
import { resolve } from 'node:path';
import { build, type Plugin, runnerImport } from 'vite';

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

/** Of the old kind, so that it runs as a module and as a plain script alike. */
export async function bundle(entry: string, target: string, plugins: Plugin[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: {
      write: false,
      copyPublicDir: false,
      target,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife', comments: { legal: false } } },
    },
  });
  if (!('output' in built)) throw new Error(`${entry} was not built in one go`);
  const [script, ...more] = built.output;
  if (more.length > 0) throw new Error(`${entry} is more than one file: ${more.map(({ fileName }) => fileName)}`);
  return script.code;
}

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
  let code = '';
  return {
    name: `standalone:${fileName}`,
    async buildStart() {
      if (this.environment.mode === 'build') code = await bundle(entry, target, [values, collect()]);
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: code });
    },
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_, response, next) => {
        bundle(entry, target, [values]).then((fresh) => {
          response.setHeader('content-type', 'text/javascript');
          response.end(fresh);
        }, next);
      });
    },
  };
}
