import { DataError } from '../dataset';
import { KINDS, type NumberKind } from './numberKinds';
import { type Literal, readLiteral } from './pythonLiteral';
import { countOf, type StoredArray } from './storedArray';
import { checkPromise, readNumberChunks, readStart, type Supply } from './supply';

/** Bytes before the header: the magic, the version, and the header's length, of two bytes in version 1 and four since. */
const PREFIX = [10, 12] as const;

/** Bytes that a header may have: NumPy itself reads no more than 10,000 unless it is told to. */
const LONGEST_HEADER = 2 ** 16;

/** Axes that an array may have; NumPy's own bound. */
const MOST_AXES = 64;

/**
 * Finds an array in a .npy file of version 1, 2 or 3 (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
 * @param name of the array where the file is one of several; '' else
 * @throws DataError for a header that cannot be read, numbers of another type, or a promise that the file cannot keep
 */
export async function findNpy(supply: Supply, name: string): Promise<StoredArray> {
  const { text, start } = await readHeader(supply);
  const { descr, fortran, shape } = readFields(supply.name, text);
  const { kind, littleEndian } = readType(supply.name, descr);
  const end = start + countOf(shape) * kind.bytes;
  checkPromise(supply, end, `numbers of ${shape.join('×')}`);
  return {
    file: supply.name,
    name,
    kind,
    littleEndian,
    shape,
    fortran,
    certain: supply.certain,
    chunks: (watch) => readNumberChunks(supply, start, end, kind.bytes, watch),
  };
}

/** The text of a header, and where the numbers begin. */
async function readHeader(supply: Supply): Promise<{ text: string; start: number }> {
  const { name } = supply;
  const head = await readStart(supply, PREFIX[1]);
  const version = head[6];
  if (head.length < PREFIX[1] || version === undefined || version < 1 || version > 3) {
    throw damaged(name, `is of version ${version}, expected 1, 2 or 3`);
  }
  const view = new DataView(head.buffer);
  const [prefix, length] = version === 1 ? [PREFIX[0], view.getUint16(8, true)] : [PREFIX[1], view.getUint32(8, true)];
  if (length > LONGEST_HEADER) throw damaged(name, `has ${length} bytes, expected at most ${LONGEST_HEADER}`);
  const start = prefix + length;
  const bytes = await readStart(supply, start);
  if (bytes.length < start) throw damaged(name, `should have ${length} bytes, and the file ends before`);
  // Texts that are no ASCII name fields of structures, which are not read.
  return { text: new TextDecoder().decode(bytes.subarray(prefix)), start };
}

function readFields(name: string, text: string): { descr: Literal; fortran: boolean; shape: readonly number[] } {
  let header: Literal;
  try {
    header = readLiteral(text);
  } catch (error) {
    throw damaged(name, (error as Error).message);
  }
  if (!(header instanceof Map)) throw damaged(name, 'is no dictionary');
  const descr = header.get('descr') as Literal | undefined;
  const fortran = header.get('fortran_order') as Literal | undefined;
  const shape = header.get('shape') as Literal | undefined;
  if (descr === undefined || typeof fortran !== 'boolean') throw damaged(name, 'lacks a field');
  if (
    !Array.isArray(shape) ||
    shape.length > MOST_AXES ||
    !shape.every((size) => Number.isSafeInteger(size) && size >= 0)
  )
    throw damaged(name, 'has a shape that is none');
  return { descr, fortran, shape: shape as number[] };
}

const damaged = (file: string, what: string): DataError =>
  new DataError({ code: 'npy-header', values: { file } }, `${file}: the header of the array ${what}`);

/** By NumPy's letter and number of bytes. */
const TYPES: Readonly<Record<string, NumberKind>> = {
  b1: KINDS.bool,
  u1: KINDS.u8,
  u2: KINDS.u16,
  u4: KINDS.u32,
  u8: KINDS.u64,
  i1: KINDS.i8,
  i2: KINDS.i16,
  i4: KINDS.i32,
  i8: KINDS.i64,
  f2: KINDS.f16,
  f4: KINDS.f32,
  f8: KINDS.f64,
};

function readType(file: string, descr: Literal): { kind: NumberKind; littleEndian: boolean } {
  const [, order, type] = (typeof descr === 'string' ? /^([<>|=])([a-z]\d+)$/.exec(descr) : null) ?? [];
  const kind = Object.hasOwn(TYPES, type ?? '') ? TYPES[type!] : undefined;
  if (kind === undefined) {
    const said = typeof descr === 'string' ? descr.slice(0, 20) : 'structure';
    throw new DataError(
      { code: 'number-type', values: { file, type: said } },
      `${file}: its numbers are of type ${said}, expected booleans, or whole numbers or floats of up to 8 bytes`,
    );
  }
  return { kind, littleEndian: order !== '>' };
}
