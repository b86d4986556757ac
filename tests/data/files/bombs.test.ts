/** Files that promise, or unpack to, far more than they are: they are refused before memory is taken for it. */
import { deflateRawSync, deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/formats/crc32';
import { createRandom } from '../../../src/math/random';
import { heldBytes, neededBytes } from '../../support/heldBytes';
import { concat } from '../../support/idx';
import { readsOwn, refusalOf, WRITTEN } from '../../support/ownFiles';
import { header, pngOf } from './pngChunks';

const MEGABYTE = 2 ** 20;

/** The code of the problem, and the megabytes that were held when it was told. */
async function refused(content: Uint8Array<ArrayBuffer>): Promise<{ code: string; megabytes: number }> {
  const file = new File([content], 'file');
  const before = neededBytes();
  const { problem } = await refusalOf([file]);
  return { code: problem.code, megabytes: (heldBytes() - before) / MEGABYTE };
}

// The readers' scripts come with the first file of a kind, and are no part of what a file takes.
beforeAll(async () => {
  for (const name of ['grey8.png', 'quoted.csv']) await readsOwn(new File([WRITTEN.get(name)!], name));
  await refused(pngOf(deflateSync(new Uint8Array(1)), header(4, 4)));
});

describe('a picture', () => {
  it('of 10¹² pixels', async () => {
    const { code, megabytes } = await refused(pngOf(deflateSync(new Uint8Array(100)), header(10 ** 6, 10 ** 6)));
    expect(code).toBe('picture-size');
    expect(megabytes).toBeLessThan(4);
  });

  it('of more pixels than its bytes can be', async () => {
    const { code, megabytes } = await refused(pngOf(deflateSync(new Uint8Array(100)), header(8000, 8000)));
    expect(code).toBe('picture');
    expect(megabytes).toBeLessThan(4);
  });

  it('that unpacks to more than its pixels', async () => {
    const { code, megabytes } = await refused(pngOf(deflateSync(new Uint8Array(100 * MEGABYTE)), header(4, 4)));
    expect(code).toBe('picture');
    // Of zeros, 16 kB are 17 MB.
    expect(megabytes).toBeLessThan(64);
  });

  it('whose second header claims more than its first', async () => {
    const small = deflateSync(new Uint8Array(4 * 5));
    expect((await readsOwn(new File([pngOf(small, header(4, 4))], 'file'))).dataset).toMatchObject({ n: 1, width: 4 });
    // The decoder takes memory by the header that comes last: 100 MB here.
    const { message } = await refusalOf([new File([pngOf(small, header(4, 4), header(10_000, 10_000))], 'file')]);
    expect(message).toBe('file: cannot be decoded as PNG, has two chunks IHDR');
  });
});

describe('an archive', () => {
  const npy = (...shape: readonly number[]): Uint8Array<ArrayBuffer> => {
    const about = new TextEncoder().encode(`{'descr': '|u1', 'fortran_order': False, 'shape': (${shape}), }\n`);
    return concat(Uint8Array.of(0x93, 78, 85, 77, 80, 89, 1, 0, about.length, 0), about);
  };
  /** A file of such bytes, followed by megabytes of zeros, under each of the names; and what the archive says of its size. */
  const archive = (
    start: Uint8Array,
    megabytes: number,
    said: number,
    names: readonly string[] = ['x.npy'],
  ): Uint8Array<ArrayBuffer> => {
    const content = new Uint8Array(megabytes * MEGABYTE);
    content.set(start);
    const body = deflateRawSync(content);
    const sum = crc32(content);
    // Method, time and date, checksum, packed and unpacked size, and length of the name: alike in both headers.
    const known = (name: string): Uint8Array => {
      const bytes = new Uint8Array(20);
      const view = new DataView(bytes.buffer);
      view.setUint16(0, 8, true);
      view.setUint32(6, sum, true);
      view.setUint32(10, body.length, true);
      view.setUint32(14, said, true);
      view.setUint16(18, name.length, true);
      return bytes;
    };
    const text = (name: string): Uint8Array => new TextEncoder().encode(name);
    const first = names[0]!;
    const local = concat(
      Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0),
      known(first),
      new Uint8Array(2),
      text(first),
      body,
    );
    // All of them lie at the start.
    const entries = concat(
      ...names.flatMap((name) => [
        Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0),
        known(name),
        new Uint8Array(16),
        text(name),
      ]),
    );
    const end = new Uint8Array(22);
    end.set([0x50, 0x4b, 5, 6]);
    new DataView(end.buffer).setUint32(12, entries.length, true);
    new DataView(end.buffer).setUint32(16, local.length, true);
    return concat(local, entries, end);
  };

  it('with an array of more than it says', async () => {
    const { code, megabytes } = await refused(archive(npy(1, 28, 28), 100, npy(1, 28, 28).length + 784));
    expect(code).toBe('zip-damaged');
    expect(megabytes).toBeLessThan(64);
  });

  it('with an array of more bytes than can be packed so', async () => {
    const { code, megabytes } = await refused(
      archive(npy(1_000_000, 28, 28), 1, npy(1_000_000, 28, 28).length + 784_000_000),
    );
    expect(code).toBe('zip-damaged');
    expect(megabytes).toBeLessThan(8);
  });

  it('with an array of 10¹² pixels', async () => {
    expect((await refused(archive(npy(1_300_000_000, 28, 28), 1, MEGABYTE))).code).toBe('file-size');
  });

  /** Images, and labels of so many zeros each. */
  const labelled = (n: number, width: number): Uint8Array<ArrayBuffer> => {
    const y = npy(n, width);
    const labels = new Uint8Array(y.length + n * width);
    labels.set(y);
    return new Uint8Array(zipSync({ 'x.npy': concat(npy(n, 8, 8), new Uint8Array(64 * n)), 'y.npy': labels }));
  };

  it('with labels of more numbers than there can be classes', async () => {
    const { code, megabytes } = await refused(labelled(15, MEGABYTE / 4));
    expect(code).toBe('class-count');
    // All of them are unpacked where the header is looked for: they fit into one piece.
    expect(megabytes).toBeLessThan(32);
  });

  it('with labels that are none, of as many numbers as there can be classes', async () => {
    const { code, megabytes } = await refused(labelled(2 ** 13, 256));
    expect(code).toBe('array-shape');
    expect(megabytes).toBeLessThan(32);
  });

  it('that is in an archive', async () => {
    const inner = zipSync({ 'images.npz': WRITTEN.get('stored.npz')! });
    expect((await refused(new Uint8Array(inner))).code).toBe('other-format');
  });

  it('with pictures upon each other, of more than is read', async () => {
    // Each is as the archive says: a megabyte that begins as a picture does. Only together they are too many.
    const names = Array.from({ length: 1025 }, (_, i) => `${i}.png`);
    const random = createRandom(1);
    const noise = Uint8Array.from({ length: 20_000 }, () => random.below(256));
    const bytes = archive(concat(WRITTEN.get('grey8.png')!, noise), 1, MEGABYTE, names);
    expect(bytes.length).toBeLessThan(2 ** 17);
    const { code, megabytes } = await refused(bytes);
    expect(code).toBe('file-size');
    expect(megabytes).toBeLessThan(64);
  });
});
