/** The licences of everything that the site holds of others', as one file of it: comments in bundles are stripped. */
import license from 'rollup-plugin-license';
import type { Plugin } from 'vite';
import { unfiledLicence, unseenLicences } from './licenceTexts.ts';

export interface Notices {
  /** For the page's bundle, which writes the file; all other bundles are done by then. */
  readonly page: Plugin[];
  /** For any other bundle: one instance for each. */
  collect(): Plugin;
}

export function notices(): Notices {
  const texts = new Map(unseenLicences());
  const collect = (): Plugin =>
    license({
      thirdParty: {
        output: (dependencies) => {
          for (const { name, version, licenseText, noticeText } of dependencies)
            texts.set(
              `${name} ${version}`,
              [licenseText ?? unfiledLicence(name!), noticeText].filter(Boolean).join('\n'),
            );
        },
      },
    }) as unknown as Plugin;
  const write: Plugin = {
    name: 'third-party-notices',
    generateBundle: {
      order: 'post',
      handler() {
        const parts = [...texts]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, text]) => `${name}\n\n${text.trim()}`);
        this.emitFile({
          type: 'asset',
          fileName: 'third-party-notices.txt',
          source: `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`,
        });
      },
    },
  };
  return { page: [collect(), write], collect };
}
