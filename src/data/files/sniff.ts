import type { Format } from '../problem';
import { encodingOf } from './tableText';

/** Bytes of a file's start that are enough to tell its format. */
export const SNIFFED = 512;

/** Formats that begin with fixed bytes, given as text of one byte a character; ? stands for any byte. */
const STARTS: readonly (readonly [Format, string])[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF8'],
  ['webp', 'RIFF????WEBP'],
  ['bmp', 'BM????\0\0\0\0'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['pdf', '%PDF-'],
  ['npy', '\x93NUMPY'],
  ['hdf5', '\x89HDF\r\n\x1a\n'],
  ['mat', 'MATLAB '],
  ['parquet', 'PAR1'],
  ['lfs-pointer', 'version https://git-lfs.github.com/spec/'],
  ['bzip2', 'BZh'],
  ['xz', '\xfd7zXZ\0'],
  ['zstd', '\x28\xb5\x2f\xfd'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['rar', 'Rar!\x1a\x07'],
];

/**
 * What a file looks like that is not IDX.
 * @param head its first bytes, unpacked: SNIFFED of them or the whole file
 * @returns null for what is not known
 */
export function sniff(head: Uint8Array): Format | null {
  if (isSafetensors(head)) return 'safetensors';
  // Latin-1 by hand: TextDecoder's "latin1" is windows-1252, which changes some bytes.
  const raw = String.fromCharCode(...head.subarray(0, SNIFFED));
  for (const [format, start] of STARTS) if (startsWith(raw, start)) return format;
  // A zip of arrays is what numpy.savez writes: the name of its first entry stands at byte 30.
  if (startsWith(raw, 'PK\x03\x04')) return /^[^\0/]+\.npy/.test(raw.slice(30)) ? 'npz' : 'zip';
  if (startsWith(raw, 'PK\x05\x06')) return 'zip';
  if (startsWith(raw.slice(257), 'ustar')) return 'tar';
  if (isPickle(raw)) return 'pickle';
  return sniffText(head.subarray(0, SNIFFED));
}

function startsWith(raw: string, start: string): boolean {
  if (raw.length < start.length) return false;
  for (let i = 0; i < start.length; i++) if (start[i] !== '?' && start[i] !== raw[i]) return false;
  return true;
}

/** Eight bytes with the length of a header, which is JSON: no header is so long that it needs more than four of them. */
function isSafetensors(head: Uint8Array): boolean {
  const [, , , , a, b, c, d, brace, quote] = head;
  return (a! | b! | c! | d!) === 0 && brace === 0x7b && (quote === 0x22 || quote === 0x7d) && head.length >= 10;
}

/** Protocols 2 to 5; the opcode that follows tells pickle from chance. */
function isPickle(raw: string): boolean {
  const [start, protocol, opcode] = raw;
  return start === '\x80' && '\x02\x03\x04\x05'.includes(protocol ?? '-') && '\x95cq(]}KX\x8c'.includes(opcode ?? '-');
}

function sniffText(head: Uint8Array): Format | null {
  const text = decodeText(head);
  if (text === null) return null;
  const start = text.trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<body|<!-- *html)/.test(start)) return 'html';
  if (/^<svg[\s>]/.test(start) || (start.startsWith('<?xml') && /<svg[\s>]/.test(start))) return 'svg';
  if (/^(<\?xml|<!doctype|<[a-z][\w:-]*[\s/>])/.test(start)) return /<html[\s>]/.test(start) ? 'html' : 'xml';
  if (/^(\{\s*("|\})|\[\s*([[{"\d\-\]]|true|false|null))/.test(start)) return 'json';
  return isTable(text) ? 'csv' : 'text';
}

/** The text of bytes that can be nothing else; null where they are no text. A character may be cut at the end. */
function decodeText(head: Uint8Array): string | null {
  if (head.length < 2) return null;
  let text: string;
  try {
    text = new TextDecoder(encodingOf(head), { fatal: true }).decode(head, { stream: true });
  } catch {
    return null;
  }
  // Control characters other than tab, line feed, form feed and carriage return are in no text.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text !== '' && !/[\x00-\x08\x0b\x0e-\x1f\x7f]/.test(text) ? text : null;
}

/** Whether the lines have the same separators, at least one of them each; the last line may be cut. */
function isTable(text: string): boolean {
  // Between quotes anything may stand; the last of them may be cut, too.
  const lines = text.replace(/"[^"]*("|$)/g, '').split(/\r\n?|\n/);
  if (lines.length > 1) lines.pop();
  const rows = lines.filter((line) => line !== '');
  return [',', ';', '\t'].some((separator) => {
    const [first = 0, second = first, ...others] = rows.map((line) => line.split(separator).length - 1);
    // A single line may be prose with a comma; a row of a table has more of them, as two that are alike have.
    const many = first > 2 && second === first;
    return many || (rows.length > 1 && first > 0 && [second, ...others].every((count) => count === first));
  });
}
