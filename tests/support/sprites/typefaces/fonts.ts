/** Fonts of the packages @fontsource/…, as their own files describe them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';

/** Styles of a family that become faces of their own, where it has them: regular, italic, bold. */
const STYLES = [
  { suffix: '400-normal', title: '' },
  { suffix: '400-italic', title: ' Italic' },
  { suffix: '700-normal', title: ' Bold' },
] as const;

/** Kinds of typeface, as the packages call them. */
export const CATEGORIES = ['sans-serif', 'serif', 'monospace', 'display', 'handwriting'] as const;

/** Licences that let everybody use, change and pass on the fonts. */
const OPEN = ['OFL-1.1', 'Apache-2.0', 'UFL-1.0'];

/** A family and its package. */
export interface Family {
  readonly family: string;
  /** Its name in the registry. */
  readonly package: string;
  readonly version: string;
  /** Place in CATEGORIES. */
  readonly category: number;
  readonly licence: string;
  /** Whose work it is. */
  readonly attribution: string;
}

/** One font of a family. */
export interface TypefaceFont extends Family {
  /** Family and style. */
  readonly title: string;
  readonly font: Font;
}

/** The fonts of one installed package; none where its licence is another or it has no fonts of the Latin alphabet. */
export function fontsOf(folder: string): TypefaceFont[] {
  const about = JSON.parse(readFileSync(join(folder, 'metadata.json'), 'utf8')) as {
    id: string;
    family: string;
    category: string;
    license: { type: string; attribution: string };
  };
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const category = (CATEGORIES as readonly string[]).indexOf(about.category);
  if (category < 0 || !OPEN.includes(about.license.type)) return [];
  const family: Family = {
    family: about.family,
    package: name,
    version,
    category,
    licence: about.license.type,
    attribution: about.license.attribution,
  };
  return STYLES.flatMap(({ suffix, title }) => {
    const file = join(folder, 'files', `${about.id}-latin-${suffix}.woff2`);
    if (!existsSync(file)) return [];
    return [{ ...family, title: about.family + title, font: create(readFileSync(file)) as Font }];
  });
}

/** What the tables of a font say of it. */
export interface Stated {
  /** 1 for an italic or an oblique, else 0. */
  readonly italic: number;
  /** usWeightClass: 400 is regular. */
  readonly weight: number;
  /** 1 with serifs, 0 without, null where no table says it. */
  readonly serif: number | null;
}

/** https://learn.microsoft.com/en-us/typography/opentype/spec/os2 */
export function stated({ 'OS/2': os2 }: Font): Stated {
  const { italic, oblique } = os2.fsSelection;
  return { italic: Number(italic || oblique), weight: os2.usWeightClass, serif: serifOf(os2.panose, os2.sFamilyClass) };
}

/** PANOSE says it of Latin text (its first digit is 2) in its second digit; else the class of the family may. */
function serifOf([kind, style]: readonly number[], familyClass: number): number | null {
  if (kind === 2 && style! >= 2) return style! <= 10 ? 1 : 0;
  const family = familyClass >> 8;
  if ([1, 2, 3, 4, 5, 7].includes(family)) return 1;
  return family === 8 ? 0 : null;
}

/** Folders of all packages of fonts below `node_modules`, sorted by name. */
export function fontPackages(modules: string): string[] {
  const scope = join(modules, '@fontsource');
  return readdirSync(scope)
    .sort()
    .map((name) => join(scope, name));
}
