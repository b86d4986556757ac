/** Which of several files are images and which labels, and what is told while they are read. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readOwn } from '../../../src/data/files/readOwn';
import type { Watch } from '../../../src/data/watch';
import { createRandom } from '../../../src/math/random';
import { concat, gzip } from '../../support/idx';

type Told = Parameters<NonNullable<Watch['onProgress']>>[0];

/** A .npy file of bytes. */
function npy(shape: readonly number[], body: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(`{'descr': '|u1', 'fortran_order': False, 'shape': (${shape}), }`);
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

describe('the progress of a reading', () => {
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
