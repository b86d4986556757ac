/**
 * Compiles kernel.ts (AssemblyScript) and writes it as base64 into ../kernelBytes.ts:
 *   node src/draw/ellipses/assembly/build.mjs
 * The bytes are kept in the repository, so that neither the page nor its tests need this step; a test compares them.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const here = fileURLToPath(new URL('.', import.meta.url));

/** AssemblyScript's decorator on functions is no TypeScript: the sources have a comment in its place. */
const decorate = (source) => source.replace(/^\/\/ inline$/gm, '@inline');

/** Returns the text of ../kernelBytes.ts for the present sources. */
export async function compile() {
  let bytes;
  const log = [];
  const { error } = await main(
    ['kernel.ts', '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--outFile', 'kernel.wasm'],
    {
      readFile: (name) => {
        const path = resolve(here, name);
        return existsSync(path) ? decorate(readFileSync(path, 'utf8')) : null;
      },
      writeFile: (name, contents) => {
        if (name === 'kernel.wasm') bytes = contents;
      },
      listFiles: () => [],
      stderr: { write: (text) => log.push(String(text)) },
    },
  );
  if (error) throw new Error(`${error.message}\n${log.join('')}`);
  const base64 = Buffer.from(bytes).toString('base64');
  return `/** Made by assembly/build.mjs: the kernel as WebAssembly with SIMD, ${bytes.length} bytes in base64. */\nexport const KERNEL_BYTES =\n  '${base64}';\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(resolve(here, '../kernelBytes.ts'), await compile());
}
