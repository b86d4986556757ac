import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { CHARACTERS, loadFaces, sheetPath } from '../../../src/data/sets/faces';
import { levelByte } from '../../../src/data/sets/sprite';

const FACES = 7;
const description = {
  name: 'faces',
  n: FACES,
  width: 1,
  height: 1,
  levels: 256,
  labels: '0101010',
  classNames: ['sans-serif', 'serif'],
  titles: Array.from({ length: FACES }, (_, i) => `Face ${i}`),
  factors: [
    { name: 'weight', values: [100, 200, 300, 400, 500, 600, 700], levels: null },
    { name: 'serif', values: [0, 1, null, 1, 0, 1, 0], levels: ['sans-serif', 'serif'] },
  ],
  source: 'a',
  licence: 'b',
  citation: 'c',
};

/** Every tile is one pixel, whose grey level tells character and face apart as far as 256 levels can. */
const levelOf = (character: string, face: number): number => (CHARACTERS.indexOf(character) * FACES + face) % 251;

const fetched: string[] = [];
const fetchShipped = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
  fetched.push(path);
  if (path === 'faces/faces.json') return new TextEncoder().encode(JSON.stringify(description));
  const character = [...CHARACTERS].find((each) => sheetPath(each) === path)!;
  const data = Uint8Array.from({ length: FACES }, (_, face) => levelByte(levelOf(character, face), 256));
  return new Uint8Array(encode({ width: FACES, height: 1, channels: 1, depth: 8, data }));
};
const load = (variant: string, count = 0) => loadFaces({ variant, count, size: 16 }, fetchShipped);

describe('loading typefaces', () => {
  it('has a file for each of 62 characters, whose names differ without regard to case', () => {
    expect(new Set(Array.from(CHARACTERS, (character) => sheetPath(character).toLowerCase()))).toHaveProperty(
      'size',
      62,
    );
  });

  it.each([
    ['', 'a'],
    ['a', 'a'],
    ['A', 'A'],
    ['7', '7'],
  ])('of variant %j fetches the sheet of one character, classed by kind', async (variant, character) => {
    fetched.length = 0;
    const dataset = await load(variant);
    expect(fetched).toEqual(['faces/faces.json', sheetPath(character)]);
    expect(dataset).toEqual({
      name: 'faces',
      n: FACES,
      width: 1,
      height: 1,
      images: Float32Array.from({ length: FACES }, (_, face) => levelOf(character, face) / 255),
      labels: Uint8Array.of(0, 1, 0, 1, 0, 1, 0),
      classNames: ['sans-serif', 'serif'],
      titles: description.titles,
      factors: [
        { name: 'weight', values: Float32Array.of(100, 200, 300, 400, 500, 600, 700), levels: null },
        { name: 'serif', values: Float32Array.of(0, 1, Number.NaN, 1, 0, 1, 0), levels: ['sans-serif', 'serif'] },
      ],
    });
  });

  it.each([
    ['digits', 10],
    ['upper', 26],
    ['lower', 26],
    ['all', 62],
  ])('of variant %j has every character of every face once, classed by character', async (variant, characters) => {
    const dataset = await load(variant);
    expect(dataset.n).toBe(characters * FACES);
    expect(dataset.classNames).toHaveLength(characters);
    const pairs = Array.from(dataset.labels!, (label, i) => `${dataset.classNames![label]} ${dataset.titles![i]}`);
    expect(new Set(pairs)).toHaveProperty('size', dataset.n);
    const [category, weight, serif] = dataset.factors!;
    expect(category).toMatchObject({ name: 'category', levels: ['sans-serif', 'serif'] });
    for (let i = 0; i < dataset.n; i++) {
      const face = Number(dataset.titles![i]!.slice('Face '.length));
      const character = dataset.classNames![dataset.labels![i]!]!;
      expect(Math.round(255 * dataset.images[i]!)).toBe(levelOf(character, face));
      expect(category!.values[i]).toBe(face % 2);
      expect(weight!.values[i]).toBe(100 * (face + 1));
      expect(serif!.values[i]).toBe(description.factors[1]!.values[face] ?? Number.NaN);
    }
  });

  it('takes no more than are asked for, as evenly from the characters as from the faces', async () => {
    // Steps of 2 and of 31 divide 62: each face begins at another character, so that none is left out.
    for (const count of [31 * FACES, 14, 100, 1]) {
      const dataset = await load('all', count);
      expect(dataset.n).toBe(count);
      const characters = new Set(dataset.labels);
      if (count >= 31 * FACES) expect(characters.size).toBe(62);
      expect(new Set(dataset.titles).size).toBe(Math.min(count, FACES));
    }
  });

  it.each(['aa', 'é', 'ALL', '-'])('says what there is instead of %j', async (variant) => {
    await expect(load(variant)).rejects.toThrow(
      `The data set faces has no variant "${variant}", expected one letter or digit, digits, upper, lower, all`,
    );
  });
});
