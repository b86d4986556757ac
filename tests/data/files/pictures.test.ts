/** Pictures: each by itself, folders and archives of them, and sheets. Those that are named are of tests/fixtures/files.py. */
import { describe, expect, it } from 'vitest';
import { MAX_SIDE } from '../../../src/data/files/limits';
import { readOwn } from '../../../src/data/files/readOwn';
import { createRandom } from '../../../src/math/random';
import { readsOwn, refusalOf, WRITTEN, written } from '../../support/ownFiles';
import { picture, png, square } from './pictureFiles';

describe('a PNG is decoded', () => {
  const ramp = Array.from({ length: 20 }, (_, k) => k);
  const grey = async (name: string) => {
    const { dataset } = await readOwn([written(name)], { stretched: false, inverted: false });
    expect(dataset).toMatchObject({ n: 1, width: 5, height: 4 });
    return [...dataset.images].map((value) => Math.round(255 * value));
  };

  it.each([1, 2, 4, 8, 16])('in grey of %i bits', async (depth) => {
    const largest = 2 ** Math.min(depth, 8) - 1;
    expect(await grey(`grey${depth}.png`)).toEqual(ramp.map((k) => Math.round((255 * (k & largest)) / largest)));
  });

  it('in colours, by their luminance', async () => {
    expect(await grey('colours.png')).toEqual(
      ramp.map((k) => Math.round(0.2126 * k + 0.7152 * 2 * k + 0.0722 * 3 * k)),
    );
  });

  it('with a palette', async () => {
    const luma = [0, 0.2126, 0.7152, 1].map((value) => Math.round(255 * value));
    expect(await grey('palette.png')).toEqual(ramp.map((k) => luma[k % 4]));
  });

  it('with transparency: what is dark lies on white', async () => {
    expect(await grey('transparent.png')).toEqual(ramp.map((k) => (k % 2 ? k : 255)));
  });
});

describe('pictures', () => {
  it('of a folder: folders are classes, and names titles', async () => {
    const { dataset, found } = await readsOwn(
      png('set/b/10.png', square(8, 250)),
      png('set/b/9.png', square(8, 150)),
      png('set/a/1.png', square(8, 50)),
      new File(['notes'], 'readme.txt'),
    );
    expect(dataset).toMatchObject({
      name: 'set',
      n: 3,
      width: 8,
      height: 8,
      titles: ['1', '9', '10'],
      classNames: ['a', 'b'],
      labels: Uint8Array.of(0, 1, 1),
    });
    expect([...new Set(dataset.images)]).toEqual([0, 50, 150, 250].map((value) => Math.fround(value / 255)));
    expect(found).toMatchObject({ format: 'folder', range: [0, 250], leftOut: { count: 1, names: ['readme.txt'] } });
  });

  it('in folders that are numbers: these are the classes', async () => {
    const { dataset } = await readsOwn(png('set/train/7/a.png', square(8)), png('set/test/3/b.png', square(8)));
    expect(dataset.labels).toEqual(Uint8Array.of(3, 7));
    expect(dataset.classNames).toBeUndefined();
  });

  it('without folders have no classes, and systems put nothing among them', async () => {
    const { dataset, found } = await readsOwn(
      png('a.png', square(8)),
      png('b.png', square(8)),
      ...['.DS_Store', 'Thumbs.db', '._a.png'].map((name) => new File(['x'], name)),
    );
    expect(dataset).toMatchObject({ n: 2, labels: null });
    expect(found.leftOut.count).toBe(0);
  });

  it('are brought to the size that most have, in the middle of paper', async () => {
    const files = [square(8), square(8), square(16), picture(8, 4, () => 100)].map((it, i) => png(`${i}.png`, it));
    const { dataset } = await readOwn(files, { stretched: false });
    expect(dataset).toMatchObject({ n: 4, width: 8, height: 8 });
    const image = (i: number) => [...dataset.images.subarray(64 * i, 64 * (i + 1))].map((v) => Math.round(255 * v));
    expect(image(2)).toEqual(image(0));
    expect(image(3)).toEqual(Array.from({ length: 64 }, (_, k) => (k >= 16 && k < 48 ? 100 : 0)));
  });

  it('that are dark on light are turned round, with what is around them', async () => {
    const light = [square(8, 0, 255), square(8, 0, 255), picture(8, 4, () => 255)].map((it, i) => png(`${i}.png`, it));
    const { dataset, found } = await readsOwn(...light);
    expect(found.reading.inverted).toBe(true);
    expect([...dataset.images.subarray(0, 64)]).toEqual([...square(8, 1).data]);
    expect(dataset.images.subarray(128).every((value) => value === 0)).toBe(true);
    expect((await readOwn(light, { inverted: false })).dataset.images[0]).toBe(1);
  });

  it('that are larger than an image are averaged down', async () => {
    const { dataset } = await readsOwn(
      png(
        'a.png',
        picture(512, 256, () => 255),
      ),
      png('b.png', square(512)),
    );
    expect([dataset.width, dataset.height]).toContain(MAX_SIDE);
  });

  it('that cannot be decoded are counted; where none can, that is told', async () => {
    const broken = () => new File([WRITTEN.get('grey8.png')!.slice(0, 60)], 'broken.png');
    const { dataset, found } = await readsOwn(png('a.png', square(8)), broken(), png('b.png', square(8)));
    expect(dataset.n).toBe(2);
    expect(found.leftOut).toEqual({ count: 1, names: ['broken.png'] });
    expect((await refusalOf([broken(), broken()])).problem.code).toBe('no-pictures');
    expect((await refusalOf([broken()])).problem).toEqual({ code: 'picture', values: { file: 'broken.png' } });
  });
});

describe('a zip archive', () => {
  it.each(['stored.zip', 'deflated.zip'])('%s of pictures in folders', async (name) => {
    const { dataset, found } = await readOwn([written(name, 'digits.zip')], { stretched: false });
    expect(dataset).toMatchObject({
      name: 'digits.zip',
      n: 4,
      width: 5,
      height: 4,
      titles: ['8', '10', '9', '11'],
      classNames: ['cat', 'dog'],
      labels: Uint8Array.of(0, 0, 1, 1),
    });
    const inks = [0, 1, 2, 3].map((i) => Math.round(255 * dataset.images[20 * i + 6]!));
    expect(inks).toEqual([40, 140, 90, 190]);
    expect(found).toMatchObject({ format: 'zip', leftOut: { count: 1, names: ['digits/cat/notes.txt'] } });
  });

  it('is refused where it is damaged', async () => {
    const sound = WRITTEN.get('stored.zip')!;
    const damaged = (change: (bytes: Uint8Array) => void) => {
      const bytes = sound.slice();
      change(bytes);
      return new File([bytes], 'a.zip');
    };
    expect((await refusalOf([new File([sound.slice(0, -60)], 'a.zip')])).problem).toEqual({
      code: 'zip-damaged',
      values: { file: 'a.zip' },
    });
    // A changed byte in one of the pictures: that is left out, the others are read.
    const at = Buffer.from(sound).indexOf('IDAT') + 8;
    const { dataset } = await readsOwn(damaged((bytes) => void bytes.set([bytes[at]! ^ 1], at)));
    expect(dataset.n).toBe(3);
  });
});

describe('a sheet', () => {
  const random = createRandom(1);
  const tiles = Array.from({ length: 12 }, () =>
    picture(12, 12, (x, y) => (Math.min(x, y) >= 2 && Math.max(x, y) < 10 ? 40 + random.below(215) : 0)),
  );
  const sheet = (columns: number, rows: number, side = 12) =>
    png(
      'sheet.png',
      picture(side * columns, side * rows, (x, y) => {
        const tile = tiles[columns * Math.floor(y / side) + Math.floor(x / side)];
        return tile?.data[side * (y % side) + (x % side)] ?? 0;
      }),
    );
  const expected = (n: number) => tiles.slice(0, n).flatMap(({ data }) => [...data].map((v) => Math.fround(v / 255)));

  it('is cut into tiles with margins, which are found, without the blank ones at its end', async () => {
    const { dataset, found } = await readsOwn(sheet(5, 3));
    expect(dataset).toMatchObject({ name: 'sheet.png', n: 12, width: 12, height: 12, labels: null });
    expect([...dataset.images]).toEqual(expected(12));
    expect(found.format).toBe('png');
    expect(found.shapes[0]).toEqual([12, 12]);
    expect(found.shapes).toContainEqual([4, 4]);
  });

  it('is cut as the reader says', async () => {
    const halves = await readOwn([sheet(2, 2)], { sides: [12, 6] });
    expect(halves.dataset).toMatchObject({ n: 8, width: 12, height: 6 });
    expect(halves.dataset.images.slice(0, 72)).toEqual(Float32Array.from(expected(1).slice(0, 72)));
    expect((await refusalOf([sheet(2, 2)], { sides: [7, 12] })).problem).toEqual({
      code: 'tile',
      values: { file: 'sheet.png', width: 7, height: 12, sheet: '24×24' },
    });
  });

  it('may have an image in each row', async () => {
    const rows = png(
      'rows.png',
      picture(144, 11, (x, y) => tiles[y]!.data[x]!),
    );
    const { dataset } = await readsOwn(rows);
    expect(dataset).toMatchObject({ n: 11, width: 12, height: 12 });
    expect([...dataset.images]).toEqual(expected(11));
  });

  it('has labels in a file of bytes', async () => {
    const labels = Uint8Array.from({ length: 12 }, (_, i) => i % 10);
    const bytes = (content: Uint8Array<ArrayBuffer>) => new File([content], 'labels.bin');
    expect((await readsOwn(sheet(4, 3), bytes(labels))).dataset.labels).toEqual(labels);
    const oneHot = Uint8Array.from({ length: 120 }, (_, k) => Number(k % 10 === labels[Math.floor(k / 10)]));
    expect((await readsOwn(bytes(oneHot), sheet(4, 3))).dataset.labels).toEqual(labels);
    expect((await refusalOf([sheet(4, 3), bytes(labels.slice(1))])).problem.code).toBe('label-count');
  });

  it('that is one small picture is one image', async () => {
    expect((await readsOwn(png('one.png', square(28)))).dataset).toMatchObject({ n: 1, width: 28, height: 28 });
  });

  it('that is one large picture, which cannot be cut, is one image, averaged down', async () => {
    // White on its left: sides without a common divisor are no sides of tiles.
    const large = (width: number, height: number) =>
      png(
        'screen.png',
        picture(width, height, (x) => (x < width / 4 ? 255 : 0)),
      );
    const { dataset, found } = await readsOwn(large(1009, 757));
    expect(dataset).toMatchObject({ name: 'screen.png', n: 1, width: MAX_SIDE, height: 96, labels: null });
    expect(found).toMatchObject({ format: 'png', shapes: [], reading: { sides: [MAX_SIDE, 96] } });
    dataset.images.forEach((value, k) => {
      const x = k % MAX_SIDE;
      if (x !== MAX_SIDE / 4) expect(value).toBeCloseTo(Number(x < MAX_SIDE / 4), 1);
    });
    expect((await readsOwn(large(131, 401))).dataset).toMatchObject({ n: 1, width: 42, height: MAX_SIDE });
    expect((await refusalOf([large(1009, 757)], { sides: [28, 28] })).problem).toMatchObject({
      code: 'tile',
      values: { sheet: '1009×757' },
    });
  });
});
