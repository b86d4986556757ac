/**
 * Typefaces: one character as every face draws it, or several characters together. A sheet a character is shipped, and
 * one description for all of them, since the faces are the same on each.
 */
import type { Dataset, Factor } from '../dataset';
import { knownOf, readDescription, type SpriteDescription } from './description';
import type { SetRequest } from './sets';
import { readTiles } from './sprite';
import { noVariant } from './variant';

const DIGITS = '0123456789';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();

/** Every character that has a sheet. */
export const CHARACTERS = DIGITS + UPPER + LOWER;

/** Variants of several characters; the others are a character each. */
const GROUPS = new Map([
  ['digits', DIGITS],
  ['upper', UPPER],
  ['lower', LOWER],
  ['all', CHARACTERS],
]);

/** What '' stands for. */
const USUAL = 'a';
/** Images of several characters where the reader has not said how many: as many as of MNIST. */
const USUAL_COUNT = 10_000;

/** Where the sheet of a character is. Case is spelled out: some file systems do not tell `a` from `A`. */
export function sheetPath(character: string): string {
  const kind = DIGITS.includes(character) ? 'digit' : UPPER.includes(character) ? 'upper' : 'lower';
  return `faces/${kind}-${character.toLowerCase()}.png`;
}

/**
 * @throws DataError if what is shipped cannot be had or read, or there is no such variant
 */
export async function loadFaces(
  { variant, count }: SetRequest,
  fetchShipped: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Dataset> {
  const characters = charactersOf(variant);
  const paths = Array.from(characters, sheetPath);
  const [json, ...sheets] = await Promise.all(['faces/faces.json', ...paths].map(fetchShipped));
  const about = readDescription('faces.json', json!);
  const tilesOf = (index: number): Float32Array => readTiles(paths[index]!, sheets[index]!, about);
  if (characters.length > 1) return gather(about, characters, tilesOf, count || USUAL_COUNT);
  return { ...knownOf(about), width: about.width, height: about.height, images: tilesOf(0) };
}

function charactersOf(variant: string): string {
  if (variant === '') return USUAL;
  const characters = GROUPS.get(variant) ?? variant;
  const known = characters.length > 1 ? GROUPS.has(variant) : CHARACTERS.includes(characters);
  if (!known) throw noVariant('faces', variant, { groups: [...GROUPS.keys()].join(', ') });
  return characters;
}

/**
 * Images of several characters, evenly from all faces and characters. What is a class of one character becomes a factor,
 * since the class is now the character.
 * @param tilesOf the tiles of a character, by its place in `characters`: asked for once each, so that one sheet at a time
 *   is unpacked
 */
function gather(
  about: SpriteDescription,
  characters: string,
  tilesOf: (index: number) => Float32Array,
  most: number,
): Dataset {
  const { width, height } = about;
  const known = knownOf(about);
  const pairs = about.n * characters.length;
  const n = Math.min(most, pairs);
  const faces = new Uint32Array(n);
  const labels = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const pair = Math.floor((i * pairs) / n);
    faces[i] = Math.floor(pair / characters.length);
    // Each face begins one character further: steps that divide their number would else leave characters out.
    labels[i] = (pair + faces[i]!) % characters.length;
  }
  const size = width * height;
  const images = new Float32Array(n * size);
  for (let index = 0; index < characters.length; index++) {
    const tiles = tilesOf(index);
    for (let i = 0; i < n; i++) {
      if (labels[i] === index) images.set(tiles.subarray(faces[i]! * size, (faces[i]! + 1) * size), i * size);
    }
  }
  const category: Factor = { name: 'category', values: Float32Array.from(known.labels!), levels: known.classNames! };
  return {
    name: known.name,
    n,
    width,
    height,
    images,
    labels,
    classNames: [...characters],
    titles: Array.from(faces, (face) => known.titles![face]!),
    factors: [category, ...known.factors!].map((factor) => ({
      ...factor,
      values: Float32Array.from(faces, (face) => factor.values[face]!),
    })),
  };
}
