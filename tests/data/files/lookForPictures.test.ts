/** Pictures are found in a crowd of other files, wherever they are in it. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readsOwn, refusalOf } from '../../support/ownFiles';
import { fileAt, pngBytes, square } from './pictureFiles';

const note = new TextEncoder().encode('<annotation><object/></annotation>');
const numbered = (count: number, path: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => path(i));

/** Paths that come first, with notes in them, and those of pictures. */
const CROWDS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'in a folder that comes before theirs',
    numbered(500, (i) => `set/Annotations/${i}.xml`),
    numbered(2, (i) => `set/JPEGImages/${i}.png`),
  ],
  ['without names that say so', numbered(40, (i) => `set/a/${i}`), numbered(40, (i) => `set/b/${i}`)],
];

describe('pictures after other files', () => {
  it.each(CROWDS)('%s: read from a folder', async (_, notes, pictures) => {
    const { dataset, found } = await readsOwn(
      ...notes.map((path) => fileAt(path, note)),
      ...pictures.map((path) => fileAt(path, pngBytes(square(8)))),
    );
    expect(dataset).toMatchObject({ name: 'set', n: pictures.length, width: 8 });
    expect(found).toMatchObject({ format: 'folder', leftOut: { count: notes.length } });
  });

  it.each(CROWDS)('%s: read from an archive', async (_, notes, pictures) => {
    const held = [...notes.map((path) => [path, note]), ...pictures.map((path) => [path, pngBytes(square(8))])];
    const { dataset, found } = await readsOwn(new File([new Uint8Array(zipSync(Object.fromEntries(held)))], 'a.zip'));
    expect(dataset).toMatchObject({ n: pictures.length, width: 8 });
    expect(found).toMatchObject({ format: 'zip', leftOut: { count: notes.length } });
  });
});

it('of a crowd without pictures no more are looked into than has to be', async () => {
  let opened = 0;
  class Counted extends File {
    override slice(start: number, end: number): Blob {
      opened++;
      return super.slice(start, end);
    }
  }
  const files = Array.from({ length: 1000 }, (_, i) => new Counted([note], `${i}.xml`));
  expect((await refusalOf(files)).problem.code).toBe('many-files');
  expect(opened).toBeLessThan(200);
});
