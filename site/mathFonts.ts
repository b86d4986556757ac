/** The fonts of formulas: those that the article uses, in the one format that every browser of modules reads. */
import type { Plugin } from 'vite';

/** KaTeX's fonts, as their files are named. */
const SHIPPED = [
  'Main-Regular',
  'Math-Italic',
  'AMS-Regular',
  'Caligraphic-Regular',
  'Size1-Regular',
  'Size2-Regular',
] as const;

export type MathFont =
  | 'Fraktur'
  | 'SansSerif'
  | 'Script'
  | 'Typewriter'
  | 'Main-Bold'
  | 'Main-Italic'
  | 'Math-BoldItalic'
  | 'Size3-Regular'
  | 'Size4-Regular';

/** Classes by which KaTeX marks what needs another font. */
export const UNSHIPPED: Readonly<Record<string, MathFont>> = {
  mathfrak: 'Fraktur',
  textfrak: 'Fraktur',
  mathsf: 'SansSerif',
  textsf: 'SansSerif',
  mathscr: 'Script',
  textscr: 'Script',
  mathtt: 'Typewriter',
  texttt: 'Typewriter',
  mathbf: 'Main-Bold',
  textbf: 'Main-Bold',
  mathit: 'Main-Italic',
  textit: 'Main-Italic',
  boldsymbol: 'Math-BoldItalic',
  'delimsizing size3': 'Size3-Regular',
  'delimsizing size4': 'Size4-Regular',
  'delim-size4': 'Size4-Regular',
};

const FACE = /@font-face\s*\{[^}]*\}/g;

/** The style sheet without what is not shipped. @throws Error where a font that is to be shipped is not in it */
export function onlyShipped(sheet: string): string {
  const found = new Set<string>();
  const kept = sheet.replace(FACE, (face) => {
    const file = /url\(["']?(fonts\/KaTeX_([\w-]+)\.woff2)["']?\)/.exec(face);
    const font = SHIPPED.find((name) => name === file?.[2]);
    if (font === undefined) return '';
    found.add(font);
    return face.replace(/src:[^;}]*/, `src: url("${file![1]}") format("woff2")`);
  });
  const missing = SHIPPED.filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`KaTeX's style sheet has no ${missing.join(', ')}`);
  return kept;
}

export function mathFonts(): Plugin {
  return {
    name: 'math-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]katex[\\/]dist[\\/]katex\.css$/ },
      handler: (sheet) => ({ code: onlyShipped(sheet), map: null }),
    },
  };
}
