/** Scripts that stand by themselves: one file each, under a name that stays, which imports nothing. */
import { build, type Plugin } from 'vite';

export interface Standalone {
  /** Path of its first module. */
  readonly entry: string;
  /** Its name below the site's root. */
  readonly fileName: string;
}

/** Of the old kind, so that it runs as a module and as a plain script alike. */
export async function bundle(entry: string, plugins: Plugin[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: {
      write: false,
      copyPublicDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife', comments: { legal: false } } },
    },
  });
  if (!('output' in built)) throw new Error(`${entry} was not built in one go`);
  const [script, ...more] = built.output;
  if (more.length > 0) throw new Error(`${entry} is more than one file: ${more.map(({ fileName }) => fileName)}`);
  return script.code;
}

/** @param collect makes a plugin that takes down the licences of a bundle */
export function standalone({ entry, fileName }: Standalone, collect: () => Plugin): Plugin {
  let script = '';
  return {
    name: `standalone:${fileName}`,
    async buildStart() {
      if (this.environment.mode === 'build') script = await bundle(entry, [collect()]);
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: script });
    },
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_, response, next) => {
        bundle(entry, []).then((code) => {
          response.setHeader('content-type', 'text/javascript');
          response.end(code);
        }, next);
      });
    },
  };
}
