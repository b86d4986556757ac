import { readFileSync } from 'node:fs';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/data/dataset';
import { readDescription } from '../../../src/data/sets/description';
import { levelByte, readSprite } from '../../../src/data/sets/sprite';

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const about = {
  name: 'tiny',
  n: 3,
  width: 2,
  height: 1,
  levels: 3,
  labels: '907',
  source: 'a',
  licence: 'b',
  citation: 'c',
};
const grey = (width: number, height: number, data: number[]) =>
  encode({ width, height, channels: 1, depth: 8, data: Uint8Array.from(data) });
const png = grey(4, 2, [0, 128, 255, 0, 128, 128, 0, 0]);

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(DataError);
    return (error as Error).message;
  }
  throw new Error('was not refused');
}

describe('reading a sprite', () => {
  it('cuts tiles row by row, with exact levels', () => {
    expect(readSprite('tiny', png, json(about))).toEqual({
      name: 'tiny',
      n: 3,
      width: 2,
      height: 1,
      images: Float32Array.of(0, 0.5, 1, 0, 0.5, 0.5),
      labels: Uint8Array.of(9, 0, 7),
    });
  });

  it('hands on names of classes and images, and factors with what is not known as NaN', () => {
    const known = {
      classNames: ['none', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'many'],
      titles: ['first', 'second', 'third'],
      factors: [
        { name: 'angle', values: [0.5, null, -3], levels: null },
        { name: 'shape', values: [1, 0, null], levels: ['bar', 'disc'] },
      ],
    };
    expect(readSprite('tiny', png, json({ ...about, ...known }))).toMatchObject({
      classNames: known.classNames,
      titles: known.titles,
      factors: [
        { name: 'angle', values: Float32Array.of(0.5, Number.NaN, -3), levels: null },
        { name: 'shape', values: Float32Array.of(1, 0, Number.NaN), levels: ['bar', 'disc'] },
      ],
    });
  });

  it('tells all levels apart for any number of them', () => {
    for (let levels = 2; levels <= 256; levels++) {
      const bytes = Array.from({ length: levels }, (_, level) => levelByte(level, levels));
      expect(new Set(bytes).size).toBe(levels);
    }
  });

  it.each<[unknown, string]>([
    [{ ...about, labels: '90' }, 'tiny.json: has 2 labels, expected 3, one for each image'],
    [{ ...about, labels: '9x7' }, 'tiny.json: labels hold something else than digits 0 to 9'],
    [{ ...about, n: 0 }, 'tiny.json: n is 0, expected a whole number from 1 to 268435456'],
    [{ ...about, width: '2' }, 'tiny.json: width is "2", expected a whole number from 1 to 16384'],
    [{ ...about, licence: undefined }, 'tiny.json: licence is undefined, expected a text'],
    [{ ...about, width: 3 }, 'tiny.png: is 4×2 pixels, expected multiples of its tiles of 3×1'],
    [{ ...about, n: 5, labels: '12345' }, 'tiny.png: has 2×2 tiles, expected rows just enough for 5 images'],
    [{ ...about, n: 2, labels: '12' }, 'tiny.png: has 2×2 tiles, expected rows just enough for 2 images'],
    [{ ...about, levels: 2 }, 'tiny.png: pixel (1, 0) is 128, expected one of 2 grey levels'],
    [{ ...about, classNames: ['a'] }, 'tiny.json: classNames is ["a"], expected 10 texts'],
    [{ ...about, titles: ['a', 'b'] }, 'tiny.json: titles are not 3 texts, one for each image'],
    [{ ...about, titles: ['a', 'b', 4] }, 'tiny.json: titles are not 3 texts, one for each image'],
    [{ ...about, factors: {} }, 'tiny.json: factors is {}, expected a list'],
    ...[
      null,
      { name: '', values: [1, 2, 3], levels: null },
      { name: 'angle', values: [1, 2], levels: null },
      { name: 'angle', values: [1, 2, '3'], levels: null },
      { name: 'shape', values: [0, 1, 2], levels: ['bar', 'disc'] },
      { name: 'shape', values: [0, 1, 0.5], levels: ['bar', 'disc'] },
    ].map((factor): [unknown, string] => [
      { ...about, factors: [factor] },
      'tiny.json: factor 0 lacks a name, levels, or 3 values that are numbers, places in the levels, or null',
    ]),
    [null, 'tiny.json: is null, expected an object describing a sprite'],
  ])('refuses a description that does not fit: %j', (description, sentence) => {
    expect(refusal(() => readSprite('tiny', png, json(description)))).toBe(sentence);
  });

  it('refuses what is not JSON', () => {
    expect(refusal(() => readDescription('x.json', new TextEncoder().encode('<html>')))).toMatch(
      /^x\.json: is not JSON/,
    );
  });

  it('refuses what is not a grey PNG of 8 bits, and damaged ones', () => {
    const read = (bytes: Uint8Array) => refusal(() => readSprite('tiny', bytes, json(about)));
    const rgb = encode({ width: 4, height: 2, channels: 3, depth: 8, data: new Uint8Array(24) });
    const deep = encode({ width: 4, height: 2, channels: 1, depth: 16, data: new Uint16Array(8) });
    expect(read(rgb)).toBe('tiny.png: has 3 channels of 8 bits, expected grey of 8 bits');
    expect(read(deep)).toBe('tiny.png: has 1 channels of 16 bits, expected grey of 8 bits');
    expect(read(new Uint8Array(3))).toBe('tiny.png: is 3 bytes long, expected a PNG');
    expect(read(new Uint8Array(60))).toMatch(/^tiny\.png: cannot be decoded/);
    for (let length = 0; length < png.length; length++) expect(read(png.slice(0, length))).toMatch(/^tiny\.png: /);
    const huge = png.slice();
    huge[16] = 0x7f;
    expect(read(huge)).toMatch(/^tiny\.png: is 21\d+×2 pixels, expected at most 16384 a side/);
    for (let at = 16; at < png.length - 12; at++) {
      const flipped = png.slice();
      flipped[at]! ^= 0x10;
      expect(read(flipped)).toMatch(/^tiny\.png: /);
    }
  });
});

describe('the shipped digits', () => {
  const shipped = (extension: string) =>
    readFileSync(new URL(`../../../public/data/uci-digits.${extension}`, import.meta.url));
  const digits = readSprite('uci-digits', shipped('png'), shipped('json'));

  it('are 1,797 images of 8×8 in sixteenths', () => {
    expect(digits).toMatchObject({ name: 'uci-digits', n: 1797, width: 8, height: 8 });
    expect(digits.images.every((value) => Number.isInteger(16 * value) && value >= 0 && value <= 1)).toBe(true);
    expect(digits.images.some((value) => value === 1)).toBe(true);
  });

  it('have the class counts of the source', () => {
    const counts = new Array<number>(10).fill(0);
    for (const label of digits.labels!) counts[label]!++;
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
  });

  it('name their licence and authors', () => {
    const { licence, citation, source } = readDescription('uci-digits.json', shipped('json'));
    expect(licence).toBe('CC BY 4.0');
    expect(citation).toMatch(/Alpaydin.*Kaynak.*10\.24432\/C50P49/);
    expect(source).toBe('https://doi.org/10.24432/C50P49');
  });

  it('are a small download', () => {
    expect(shipped('png').length + shipped('json').length).toBeLessThan(60_000);
  });
});
