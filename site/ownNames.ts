/** What a second try for a script relies on. */
import type { Plugin } from 'vite';

/**
 * Each module that is fetched later must be had from its file by its own names. Where others import from the same file the
 * bundler may shorten them and write `import('./part.js').then((file) => file.r)`; but a second try, under another address
 * (src/platform/importer.ts), has the file alone.
 */
export function ownNames(): Plugin {
  return {
    name: 'own-names',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        for (const [id, { renderedExports }] of Object.entries(part.modules)) {
          if ((this.getModuleInfo(id)?.dynamicImporters.length ?? 0) === 0) continue;
          const lost = renderedExports.filter((name) => !part.exports.includes(name));
          if (lost.length > 0) {
            this.error(
              `${part.fileName} gives ${lost.join(', ')} of ${id}, which is fetched later, under other names; move what others import from it to a module of its own`,
            );
          }
        }
      }
    },
  };
}
