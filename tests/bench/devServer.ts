/** Lets a browser run modules of the bench straight from the sources. */
import type { BrowserContext } from 'playwright-core';
import { createServer } from 'vite';

/** The modules that run in the browser. */
interface Modules {
  readonly cores: typeof import('./cores');
  readonly engines: typeof import('./engines');
  readonly growth: typeof import('./growth');
}

type Arguments<F> = F extends (...args: infer A) => unknown ? A : never;
type Result<F> = F extends (...args: never[]) => infer R ? Awaited<R> : never;

export interface BenchServer {
  /** Calls an exported function in a page of its own, so that no measurement inherits another's memory or contexts. */
  call<M extends keyof Modules, K extends keyof Modules[M] & string>(
    context: BrowserContext,
    module: M,
    name: K,
    ...args: Arguments<Modules[M][K]>
  ): Promise<Result<Modules[M][K]>>;
  close(): Promise<void>;
}

const NO_PAGE = { contentType: 'text/html', body: '<!doctype html><title>bench</title>' };

export async function serveBench(): Promise<BenchServer> {
  const server = await createServer({
    logLevel: 'error',
    // Apart from what the tests keep there.
    cacheDir: 'node_modules/.vite/bench',
    optimizeDeps: { include: ['@tensorflow/tfjs-backend-wasm'], noDiscovery: true },
    server: { port: 0, hmr: false, ws: false, watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address == null || typeof address === 'string') throw new Error('The development server has no port');
  const url = `http://127.0.0.1:${address.port}/bench.html`;
  return {
    async call(context, module, name, ...args) {
      const page = await context.newPage();
      await page.route(url, (route) => route.fulfill(NO_PAGE));
      await page.goto(url);
      // As text: the test runner would rewrite an import in a function.
      const path = JSON.stringify(`/tests/bench/${module}.ts`);
      const value = await page.evaluate(`import(${path}).then((all) => all.${name}(...${JSON.stringify(args)}))`);
      await page.close();
      return value as Result<Modules[typeof module][typeof name]>;
    },
    close: () => server.close(),
  };
}
