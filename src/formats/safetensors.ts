/**
 * Safetensors (https://github.com/huggingface/safetensors): eight bytes with the length of a header, the header as JSON
 * (for each tensor its type, shape and place among the bytes that follow; strings under `__metadata__`), then the
 * numbers, little-endian and row-major, without gaps.
 */
import { half, upper } from '../math/halves';
import { refuse } from './weightsError';

/** Bytes of a number by the types of the format; those of less than a byte are left out. */
const WIDTHS = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  I64: 8,
  I32: 4,
  I16: 2,
  I8: 1,
  U64: 8,
  U32: 4,
  U16: 2,
  U8: 1,
  BOOL: 1,
} as const;

export type TensorType = keyof typeof WIDTHS;

/** Types of weights; others are refused by name. */
const OF_WEIGHTS = ['F64', 'F32', 'F16', 'BF16', 'I32'] as const satisfies readonly TensorType[];

type Kind = (typeof OF_WEIGHTS)[number];

export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

export interface TensorFile {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Bytes of the number that stands before the header. */
const PREFIX = 8;

/** Bytes a header may have; the format's own bound. */
const LONGEST_HEADER = 100_000_000;

const METADATA = '__metadata__';

/** Writes tensors in the order given. Float32Array becomes F32, Int32Array I32. */
export function writeSafetensors({ tensors, metadata }: TensorFile): Uint8Array<ArrayBuffer> {
  let end = 0;
  const entries = [...tensors].map(([name, { shape, values }]) => {
    const from = end;
    end += values.byteLength;
    return [name, { dtype: values instanceof Float32Array ? 'F32' : 'I32', shape, data_offsets: [from, end] }] as const;
  });
  const json = JSON.stringify({ [METADATA]: metadata, ...Object.fromEntries(entries) });
  const text = new TextEncoder().encode(json);
  // Spaces are allowed at its end; with them the numbers begin at a multiple of eight.
  const header = Math.ceil(text.length / PREFIX) * PREFIX;
  const bytes = new Uint8Array(PREFIX + header + end).fill(0x20, PREFIX + text.length, PREFIX + header);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(header), true);
  bytes.set(text, PREFIX);
  let at = PREFIX + header;
  for (const { values } of tensors.values()) {
    writeNumbers(view, at, values);
    at += values.byteLength;
  }
  return bytes;
}

/** Bit by bit, so that every number comes back as it was, those that are none among them. */
function writeNumbers(view: DataView<ArrayBuffer>, at: number, values: Float32Array | Int32Array): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < words.length; i++) view.setUint32(at + 4 * i, words[i]!, true);
}

/**
 * Reads a file whole. Numbers of other widths become float32.
 * @throws WeightsError
 */
export function readSafetensors(bytes: Uint8Array): TensorFile {
  const { places, metadata } = findTensors(bytes, OF_WEIGHTS);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const tensors = new Map(
    places.map(({ name, type, shape, from, to }) => [name, readTensor(view, type, shape, from, to)]),
  );
  return { tensors, metadata };
}

/** Where a tensor stands among the bytes of a file. */
export interface TensorPlace<Type extends TensorType = TensorType> {
  readonly name: string;
  readonly type: Type;
  readonly shape: readonly number[];
  /** Its first byte, and the one after its last, from the start of the file. */
  readonly from: number;
  readonly to: number;
}

/**
 * Where the tensors of a file stand, in the order of its header.
 * @param bytes the whole file
 * @param types those that may be there
 * @throws WeightsError
 */
export function findTensors<Type extends TensorType>(
  bytes: Uint8Array,
  types: readonly Type[],
): { places: TensorPlace<Type>[]; metadata: Readonly<Record<string, string>> } {
  const { header, start } = readHeader(bytes);
  const places: TensorPlace<Type>[] = [];
  let metadata: Readonly<Record<string, string>> = {};
  for (const [name, entry] of Object.entries(header)) {
    if (name === METADATA) metadata = checkMetadata(entry);
    else places.push(checkEntry(name, entry, types, start, bytes.length - start));
  }
  checkPlaces(places, start, bytes.length);
  return { places, metadata };
}

function readHeader(bytes: Uint8Array): { header: Readonly<Record<string, unknown>>; start: number } {
  if (bytes.length < PREFIX) {
    refuse('short', '', String(bytes.length), `It has ${bytes.length} bytes: a safetensors file begins with ${PREFIX}`);
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > BigInt(Math.min(LONGEST_HEADER, bytes.length - PREFIX))) {
    const claimed = String(length);
    refuse('header-length', '', claimed, `Its header should have ${claimed} bytes, of ${bytes.length} in the file`);
  }
  const start = PREFIX + Number(length);
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(PREFIX, start)));
  } catch (error) {
    refuse('header', '', (error as Error).message, `Its header is not JSON: ${(error as Error).message}`);
  }
  if (!isRecord(header)) refuse('header', '', 'not an object', 'Its header is not an object');
  return { header, start };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkMetadata(entry: unknown): Readonly<Record<string, string>> {
  if (!isRecord(entry) || !Object.values(entry).every((value) => typeof value === 'string')) {
    refuse('metadata', '', '', 'Its metadata are not strings');
  }
  return entry as Readonly<Record<string, string>>;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function checkEntry<Type extends TensorType>(
  name: string,
  entry: unknown,
  types: readonly Type[],
  start: number,
  available: number,
): TensorPlace<Type> {
  if (!isRecord(entry)) refuse('entry', name, '', `${name}: its entry is not an object`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (!Array.isArray(shape) || !shape.every(isCount))
    refuse('entry', name, 'shape', `${name}: its shape is not whole numbers`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    refuse('offsets', name, '', `${name}: its offsets are not two whole numbers`);
  }
  const type = types.find((known) => known === dtype);
  if (type === undefined) {
    refuse('type', name, String(dtype), `${name}: its numbers are ${String(dtype)}; ${types.join(', ')} can be read`);
  }
  const [from, to] = offsets as [number, number];
  if (from > to || to > available) {
    refuse(
      'offsets',
      name,
      `${from}…${to}`,
      `${name}: bytes ${from} to ${to} are not in the file, which has ${available}`,
    );
  }
  const bytes = shape.reduce((product: number, size: number) => product * size, WIDTHS[type]);
  if (bytes !== to - from) {
    const said = `[${shape.join(', ')}]`;
    refuse('length', name, said, `${name}: ${to - from} bytes are not ${said} numbers of ${WIDTHS[type]} bytes`);
  }
  return { name, type, shape: shape as number[], from: start + from, to: start + to };
}

/** Tensors fill the bytes after the header, one after the other: nothing lies twice, nothing is left over. */
function checkPlaces(places: readonly TensorPlace[], start: number, length: number): void {
  let end = start;
  for (const { name, from, to } of places.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < end)
      refuse('overlap', name, String(from - start), `${name}: its numbers overlap those of another tensor`);
    if (from > end)
      refuse('gap', name, String(from - end), `${name}: ${from - end} bytes before it belong to no tensor`);
    end = to;
  }
  if (end < length) refuse('gap', '', String(length - end), `${length - end} bytes at its end belong to no tensor`);
}

function readTensor(view: DataView, kind: Kind, shape: readonly number[], from: number, to: number): Tensor {
  const width = WIDTHS[kind];
  const count = (to - from) / width;
  const values = kind === 'I32' ? new Int32Array(count) : new Float32Array(count);
  if (kind === 'I32' || kind === 'F32') {
    const words = new Uint32Array(values.buffer);
    for (let i = 0; i < count; i++) words[i] = view.getUint32(from + 4 * i, true);
  } else {
    const read = READERS[kind];
    for (let i = 0; i < count; i++) values[i] = read(view, from + width * i);
  }
  return { shape, values };
}

const READERS: Readonly<Record<Exclude<Kind, 'I32' | 'F32'>, (view: DataView, at: number) => number>> = {
  F64: (view, at) => view.getFloat64(at, true),
  F16: (view, at) => half(view.getUint16(at, true)),
  BF16: (view, at) => upper(view.getUint16(at, true)),
};
