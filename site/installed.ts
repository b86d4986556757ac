/** The page as something that is installed: a manifest for each of its languages. */
import type { Plugin } from 'vite';
import type { Document } from './documentTable.ts';
import { TRANSLATIONS } from './documentTable.ts';

/** The page's ground, as src/styles.css has it. */
export const PAPER = { light: '#fbf8f1', dark: '#16181b' } as const;

const icon = (root: string, name: string, side: number, purpose: string) => ({
  src: `${root}${name}-${side}.png`,
  sizes: `${side}x${side}`,
  type: 'image/png',
  purpose,
});

function manifest({ root, words, head }: Document, tag: string): object {
  return {
    name: words.title,
    short_name: head.shortName,
    description: head.description,
    lang: tag,
    // All addresses are taken from the manifest's own.
    start_url: './',
    scope: root,
    // The address holds what is shown: its bar must be within reach.
    display: 'minimal-ui',
    background_color: PAPER.light,
    theme_color: PAPER.light,
    icons: [
      { src: `${root}icon.svg`, sizes: 'any', type: 'image/svg+xml' },
      ...[192, 512].flatMap((side) => [icon(root, 'icon', side, 'any'), icon(root, 'icon-maskable', side, 'maskable')]),
    ],
  };
}

export function installed(): Plugin {
  return {
    name: 'installed',
    apply: 'build',
    generateBundle() {
      for (const { tag, document } of TRANSLATIONS) {
        this.emitFile({
          type: 'asset',
          fileName: `${document.address}site.webmanifest`,
          source: `${JSON.stringify(manifest(document, tag), null, 2)}\n`,
        });
      }
    },
  };
}
