/** Tables in text. Those that are named are what Python wrote, by tests/fixtures/files.py. */
import { describe, expect, it } from 'vitest';
import { readOwn } from '../../../src/data/files/readOwn';
import { gzip } from '../../support/idx';
import { imagesOf, readsOwn, refusalOf, WRITTEN, written } from '../../support/ownFiles';

const table = (text: string, name = 'table') => new File([text], name);
/** Pixel p of row i, as the script wrote them: 16 a row. */
const numbers = Array.from({ length: 3 * 16 }, (_, k) => 4 * (20 * Math.floor(k / 16) + (k % 16)) + 1);
const bytes = numbers.map((value) => Math.fround(value / 255));

/** A row of 16 pixels. */
const row = (value: number | string, ...ends: (number | string)[]) => [...Array(16).fill(value), ...ends].join(',');

describe('a table', () => {
  it('of numbers alone', async () => {
    const { dataset, found } = await readsOwn(written('plain.csv'));
    expect(dataset).toMatchObject({ n: 3, width: 4, height: 4, labels: null });
    expect([...dataset.images]).toEqual(bytes);
    expect(found).toMatchObject({
      format: 'csv',
      columns: Array.from({ length: 16 }, (_, i) => String(i)),
      range: [1, 221],
      reading: { hasHeader: false, labelColumn: null, sides: [4, 4], stretched: false },
    });
    expect(found.shapes).toEqual([
      [4, 4],
      [2, 8],
      [8, 2],
    ]);
    expect((await readOwn([written('plain.csv')], { sides: [8, 2] })).dataset).toMatchObject({ width: 8, height: 2 });
  });

  it('parted by semicolons, with a header and fractions', async () => {
    const { dataset, found } = await readsOwn(written('fractions.csv'));
    expect([...dataset.images]).toEqual(numbers.map((value) => Math.fround(value / 256)));
    expect(found.columns[15]).toBe('p15');
    expect(found.reading).toMatchObject({ hasHeader: true, stretched: false });
  });

  it('with quotes, line breaks in them, a byte order mark, a column that counts, and classes by name', async () => {
    const { dataset, found } = await readsOwn(written('quoted.csv'));
    expect([...dataset.images]).toEqual(bytes);
    expect(dataset.classNames).toEqual(['a "quoted"\nname', 'a,b', 'b']);
    expect(dataset.labels).toEqual(Uint8Array.of(0, 2, 1));
    expect(found.columns).toEqual(['', ...Array.from({ length: 16 }, (_, i) => `pixel, ${i}`), 'class']);
    expect(found.reading.labelColumn).toBe(17);
  });

  it('with tabs in UTF-16, whose header counts the pixels', async () => {
    const { dataset, found } = await readsOwn(written('tabs.tsv'));
    expect([...dataset.images]).toEqual(bytes);
    expect(dataset).toMatchObject({ labels: Uint8Array.of(5, 0, 4) });
    expect(dataset.classNames).toBeUndefined();
    expect(found.reading).toMatchObject({ hasHeader: true, labelColumn: 0 });
  });

  it('in gzip', async () => {
    expect(await imagesOf(new File([gzip(WRITTEN.get('plain.csv')!)], 'x'))).toEqual(bytes);
  });

  it.each([
    ['first', (label: number) => [label, row(0)].join(',')],
    ['last', (label: number) => row(0, label)],
  ])('has its classes in the %s column', async (_, line) => {
    const { dataset } = await readsOwn(table([3, 1, 4, 1].map(line).join('\n')));
    expect(dataset).toMatchObject({ n: 4, width: 4, labels: Uint8Array.of(3, 1, 4, 1) });
  });

  it.each([
    ['in front', (name: string, label: number) => `${name},${row(9)},${label}`],
    ['at the end', (name: string, label: number) => `${label},${row(9)},${name}`],
  ])('has names of files %s, which are neither classes nor pixels', async (_, line) => {
    const { dataset, found } = await readsOwn(table(['a.png', 'b.PNG', 'c.jpeg'].map(line).join('\n')));
    expect(dataset).toMatchObject({ n: 3, width: 4, height: 4, labels: Uint8Array.of(0, 1, 2) });
    expect(found.reading.hasHeader).toBe(false);
  });

  it('has a header that counts the pixels beside classes by name', async () => {
    const { dataset, found } = await readsOwn(table('label,0,1,2,3\ncat,9,9,9,255\ndog,8,8,8,255\n'));
    expect(dataset).toMatchObject({ n: 2, width: 2, classNames: ['cat', 'dog'] });
    expect(found.reading).toMatchObject({ hasHeader: true, labelColumn: 0 });
  });

  it('has a class that is called as columns are', async () => {
    const { dataset } = await readsOwn(table('y,0,0,0,255\nx,9,9,9,255\nz,8,8,8,255\n'));
    expect(dataset).toMatchObject({ n: 3, width: 2, classNames: ['x', 'y', 'z'], labels: Uint8Array.of(1, 0, 2) });
  });

  it('takes the column for classes that the reader chooses, or none', async () => {
    const text = ['a', 'b', 'a'].map((name, i) => `${row(100)},${name},${i}`).join('\n');
    const file = () => table(text.replaceAll('\n', '\r\n'));
    const own = await readOwn([file()], { labelColumn: 16, sides: [17, 1] }).catch((error: Error) => error.message);
    expect(own).toMatch(/^table: image height is 1 pixels/);
    const three = table(['7,x', '8,x', '7,y'].map((ends) => `1,2,3,255,${ends.split(',')[0]}`).join('\n'));
    expect((await readOwn([three], { labelColumn: 4 })).dataset.labels).toEqual(Uint8Array.of(7, 8, 7));
    const none = table(['1,2,3,255', '1,2,3,200'].join('\n'));
    expect((await readOwn([none], { labelColumn: null })).dataset).toMatchObject({ n: 2, width: 2, labels: null });
    expect((await refusalOf([file()], { labelColumn: 18 })).problem).toEqual({
      code: 'column',
      values: { file: 'table', column: 18, count: 18 },
    });
  });

  it('has a header, or none, as the reader says', async () => {
    const text = ['0,1,2,3', '9,9,9,255'].join('\n');
    expect((await readsOwn(table(text))).dataset.n).toBe(1);
    expect((await readOwn([table(text)], { hasHeader: false })).dataset.n).toBe(2);
    expect((await readOwn([table('1,2,3,4\n5,6,7,8\n')], { hasHeader: true })).dataset.n).toBe(1);
  });

  it('is read across the pieces of a file, whatever they cut', async () => {
    const n = 40_000;
    const lines = Array.from({ length: n }, (_, i) => `"name, ${i % 7}\r\n",${row((i * 7919) % 256)}`);
    const { dataset } = await readsOwn(table(`label,${row('p')}\r\n${lines.join('\r\n')}\r\n`));
    expect(dataset.n).toBe(n);
    expect(dataset.labels!.every((label, i) => label === i % 7)).toBe(true);
    expect(dataset.images.every((value, k) => value === Math.fround(((Math.floor(k / 16) * 7919) % 256) / 255))).toBe(
      true,
    );
  });

  it('whose lines end by carriage returns alone is read across its pieces, too', async () => {
    // More characters than a row may have, so that pieces have to be found.
    const n = 70_000;
    const lines = Array.from({ length: n }, (_, i) => `"name, ${i % 7}\n",${row((i * 7919) % 256)}`);
    const { dataset } = await readsOwn(table(`label,${row('p')}\r${lines.join('\r')}\r`));
    expect(dataset.n).toBe(n);
    expect(dataset.labels!.every((label, i) => label === i % 7)).toBe(true);
    expect(dataset.images.every((value, k) => value === Math.fround(((Math.floor(k / 16) * 7919) % 256) / 255))).toBe(
      true,
    );
    lines[n - 2] = '1,2,3';
    expect((await refusalOf([table(lines.join('\r'))])).problem).toMatchObject({
      code: 'table-row',
      values: { line: n - 1 },
    });
  });

  it.each([
    ['a row that is too short', `${row(1)}\n${row(2)}\n1,2,3\n`, 'table-row', { line: 3, count: 3, expected: 16 }],
    ['a text for a pixel', `${row(1)}\n${row(2)}\n${row('n/a')}`, 'table-number', { line: 3, column: 1, value: 'n/a' }],
    ['an empty pixel', `${row(1)}\n${row(2)}\n${row('')}`, 'table-number', { line: 3, column: 1, value: '' }],
    [
      'an infinite pixel',
      `${row(1)}\n${row(2)}\n${row('Infinity')}`,
      'table-number',
      { line: 3, column: 1, value: 'Infinity' },
    ],
    ['rows that are no image', '1,2,3,4,5,6,7,8,9,10,11,12,13\n', 'row-shape', { count: 13 }],
    ['a header alone', 'label,p0,p1,p2,p3\n', 'no-images', {}],
    [
      'more classes than there can be',
      Array.from({ length: 300 }, (_, i) => `name ${i},1,2,3,4`).join('\n'),
      'class-count',
      { count: 257, largest: 256 },
    ],
  ])('is refused for %s', async (_, text, code, values) => {
    expect((await refusalOf([table(text)])).problem).toEqual({ code, values: { file: 'table', ...values } });
  });

  it('of short rows takes no memory for long ones', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const long = `${Array(16_384).fill(1).join(',')}\n`;
    expect((await refusalOf([table(long + '1,2\n'.repeat(100_000))])).problem.code).toBe('table-row');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 24);
  });
});

describe('classes in a table of their own', () => {
  const images = () => written('u1<C.npy', 'images');

  it.each([
    ['lines', '5\n0\n4\n'],
    ['lines below a header', 'class\n5\n0\n4\n'],
    ['the second of two columns', '0,5\n1,0\n2,4\n'],
    ['the one that is called so', 'label,file\n5,a.png\n0,b.png\n4,c.png\n'],
    ['the one beside names of files', 'a.png,5\nb.png,0\nc.png,4\n'],
    ['the one before names of files', '5,a.png\n0,b.png\n4,c.png\n'],
    ['the one beside other names', 'one,5\ntwo,0\nthree,4\n'],
    ['the one that is not called after files', 'image_id,kind\n17,5\n19,0\n18,4\n'],
  ])('%s', async (_, text) => {
    expect((await readsOwn(images(), table(text))).dataset.labels).toEqual(Uint8Array.of(5, 0, 4));
  });

  it.each([
    ['lines', 'cat\ndog\ncat\n'],
    ['lines below a header', 'label\ncat\ndog\ncat\n'],
    ['a column below a header', 'filename,label\na.png,cat\nb.png,dog\nc.png,cat\n'],
    ['a column below a header of another name', 'file,species\na,cat\nb,dog\nc,cat\n'],
    ['before numbers of the images', 'cat,0\ndog,1\ncat,2\n'],
    ['before names of files', 'cat,a.png\ndog,b.png\ncat,c.png\n'],
  ])('have names: %s', async (_, text) => {
    const { dataset } = await readsOwn(table(text), images());
    expect(dataset).toMatchObject({ labels: Uint8Array.of(0, 1, 0), classNames: ['cat', 'dog'] });
  });

  it.each([
    ['lines below a header', 'label\ncat\ndog\nowl\n'],
    ['a column below a header', 'filename,label\na.png,cat\nb.png,dog\nc.png,owl\n'],
    ['beside names of files', 'a.png,cat\nb.png,dog\nc.png,owl\n'],
    ['before names of files', 'cat,a.png\ndog,b.png\nowl,c.png\n'],
    ['beside names that may be classes, too', 'one,cat\ntwo,dog\nthree,owl\n'],
    ['beside numbers in no order', '7,cat\n9,dog\n8,owl\n'],
  ])('have names that are all different: %s', async (_, text) => {
    const { dataset } = await readsOwn(table(text), images());
    expect(dataset).toMatchObject({ labels: Uint8Array.of(0, 1, 2), classNames: ['cat', 'dog', 'owl'] });
  });

  it('may be called as columns are', async () => {
    const { dataset } = await readsOwn(table('y\nx\ny\n'), images());
    expect(dataset).toMatchObject({ labels: Uint8Array.of(1, 0, 1), classNames: ['x', 'y'] });
  });

  it.each([
    ['little', [0xff, 0xfe], 0],
    ['big', [0xfe, 0xff], 1],
  ])('are in UTF-16, the %s end first', async (_, mark, low) => {
    for (const [text, names] of [
      ['kočka\npes\nkočka\n', ['kočka', 'pes']],
      ['0,kočka\n1,pes\n2,kočka\n', ['kočka', 'pes']],
    ] as const) {
      const bytes = new Uint8Array(2 * text.length);
      [...text].forEach((character, i) => {
        const code = character.charCodeAt(0);
        bytes[2 * i + low] = code & 255;
        bytes[2 * i + 1 - low] = code >> 8;
      });
      const { dataset } = await readsOwn(images(), new File([Uint8Array.from(mark), bytes], 'table'));
      expect(dataset).toMatchObject({ labels: Uint8Array.of(0, 1, 0), classNames: names });
    }
  });

  it('are as many as the images', async () => {
    expect((await refusalOf([images(), table('1\n2\n')])).problem).toEqual({
      code: 'label-count',
      values: { file: 'table', count: 2, expected: 3, images: 'images' },
    });
  });
});
