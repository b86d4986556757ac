/**
 * The directory of a zip archive (PKWARE APPNOTE 6.3.10), which stands at its end and alone says what is in the archive.
 * It is read here, because a library that unpacks would either hold the whole archive unpacked, or go through it from its
 * start, where it does not say how long its files are.
 */
import { DataError } from '../dataset';
import { readSlice } from './bytes';
import { nameDecoder, pathOfName } from './zipNames';

/** A file in an archive. */
export interface ZipEntry {
  /** Its folders and its name, parted by /. */
  readonly path: string;
  /** 0: as it is; 8: deflate. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  /** Bytes in the archive, and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its own header begins in the archive. */
  readonly offset: number;
}

/** Signatures of the parts of a directory, and their lengths without what varies. */
const END = { signature: 0x06054b50, length: 22 };
const LOCATOR = { signature: 0x07064b50, length: 20 };
const END_64 = { signature: 0x06064b50, length: 56 };
const ENTRY = { signature: 0x02014b50, length: 46 };

/** Flags of an entry (APPNOTE 4.4.4). */
const ENCRYPTED_FLAG = 1;
const UTF8_FLAG = 1 << 11;

/** A comment may follow the end of the directory. */
const LONGEST_COMMENT = 65535;

/** Bytes of a directory that are read: about 3 million files. */
const LARGEST_DIRECTORY = 2 ** 28;

/** What stands for a number that is too large for its place, and is in a field of its own. */
const ELSEWHERE = 0xffffffff;

/** @throws DataError for an archive without a directory, or with one that is damaged */
export async function listZip(file: File): Promise<ZipEntry[]> {
  const { offset, size } = await findDirectory(file);
  if (offset + size > file.size || size > LARGEST_DIRECTORY) throw zipDamaged(file.name, 'its directory is not in it');
  const view = new DataView(await readSlice(file, offset, offset + size));
  const undeclared = nameDecoder(namesIn(file.name, view));
  const utf8 = new TextDecoder();
  const entries: ZipEntry[] = [];
  for (const record of recordsOf(file.name, view)) {
    const entry = readEntry(view, record, record.isUtf8 ? utf8 : undeclared);
    if (entry.path !== '' && !entry.path.endsWith('/')) entries.push(entry);
  }
  return entries;
}

/** An entry of a directory before it is read. */
interface EntryRecord {
  /** Where it begins in the directory. */
  readonly at: number;
  readonly name: Uint8Array<ArrayBuffer>;
  /** Whether the archive says that the name is in UTF-8. */
  readonly isUtf8: boolean;
  /** Bytes of the fields of its own, which follow the name. */
  readonly extra: number;
}

/** @throws DataError where the directory is damaged */
function* recordsOf(archive: string, view: DataView<ArrayBuffer>): Generator<EntryRecord, void, undefined> {
  for (let at = 0; at + ENTRY.length <= view.byteLength; ) {
    if (view.getUint32(at, true) !== ENTRY.signature) throw zipDamaged(archive, 'its directory is damaged');
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const end = at + ENTRY.length + name + extra + comment;
    if (end > view.byteLength) throw zipDamaged(archive, 'its directory is cut short');
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at + ENTRY.length, name);
    yield { at, name: bytes, isUtf8: (view.getUint16(at + 8, true) & UTF8_FLAG) !== 0, extra };
    at = end;
  }
}

/** The names of which the archive does not say in what encoding they are. */
function* namesIn(archive: string, view: DataView<ArrayBuffer>): Generator<Uint8Array, void, undefined> {
  for (const { name, isUtf8 } of recordsOf(archive, view)) if (!isUtf8) yield name;
}

function readEntry(view: DataView<ArrayBuffer>, { at, name, extra }: EntryRecord, decoder: TextDecoder): ZipEntry {
  const wide = wideNumbers(view, at + ENTRY.length + name.length, extra);
  // In this order they stand in the field for wide numbers, those alone that are not in their own places.
  const wideOr = (place: number): number => {
    const value = view.getUint32(at + place, true);
    return value === ELSEWHERE ? (wide.shift() ?? value) : value;
  };
  const size = wideOr(24);
  const packed = wideOr(20);
  return {
    path: pathOfName(decoder.decode(name)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0,
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    offset: wideOr(42),
  };
}

/** The numbers of eight bytes in an entry's field of its own for them (zip64). */
function wideNumbers(view: DataView<ArrayBuffer>, from: number, length: number): number[] {
  const end = from + length;
  for (let at = from; at + 4 <= end; ) {
    const [id, bytes] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    at += 4;
    if (id === 1) {
      const count = Math.min(3, Math.floor(Math.min(bytes, end - at) / 8));
      return Array.from({ length: count }, (_, i) => Number(view.getBigUint64(at + 8 * i, true)));
    }
    at += bytes;
  }
  return [];
}

async function findDirectory(file: File): Promise<{ offset: number; size: number }> {
  const start = Math.max(0, file.size - END.length - LONGEST_COMMENT - LOCATOR.length);
  const view = new DataView(await readSlice(file, start, file.size));
  let at = view.byteLength - END.length;
  const isEnd = (place: number): boolean =>
    view.getUint32(place, true) === END.signature &&
    place + END.length + view.getUint16(place + 20, true) === view.byteLength;
  while (at >= 0 && !isEnd(at)) at--;
  if (at < 0) throw zipDamaged(file.name, 'it has no directory');
  const found = { size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true) };
  const locator = at - LOCATOR.length;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR.signature) return found;
  const place = Number(view.getBigUint64(locator + 8, true));
  const wide = new DataView(await readSlice(file, place, place + END_64.length));
  if (wide.byteLength < END_64.length || wide.getUint32(0, true) !== END_64.signature) {
    throw zipDamaged(file.name, 'the end of its directory is not where it should be');
  }
  return { size: Number(wide.getBigUint64(40, true)), offset: Number(wide.getBigUint64(48, true)) };
}

/** @param why in English */
export const zipDamaged = (file: string, why: string): DataError =>
  new DataError({ code: 'zip-damaged', values: { file } }, `${file}: cannot be unpacked, ${why}`);
