/** Gzip of one member and of several (RFC 1952 2.2), sound and damaged. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/data/dataset';
import { type Chunks, type Packed, readBytes } from '../../../src/data/files/bytes';
import { gunzip } from '../../../src/data/files/gzip';
import { crc32 } from '../../../src/formats/crc32';
import { createRandom } from '../../../src/math/random';
import { concat, gzip, smallImages } from '../../support/idx';
import { imagesOf, readsOwn, refusalOf } from '../../support/ownFiles';

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes of which gzip makes somewhat less. */
function content(length: number): Bytes {
  const random = createRandom(3);
  return Uint8Array.from({ length }, () => random.below(64));
}

interface HeaderFields {
  readonly extra?: Uint8Array;
  readonly name?: string;
}

/** A member with fields in its header. */
function member(bytes: Uint8Array, { extra, name }: HeaderFields): Bytes {
  const flags = (extra === undefined ? 0 : 4) | (name === undefined ? 0 : 8);
  const fields = [
    Uint8Array.of(0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 255),
    extra === undefined ? new Uint8Array(0) : concat(Uint8Array.of(extra.length & 255, extra.length >> 8), extra),
    new TextEncoder().encode(name === undefined ? '' : `${name}\0`),
  ];
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, crc32(bytes), true);
  trailer.setUint32(4, bytes.length, true);
  return concat(...fields, deflateRawSync(bytes), new Uint8Array(trailer.buffer));
}

/** Pieces of such a length. */
const pieces = (bytes: Uint8Array, length: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, i) => bytes.subarray(i * length, (i + 1) * length));

/** All that is unpacked. */
async function unpacked(bytes: Bytes, layers = 1): Promise<Bytes> {
  const packed: Pick<Packed, 'file' | 'layers'> = { file: new File([bytes], 'x.gz'), layers };
  const chunks: Bytes[] = [];
  for await (const chunk of readBytes(packed)) chunks.push(chunk);
  return concat(...chunks);
}

/** The code of the problem with bytes that cannot be unpacked. */
async function problemOf(bytes: Bytes): Promise<string> {
  const error: unknown = await unpacked(bytes).catch((thrown: unknown) => thrown);
  if (!(error instanceof DataError)) throw new Error(`expected a DataError, got ${error}`);
  expect(error.message).toMatch(/^x\.gz: /);
  return error.problem.code;
}

describe('gzip of several members', () => {
  const whole = content(200_000);

  it.each([
    ['as cat puts together', (piece: Uint8Array) => gzip(piece), 30_011],
    // BGZF: a field BC, of two bytes with the length of the member.
    ['as bgzip writes', (piece: Uint8Array) => member(piece, { extra: Uint8Array.of(66, 67, 2, 0, 1, 2) }), 65_280],
    ['with names', (piece: Uint8Array, i: number) => member(piece, { name: `part ${i}` }), 50_000],
    ['with headers of 64 kB', (piece: Uint8Array) => member(piece, { extra: content(65_535), name: 'x' }), 50_000],
    ['of a byte each', (piece: Uint8Array) => gzip(piece), 1],
  ])('%s', async (_, pack, length) => {
    const parts = pieces(length === 1 ? whole.subarray(0, 3000) : whole, length);
    const packed = concat(...parts.map(pack));
    expect(Buffer.compare(await unpacked(packed), concat(...parts))).toBe(0);
  });

  it('of which some are empty', async () => {
    const empty = gzip(new Uint8Array(0));
    const packed = concat(empty, gzip(whole.subarray(0, 10)), empty, empty, gzip(whole.subarray(10, 20)), empty);
    expect(await unpacked(packed)).toEqual(whole.slice(0, 20));
    expect(await unpacked(empty)).toEqual(new Uint8Array(0));
  });

  it('in gzip of several members', async () => {
    const pack = (bytes: Uint8Array, length: number) => concat(...pieces(bytes, length).map((piece) => gzip(piece)));
    expect(Buffer.compare(await unpacked(pack(pack(whole, 40_000), 17_000), 2), whole)).toBe(0);
  });

  it('is unpacked in whatever pieces it comes', async () => {
    const random = createRandom(7);
    for (let run = 0; run < 40; run++) {
      const parts: Uint8Array[] = [];
      for (let at = 0; at < 2000; ) {
        const length = random.below(random.below(2) === 0 ? 20 : 1000);
        parts.push(whole.subarray(at, at + length));
        at += length;
      }
      const packed = concat(
        ...parts.map((part) =>
          random.below(2) === 0 ? gzip(part) : member(part, { name: 'x'.repeat(random.below(99)) }),
        ),
      );
      const most = [1, 2, 10, 300, 5000][random.below(5)]!;
      async function* cut(): Chunks {
        for (let at = 0; at < packed.length; ) {
          const length = random.below(most + 1);
          yield packed.slice(at, at + length);
          at += length;
        }
      }
      const chunks: Bytes[] = [];
      for await (const chunk of gunzip(cut(), new File([], 'x.gz'))) chunks.push(chunk);
      expect(Buffer.compare(concat(...chunks), concat(...parts)), `run ${run}`).toBe(0);
    }
  });

  it('is read as the same without it', async () => {
    const images = smallImages(40);
    const file = new File([concat(gzip(images.subarray(0, 100)), gzip(images.subarray(100)))], 'digits.gz');
    expect(await imagesOf(file)).toEqual(await imagesOf(new File([images], 'digits')));
    const table = new TextEncoder().encode('1,2,3,4\n5,6,7,255\n');
    const { dataset } = await readsOwn(new File([concat(gzip(table.subarray(0, 5)), gzip(table.subarray(5)))], 'x'));
    expect(dataset).toMatchObject({ n: 2, width: 2 });
  });
});

describe('gzip that is damaged', () => {
  const [first, second] = [gzip(content(300)), gzip(content(500).subarray(300))];
  const both = concat(first, second);

  it('is refused wherever it is cut short', async () => {
    for (let length = 2; length < both.length; length++) {
      if (length === first.length) continue;
      // What is left of the header of the second is something after the first.
      const inHeader = length > first.length && length < first.length + 10;
      expect(await problemOf(both.slice(0, length)), `${length} bytes`).toBe(
        inHeader ? 'gzip-trailing' : 'gzip-damaged',
      );
    }
  });

  it('is refused where the checksum or the length of any member is another', async () => {
    for (const end of [first.length, both.length]) {
      for (let at = end - 8; at < end; at++) {
        const changed = both.slice();
        changed[at]! ^= 1;
        expect(await problemOf(changed), `byte ${at}`).toBe('gzip-damaged');
      }
    }
  });

  it('is refused for any bit of what is packed', async () => {
    for (let at = first.length + 10; at < both.length; at++) {
      const changed = both.slice();
      changed[at]! ^= 1 << (at % 8);
      expect(await problemOf(changed), `byte ${at}`).toBe('gzip-damaged');
    }
  });

  it.each([
    ['a byte', Uint8Array.of(0)],
    ['three bytes', Uint8Array.of(0x1f, 0x8b, 8)],
    ['zeros', new Uint8Array(600)],
    ['text', new TextEncoder().encode('\n-- \nend\n')],
    ['gzip packed in another way', Uint8Array.of(0x1f, 0x8b, 7, 0, 0, 0, 0, 0, 0, 3, 3, 0)],
  ])('has %s after its end', async (_, after) => {
    expect(await problemOf(concat(both, after))).toBe('gzip-trailing');
  });

  it('is packed in another way', async () => {
    expect(await problemOf(Uint8Array.of(0x1f, 0x8b, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toBe('gzip-damaged');
  });

  it('has a header without end', async () => {
    const start = Uint8Array.of(0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 255);
    expect(await problemOf(concat(start, new Uint8Array(1_000_000).fill(65)))).toBe('gzip-damaged');
    expect(await problemOf(concat(first, start, new Uint8Array(1_000_000).fill(65)))).toBe('gzip-damaged');
  });

  it('is told as that by whoever reads it', async () => {
    const images = gzip(smallImages(40));
    images[images.length - 8]! ^= 1;
    expect((await refusalOf([new File([images], 'x.gz')])).problem).toEqual({
      code: 'gzip-damaged',
      values: { file: 'x.gz' },
    });
  });
});
