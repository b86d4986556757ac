/**
 * Builds public/data/faces: a sheet for each of 62 characters, faces.json and LICENSES.txt, from the fonts of the npm
 * packages that packages/package.json lists with their versions. They are installed into a folder of the caller's, for
 * they are many, and nothing else needs them. To build again (FONTS is any folder outside the project, and is kept):
 *
 *     FONTS=path/to/folder WRITE=1 npx vitest run --project unit tests/data/sets/faces-build.test.ts
 *
 * Without WRITE the committed files are held to what this code makes of the fonts.
 *
 * Each glyph is drawn as large as fits and centred by its ink. With a common baseline and size of type the letters would
 * be small, and the first things that a code tells would be how high a face stands on its line and how large it is cut;
 * so it is their shape.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SpriteDescription } from '../../../../src/data/sets/description';
import { CHARACTERS, sheetPath } from '../../../../src/data/sets/faces';
import { sheetOf } from '../sheet';
import { difference, TWINS } from './difference';
import { CATEGORIES, fontPackages, fontsOf, type Stated, stated, type TypefaceFont } from './fonts';
import { edgesOf, inkGlyph } from './outline';

const SIDE = 28;
const MARGIN = 2;
const LEVELS = 16;
const COLUMNS = 24;

/** Installs the listed packages below `folder` if that has not been done. @returns where the packages are */
export function installFonts(folder: string): string {
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) {
    mkdirSync(folder, { recursive: true });
    copyFileSync(fileURLToPath(new URL('packages/package.json', import.meta.url)), join(folder, 'package.json'));
    const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
    execFileSync('npm', ['install', ...quietly], { cwd: folder, stdio: 'inherit' });
  }
  return modules;
}

/** A face that is part of the data set. */
interface Face {
  readonly from: Omit<TypefaceFont, 'font'>;
  readonly stated: Stated;
  /** A tile a character, in the order of CHARACTERS. */
  readonly tiles: readonly Uint8Array[];
}

/** Files of public/data/faces by their paths below public/data. */
export function faceFiles(faces: readonly Face[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [c, character] of [...CHARACTERS].entries()) {
    const pixels = Uint8Array.from(faces.flatMap(({ tiles }) => [...tiles[c]!]));
    files.set(sheetPath(character), sheetOf({ width: SIDE, height: SIDE, pixels, levels: LEVELS }, COLUMNS));
  }
  const text = new TextEncoder();
  files.set('faces/faces.json', text.encode(`${JSON.stringify(describe(faces))}\n`));
  files.set('faces/LICENSES.txt', text.encode(licences(faces)));
  return files;
}

/** Every face that has all characters and is not nearly another one. */
export function drawFaces(modules: string): Face[] {
  const faces: Face[] = [];
  for (const folder of fontPackages(modules)) {
    for (const { font, ...from } of fontsOf(folder)) {
      const tiles = drawTiles(font);
      if (tiles === null || faces.some((other) => difference(other.tiles, tiles, LEVELS, TWINS) < TWINS)) continue;
      faces.push({ from, stated: stated(font), tiles });
    }
  }
  return faces;
}

/** A tile for each of CHARACTERS; null where the font has not all of them. */
function drawTiles(font: TypefaceFont['font']): Uint8Array[] | null {
  const tiles: Uint8Array[] = [];
  for (const character of CHARACTERS) {
    const glyph = font.glyphForCodePoint(character.codePointAt(0)!);
    // Glyph 0 stands for what is missing.
    const covered = glyph.id === 0 ? null : inkGlyph(edgesOf(glyph.path), SIDE, MARGIN);
    if (covered === null) return null;
    tiles.push(Uint8Array.from(covered, (share) => Math.round(Math.min(1, share) * (LEVELS - 1))));
  }
  return tiles;
}

function describe(faces: readonly Face[]): SpriteDescription {
  const values = (key: keyof Stated) => faces.map((face) => face.stated[key]);
  return {
    name: 'faces',
    n: faces.length,
    width: SIDE,
    height: SIDE,
    levels: LEVELS,
    labels: faces.map(({ from }) => from.category).join(''),
    classNames: CATEGORIES,
    titles: faces.map(({ from }) => from.title),
    factors: [
      { name: 'italic', values: values('italic'), levels: ['upright', 'italic'] },
      { name: 'weight', values: values('weight'), levels: null },
      { name: 'serif', values: values('serif'), levels: ['sans-serif', 'serif'] },
    ],
    source: 'npm packages @fontsource/…, versions in LICENSES.txt',
    licence: 'SIL Open Font License 1.1, Apache License 2.0 or Ubuntu Font Licence 1.0: see LICENSES.txt',
    citation: 'Drawn from the typefaces that LICENSES.txt lists with their authors',
  };
}

const LICENCES: Readonly<Record<string, string>> = {
  'OFL-1.1': 'SIL Open Font License 1.1, https://openfontlicense.org',
  'Apache-2.0': 'Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0',
  'UFL-1.0': 'Ubuntu Font Licence 1.0, https://ubuntu.com/legal/font-licence',
};

function licences(faces: readonly Face[]): string {
  const families = [...new Map(faces.map(({ from }) => [from.family, from])).values()];
  return [
    'The images of this folder are drawn from these typefaces. No font is part of it.',
    '',
    ...Object.entries(LICENCES).map(([id, name]) => `${id}: ${name}`),
    '',
    ...families.map(
      ({ family, package: name, version, licence, attribution }) =>
        `${family} (${name} ${version}), ${licence}: ${statements(attribution)}`,
    ),
    '',
  ].join('\n');
}

/** Packages repeat a statement for every file of theirs, after its name. */
function statements(attribution: string): string {
  const each = attribution.replace(/\s+/g, ' ').split(/ \S+\.(?:ttf|otf): /);
  return [...new Set(each)].join('; ');
}
