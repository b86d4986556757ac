/** Which of several files are images and which labels, and what is told while they are read. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readOwn } from '../../../src/data/files/readOwn';
import type { Watch } from '../../../src/data/watch';
import { createRandom } from '../../../src/math/random';
import { concat, gzip, idxBytes, smallImages } from '../../support/idx';
import { refusalOf } from '../../support/ownFiles';

type Told = Parameters<NonNullable<Watch['onProgress']>>[0];

/** A .npy file of bytes. */
function npy(shape: readonly number[], body: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(`{'descr': '|u1', 'fortran_order': False, 'shape': (${shape},), }`);
  const bytes = new Uint8Array(10 + header.length + body.length);
  bytes.set(concat(Uint8Array.of(0x93, 78, 85, 77, 80, 89, 1, 0, header.length, 0), header));
  bytes.set(body, 10 + header.length);
  return bytes;
}

/** Noise, which gzip does not make less. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  const random = createRandom(1);
  return Uint8Array.from({ length }, () => random.below(256));
}

/** What is told of a reading of files. */
async function told(...files: readonly File[]): Promise<Told[]> {
  const seen: Told[] = [];
  await readOwn(files, {}, { onProgress: (progress) => seen.push(progress) });
  return seen;
}

describe('images of IDX', () => {
  const images = () => new File([smallImages(3)], 'images');
  const idx = () => new File([idxBytes([3], [7, 0, 255])], 'labels');

  it.each([
    ['IDX', idx(), [7, 0, 255]],
    ['lines of text', new File(['7\n0\n255\n'], 'labels'), [7, 0, 255]],
    ['a table', new File(['0,7\n1,0\n2,255\n'], 'labels'), [7, 0, 255]],
    ['an array', new File([npy([3], Uint8Array.of(7, 0, 255))], 'labels'), [7, 0, 255]],
    ['bytes', new File([Uint8Array.of(7, 0, 255)], 'labels'), [7, 0, 255]],
    ['rows with a single 1', new File([Uint8Array.of(0, 0, 1, 1, 0, 0, 0, 1, 0)], 'labels'), [2, 0, 1]],
    ['names', new File(['dog\ncat\nowl'], 'labels'), [1, 0, 2]],
  ])('have labels in a file of their own: %s', async (_, labels, expected) => {
    const alone = await readOwn([images()], {});
    expect(alone.found).toMatchObject({ format: 'idx', range: [0, 25], reading: { stretched: false } });
    for (const files of [
      [images(), labels],
      [labels, images()],
    ]) {
      const { dataset, found } = await readOwn(files, {});
      expect(dataset).toMatchObject({ name: 'images', n: 3, labels: Uint8Array.from(expected) });
      expect(dataset.images).toEqual(alone.dataset.images);
      expect(found).toEqual(alone.found);
    }
  });

  it('are stretched where the reader says so', async () => {
    const { dataset, found } = await readOwn([images(), idx()], { stretched: true });
    dataset.images.forEach((value, k) => void expect(value).toBeCloseTo((10 * Math.floor(k / 6) + (k % 6)) / 25, 6));
    expect(found).toMatchObject({ range: [0, 25], reading: { stretched: true } });
  });

  it.each([
    ['another of images', new File([smallImages(3)], 'other'), 'only-images'],
    ['a format that is not read', new File(['PAR1'], 'other'), 'other-format'],
    ['an array of images', new File([npy([3, 2, 2], new Uint8Array(12))], 'other'), 'different-files'],
    ['labels that are too few', new File(['7\n0\n'], 'other'), 'label-count'],
    ['bytes that are too few', new File([Uint8Array.of(7, 0)], 'other'), 'label-count'],
  ])('are refused beside %s', async (_, other, code) => {
    expect((await refusalOf([images(), other])).problem.code).toBe(code);
    expect((await refusalOf([other, images()])).problem.code).toBe(code);
  });

  it('are missed beside labels: what is no image is named', async () => {
    expect((await refusalOf([idx(), idx()])).problem.code).toBe('only-labels');
    const text = new File(['7\n0\n'], 'notes');
    expect((await refusalOf([idx(), text])).problem).toEqual({
      code: 'other-format',
      values: { file: 'notes', format: 'text' },
    });
    expect((await refusalOf([text, text])).problem.code).toBe('other-format');
    const matlab = new File([gzip(new TextEncoder().encode('MATLAB 5.0 MAT-file'))], 'x.mat.gz');
    for (const files of [[matlab], [matlab, text]]) {
      expect((await refusalOf(files)).problem).toEqual({
        code: 'other-format-in-gzip',
        values: { file: 'x.mat.gz', format: 'mat' },
      });
    }
    expect((await refusalOf([new File([Uint8Array.of(9, 8, 7, 6)], 'bytes'), idx()])).problem).toEqual({
      code: 'not-idx',
      values: { file: 'bytes', magic: '0x09080706' },
    });
  });
});

describe('the progress of a reading', () => {
  it('is told of images of IDX beside other labels', async () => {
    const images = new File([idxBytes([3000, 32, 32], noise(3000 * 1024))], 'images');
    const labels = new File(['1\n'.repeat(3000)], 'labels');
    const seen = await told(images, labels);
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.at(-1)).toEqual({ done: images.size + labels.size, total: images.size + labels.size });
  });

  it('is that of images and labels together', async () => {
    const [n, classes] = [10_000, 250];
    const rows = new Uint8Array(n * classes);
    for (let i = 0; i < n; i++) rows[i * classes + (i % classes)] = 1;
    const images = new File([npy([n, 2, 2], noise(4 * n))], 'images');
    const labels = new File([rows], 'labels');
    const seen = await told(labels, images);
    const total = images.size + labels.size;
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.at(-1)).toEqual({ done: total, total });
    expect(seen.every((progress) => progress.total === total)).toBe(true);
  });

  it('of an archive in gzip is first that of the unpacking', async () => {
    const archive = new Uint8Array(zipSync({ 'x.npy': npy([3000, 32, 32], noise(3000 * 1024)) }, { level: 0 }));
    const packed = gzip(archive);
    const seen = await told(new File([packed], 'images.npz.gz'));
    const totals = [...new Set(seen.map(({ total }) => total))];
    expect(totals).toEqual([packed.length, archive.length]);
    for (const total of totals) {
      const of = seen.filter((progress) => progress.total === total).map(({ done }) => done);
      expect(of.length).toBeGreaterThan(20);
      expect(of).toEqual(of.toSorted((a, b) => a - b));
    }
  });
});
