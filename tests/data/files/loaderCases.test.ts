/** Files that other programs wrote of the digits of UCI, where they are at hand: their values are those of the site's own set. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readOwn } from '../../../src/data/files/readOwn';
import { loadSource } from '../../../src/data/sources';
import { publicFiles } from '../../support/publicFiles';

const FOLDER = new URL('../../../../shared/data/', import.meta.url);
const open = async (...paths: readonly string[]) =>
  Promise.all(paths.map(async (path) => new File([new Uint8Array(await readFile(new URL(path, FOLDER)))], path)));

/** Whether two arrays are equal; of such lengths no difference can be printed. */
const same = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  a.length === b.length && Array.prototype.every.call(a, (value, i) => value === b[i]);

describe.skipIf(!existsSync(FOLDER))('the digits of UCI', async () => {
  const digits = await loadSource({ kind: 'set', set: 'uci-digits' }, publicFiles);

  it.each([
    'digits64_f32_bigendian.npy',
    'digits64_f32_fortran.npy',
    'digits64_f64.npy',
    'digits64_u8_flat.npy',
    'digits64_u8_v2header.npy',
    'digits64_deflate.npz',
    'digits64_stored.npz',
  ])('%s', async (name) => {
    const { dataset, found } = await readOwn(await open(`loader-cases/${name}`), {});
    expect(dataset).toMatchObject({ n: 64, width: 8, height: 8 });
    expect(same(dataset.images, digits.images.subarray(0, 64 * 64))).toBe(true);
    expect(dataset.labels).toEqual(name.endsWith('npz') ? digits.labels!.slice(0, 64) : null);
    expect(found.format).toBe(name.slice(-3));
    expect(found.range).toEqual(/f32|f64/.test(name) ? [0, 1] : [0, 16]);
  });

  it.each([
    ['uci-digits/digits_u8.npy', 'loader-cases/digits_labels_i64.npy'],
    ['uci-digits/digits_labels_u8.npy', 'uci-digits/digits_f32.npy'],
    ['uci-digits/digits.csv'],
  ])('%s %s', async (...paths) => {
    const { dataset } = await readOwn(await open(...paths), {});
    expect(dataset).toMatchObject({ n: digits.n, width: 8, height: 8 });
    expect(same(dataset.images, digits.images)).toBe(true);
    expect(same(dataset.labels!, digits.labels!)).toBe(true);
  });

  it('and the sprite of MNIST: an image in each row', async () => {
    const { dataset } = await readOwn(
      await open('mnist/mnist_sprite_2000.png', 'mnist/mnist_sprite_2000_labels_uint8.bin'),
      {},
    );
    expect(dataset).toMatchObject({ n: 2000, width: 28, height: 28 });
    // Digits have paper around them, and ink in their middle.
    const mean = (at: number) =>
      Array.from({ length: dataset.n }, (_, i) => dataset.images[784 * i + at]!).reduce((a, b) => a + b) / dataset.n;
    expect(mean(0)).toBe(0);
    expect(mean(14 * 28 + 14)).toBeGreaterThan(0.3);
    expect(new Set(dataset.labels).size).toBe(10);
  });
});
