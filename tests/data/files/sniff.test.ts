import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/data/dataset';
import { readIdx } from '../../../src/data/files/idx';
import { SNIFFED, sniff } from '../../../src/data/files/sniff';
import { FORMATS, type Format } from '../../../src/data/problem';
import { gzip } from '../../support/idx';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** One byte a character. */
const raw = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const padded = (text: string, at: number) => raw('digits/'.padEnd(at, '\0') + text.padEnd(300, '\0'));

const SAMPLES: readonly (readonly [Format, Uint8Array<ArrayBuffer>])[] = [
  ['png', new Uint8Array(encode({ width: 2, height: 1, channels: 1, depth: 8, data: Uint8Array.of(0, 255) }))],
  ['jpeg', raw('\xff\xd8\xff\xe0\0\x10JFIF\0')],
  ['gif', raw('GIF89a\x02\0\x02\0')],
  ['webp', raw('RIFF\x24\0\0\0WEBPVP8 ')],
  ['bmp', raw('BM\x46\0\0\0\0\0\0\0\x36\0\0\0')],
  ['tiff', raw('II*\0\x08\0\0\0')],
  ['tiff', raw('MM\0*\0\0\0\x08')],
  ['svg', utf8('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['svg', utf8('<?xml version="1.0"?>\n<svg width="3">')],
  ['pdf', raw('%PDF-1.7\n%\xe2\xe3')],
  ['npy', raw("\x93NUMPY\x01\0v\0{'descr': '|u1', 'fortran_order': False, 'shape': (64, 8, 8), }\n")],
  ['safetensors', raw('\x18\0\0\0\0\0\0\0{"images":{"dtype":"U8"')],
  ['npz', raw('PK\x03\x04\x14\0\0\0\0\0\0\0!\0\xaa\xbb\xcc\xdd\0\0\0\0\0\0\0\0\x0a\0\0\0images.npy\x93NUMPY')],
  ['hdf5', raw('\x89HDF\r\n\x1a\n\0\0')],
  ['mat', raw('MATLAB 5.0 MAT-file, Platform: PCWIN64')],
  ['pickle', raw('\x80\x04\x95\x10\0\0\0\0\0\0\0')],
  ['pickle', raw('\x80\x02cnumpy.core.multiarray\n')],
  ['parquet', raw('PAR1\x15\x04')],
  ['csv', utf8('label,pixel0,pixel1\n5,0,12\n0,3,255\n')],
  ['csv', utf8('0;0;5;13;9\r\n0;0;0;12;13\r\n')],
  ['csv', utf8('0,0,5,13,9,1')],
  ['json', utf8('{"images": [[0, 1]]}')],
  ['json', utf8('[[0, 0.5], [1, 0]]')],
  ['html', utf8('\n<!DOCTYPE html>\n<html><head><title>404 Not Found</title>')],
  ['html', utf8('<html>\r\n<head><title>403 Forbidden</title></head>')],
  ['html', utf8('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">\n<html xmlns="x">')],
  ['xml', utf8('<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code></Error>')],
  ['text', utf8('Handwritten digits, see the paper.\nThanks.\n')],
  ['text', utf8('手写数字')],
  ['text', raw('\xff\xfeh\0i\0')],
  ['lfs-pointer', utf8('version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 47040016\n')],
  ['zip', raw('PK\x03\x04\x14\0\0\0\x08\0\0\0!\0\xaa\xbb\xcc\xdd\0\0\0\0\0\0\0\0\x0a\0\0\0digits.txt')],
  ['zip', raw('PK\x05\x06'.padEnd(22, '\0'))],
  ['tar', padded('ustar\x0000', 257)],
  ['bzip2', raw('BZh91AY&SY')],
  ['xz', raw('\xfd7zXZ\0\0\x04')],
  ['zstd', raw('\x28\xb5\x2f\xfd\x04')],
  ['7z', raw('7z\xbc\xaf\x27\x1c\0\x04')],
  ['rar', raw('Rar!\x1a\x07\x01\0')],
];

describe('what a file looks like', () => {
  it.each(SAMPLES)('%s', async (format, bytes) => {
    expect(sniff(bytes)).toBe(format);
    for (const [content, code] of [
      [bytes, 'other-format'],
      [gzip(bytes), 'other-format-in-gzip'],
      [gzip(gzip(bytes)), 'other-format-in-gzip'],
    ] as const) {
      const error = await readIdx([new File([content], 'x')]).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(DataError);
      expect((error as DataError).problem).toEqual({ code, values: { file: 'x', format } });
    }
  });

  it('has a sample of every format', () => {
    expect(new Set(SAMPLES.map(([format]) => format))).toEqual(new Set(FORMATS));
  });

  it('is not guessed from noise', () => {
    for (const bytes of ['\0\0\x08\x03', '\x01\x02\x03\x04', 'ab\0cd', '\x80\x04\x01', 'PK\x07', '\xc3\x28\xa0', 'x']) {
      expect(sniff(raw(bytes))).toBeNull();
    }
    expect(sniff(new Uint8Array())).toBeNull();
  });

  it('is still told where the start cuts a character or a line', () => {
    expect(sniff(utf8('数'.repeat(400)).subarray(0, SNIFFED))).toBe('text');
    const rows = 'a,b,c\n'.repeat(200);
    for (let length = SNIFFED - 6; length <= SNIFFED; length++) expect(sniff(utf8(rows.slice(0, length)))).toBe('csv');
  });
});

const folder = new URL('../../../../shared/data/', import.meta.url);

describe.skipIf(!existsSync(folder))('real files that are not IDX', () => {
  it.each(['loader-cases', 'uci-digits', 'mnist'])('of %s are called what they are', async (part) => {
    for (const name of await readdir(new URL(`${part}/`, folder))) {
      const format = /\.(npy|npz|csv|png)$/.exec(name)?.[1];
      if (format === undefined) continue;
      expect(sniff((await readFile(new URL(`${part}/${name}`, folder))).subarray(0, SNIFFED)), name).toBe(format);
    }
  });
});
