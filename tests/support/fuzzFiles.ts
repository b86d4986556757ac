/** Files of any kind, mostly damaged, for readers that have to answer all of them with images or with a sentence. */
import { encode } from 'fast-png';
import type { Random } from '../../src/math/random';
import { concat, gzip, idxBytes } from './idx';
import { WRITTEN } from './ownFiles';

type Bytes = Uint8Array<ArrayBuffer>;

const NAMES = [...WRITTEN.keys()];
const text = (content: string): Bytes => new TextEncoder().encode(content);
const bytes = (random: Random, length: number): Bytes => Uint8Array.from({ length }, () => random.below(256));
const one = <T>(random: Random, of: readonly T[]): T => of[random.below(of.length)]!;
const size = (random: Random): number =>
  one(random, [0, 1, 2, 3, 4, 5, 8, 28, 127, 128, 129, 1000, 65536, 10 ** 6, 2 ** 31, 2 ** 32, 2 ** 53 - 1]);

/** A header of NumPy's that claims anything. */
function claimingNpy(random: Random): Bytes {
  const shape = Array.from({ length: random.below(6) }, () => size(random)).join(', ');
  const type = one(random, [
    '|u1',
    '<f4',
    '>f8',
    '<i8',
    '|b1',
    '<f2',
    '<U5',
    '|O',
    '<c8',
    '',
    '<u3',
    'f4',
    "<f4', 'x': '",
  ]);
  const header = text(
    `{'descr': '${type}', 'fortran_order': ${one(random, ['True', 'False', '1'])}, 'shape': (${shape},), }`,
  );
  const length = random.below(10) === 0 ? size(random) : header.length;
  const version = one(random, [1, 1, 1, 1, 2, 3, 0, 4]);
  const prefix =
    version === 1 ? [length & 255, (length >> 8) & 255] : [length & 255, (length >> 8) & 255, (length >> 16) & 255, 0];
  return concat(Uint8Array.of(0x93, ...text('NUMPY'), version, 0, ...prefix), header, bytes(random, random.below(200)));
}

/** A PNG whose header claims other sides, depths and colours than it has. */
function claimingPng(random: Random): Bytes {
  const sound = encode({ width: 4, height: 4, channels: 1, depth: 8, data: bytes(random, 16) });
  const view = new DataView(sound.buffer);
  view.setUint32(16, size(random) % 2 ** 32);
  view.setUint32(20, size(random) % 2 ** 32);
  for (let i = 24; i < 29; i++) if (random.below(3) === 0) sound[i] = random.below(20);
  return new Uint8Array(sound);
}

function safetensors(random: Random): Bytes {
  const entry = (): unknown => ({
    dtype: one(random, ['U8', 'F32', 'I64', 'BF16', 'BOOL', 'X']),
    shape: Array.from({ length: random.below(5) }, () => size(random)),
    data_offsets: [random.below(50), size(random)],
  });
  const header = text(JSON.stringify({ images: entry(), labels: entry() }));
  const start = new Uint8Array(8);
  new DataView(start.buffer).setUint32(0, random.below(8) === 0 ? size(random) % 2 ** 32 : header.length, true);
  return concat(start, header, bytes(random, random.below(200)));
}

/** Lines of anything that tables are made of. */
function table(random: Random): Bytes {
  const parts = [
    '1',
    '0',
    '255',
    '0.5',
    'a',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    ' ',
    '-1',
    '1e400',
    'NaN',
    'label',
    '\0',
    'é',
  ];
  if (random.below(2) === 0) return text(Array.from({ length: random.below(200) }, () => one(random, parts)).join(''));
  const width = 1 + random.below(20);
  const separator = one(random, [',', ';', '\t']);
  const field = (): string => (random.below(60) === 0 ? one(random, parts) : String(random.below(256)));
  const row = (): string => Array.from({ length: width + (random.below(80) === 0 ? 1 : 0) }, field).join(separator);
  return text(Array.from({ length: random.below(12) }, row).join('\n'));
}

/** Headers of the pictures that browsers decode. */
function picture(random: Random): Bytes {
  const start = one(random, [
    '\xff\xd8\xff\xe0',
    'GIF89a',
    'RIFF\0\0\0\0WEBPVP8 ',
    'RIFF\0\0\0\0WEBPVP8X',
    'BM\0\0\0\0\0\0\0\0',
  ]);
  return concat(
    Uint8Array.from(start, (character) => character.charCodeAt(0)),
    bytes(random, random.below(60)),
  );
}

/** A file that a program wrote. */
const sound = (random: Random): Bytes => WRITTEN.get(one(random, NAMES))!.slice();

/** Changes a few bytes, cuts some off, or puts some after. */
function damage(random: Random, file: Bytes): Bytes {
  for (let i = random.below(6); i > 0 && file.length > 0; i--) {
    // Headers are at the start, those of archives at the end as well.
    const near = random.below(3);
    const at = near === 0 ? random.below(file.length) : random.below(Math.min(file.length, 120));
    file[near === 1 ? file.length - 1 - at : at] = one(random, [0, 1, 127, 255, random.below(256)]);
  }
  if (random.below(4) === 0) return file.slice(0, random.below(file.length + 1));
  return random.below(8) === 0 ? concat(file, bytes(random, random.below(40))) : file;
}

const idx = (random: Random): Bytes =>
  idxBytes(
    Array.from({ length: 1 + random.below(4) }, () => size(random) % 2 ** 32),
    bytes(random, random.below(100)),
  );

const KINDS: readonly ((random: Random) => Bytes)[] = [
  (random) => damage(random, sound(random)),
  (random) => damage(random, sound(random)),
  (random) => damage(random, sound(random)),
  claimingNpy,
  claimingPng,
  safetensors,
  table,
  picture,
  idx,
  (random) => bytes(random, random.below(300)),
];

/** One file, or two, now and then gzipped. */
export function fuzzFiles(random: Random): File[] {
  return Array.from({ length: random.below(8) === 0 ? 2 : 1 }, (_, i) => {
    const content = one(random, KINDS)(random);
    return new File([random.below(12) === 0 ? gzip(content) : content], `file-${i}`);
  });
}
