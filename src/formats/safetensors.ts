/**
 * Safetensors (https://github.com/huggingface/safetensors): eight bytes with the length of a header, the header as JSON
 * (for each tensor its type, shape and place among the bytes that follow; strings under `__metadata__`), then the
 * numbers, little-endian and row-major, without gaps.
 */
import { refuse } from './weightsError';

/** Types of numbers that are read; others are refused by name. */
const WIDTHS = { F64: 8, F32: 4, F16: 2, BF16: 2, I32: 4 } as const;

type Kind = keyof typeof WIDTHS;

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
  const { header, start } = readHeader(bytes);
  const places: Place[] = [];
  let metadata: Readonly<Record<string, string>> = {};
  for (const [name, entry] of Object.entries(header)) {
    if (name === METADATA) metadata = checkMetadata(entry);
    else places.push(checkEntry(name, entry, bytes.length - start));
  }
  checkPlaces(places, bytes.length - start);
  const view = new DataView(bytes.buffer, bytes.byteOffset + start);
  const tensors = new Map(
    places.map(({ name, kind, shape, from, to }) => [name, readTensor(view, kind, shape, from, to)]),
  );
  return { tensors, metadata };
}

interface Place {
  readonly name: string;
  readonly kind: Kind;
  readonly shape: readonly number[];
  readonly from: number;
  readonly to: number;
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

function checkEntry(name: string, entry: unknown, available: number): Place {
  if (!isRecord(entry)) refuse('entry', name, '', `${name}: its entry is not an object`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (!Array.isArray(shape) || !shape.every(isCount))
    refuse('entry', name, 'shape', `${name}: its shape is not whole numbers`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    refuse('offsets', name, '', `${name}: its offsets are not two whole numbers`);
  }
  if (typeof dtype !== 'string' || !Object.hasOwn(WIDTHS, dtype)) {
    const known = Object.keys(WIDTHS).join(', ');
    refuse('type', name, String(dtype), `${name}: its numbers are ${String(dtype)}; ${known} can be read`);
  }
  const kind = dtype as Kind;
  const [from, to] = offsets as [number, number];
  if (from > to || to > available) {
    refuse(
      'offsets',
      name,
      `${from}…${to}`,
      `${name}: bytes ${from} to ${to} are not in the file, which has ${available}`,
    );
  }
  const bytes = shape.reduce((product: number, size: number) => product * size, WIDTHS[kind]);
  if (bytes !== to - from) {
    const said = `[${shape.join(', ')}]`;
    refuse('length', name, said, `${name}: ${to - from} bytes are not ${said} numbers of ${WIDTHS[kind]} bytes`);
  }
  return { name, kind, shape: shape as number[], from, to };
}

/** Tensors fill the bytes after the header, one after the other: nothing lies twice, nothing is left over. */
function checkPlaces(places: readonly Place[], available: number): void {
  let end = 0;
  for (const { name, from, to } of places.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < end) refuse('overlap', name, String(from), `${name}: its numbers overlap those of another tensor`);
    if (from > end)
      refuse('gap', name, String(from - end), `${name}: ${from - end} bytes before it belong to no tensor`);
    end = to;
  }
  if (end < available)
    refuse('gap', '', String(available - end), `${available - end} bytes at its end belong to no tensor`);
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

/** IEEE 754 binary16. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** bfloat16: the upper half of a float32. */
function upper(bits: number): number {
  const word = new DataView(new ArrayBuffer(4));
  word.setUint32(0, bits << 16);
  return word.getFloat32(0);
}
