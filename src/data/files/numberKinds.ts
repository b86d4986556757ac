import { half, upper } from '../../math/halves';

/** A type of number that arrays are made of. */
export interface NumberKind {
  readonly bytes: 1 | 2 | 4 | 8;
  /** Whether it holds whole numbers alone. */
  readonly whole: boolean;
  /** The number that stands for full intensity, whatever the others are; null where they have to tell. */
  readonly full: number | null;
  read(view: DataView, at: number, littleEndian: boolean): number;
  /** Numbers in memory, in the byte order of the machine. */
  readonly View?: new (
    buffer: ArrayBufferLike,
    from: number,
    count: number,
  ) => ArrayLike<number>;
}

const whole = { whole: true, full: null } as const;
const fractions = { whole: false, full: null } as const;

/** By names that formats translate theirs to. Numbers of eight bytes are exact up to 2⁵³. */
export const KINDS = {
  bool: { bytes: 1, whole: true, full: 1, read: (view, at) => Number(view.getUint8(at) !== 0) },
  u8: { bytes: 1, whole: true, full: 255, read: (view, at) => view.getUint8(at), View: Uint8Array },
  i8: { bytes: 1, whole: true, full: 127, read: (view, at) => view.getInt8(at), View: Int8Array },
  u16: { bytes: 2, ...whole, read: (view, at, little) => view.getUint16(at, little), View: Uint16Array },
  i16: { bytes: 2, ...whole, read: (view, at, little) => view.getInt16(at, little), View: Int16Array },
  u32: { bytes: 4, ...whole, read: (view, at, little) => view.getUint32(at, little), View: Uint32Array },
  i32: { bytes: 4, ...whole, read: (view, at, little) => view.getInt32(at, little), View: Int32Array },
  u64: {
    bytes: 8,
    ...whole,
    read: (view, at, little) =>
      2 ** 32 * view.getUint32(little ? at + 4 : at, little) + view.getUint32(little ? at : at + 4, little),
  },
  i64: {
    bytes: 8,
    ...whole,
    read: (view, at, little) =>
      2 ** 32 * view.getInt32(little ? at + 4 : at, little) + view.getUint32(little ? at : at + 4, little),
  },
  f16: { bytes: 2, ...fractions, read: (view, at, little) => half(view.getUint16(at, little)) },
  bf16: { bytes: 2, ...fractions, read: (view, at, little) => upper(view.getUint16(at, little)) },
  f32: { bytes: 4, ...fractions, read: (view, at, little) => view.getFloat32(at, little), View: Float32Array },
  f64: { bytes: 8, ...fractions, read: (view, at, little) => view.getFloat64(at, little), View: Float64Array },
} as const satisfies Readonly<Record<string, NumberKind>>;

const HOST_IS_LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The numbers that bytes are: all of the bytes, as many as there are whole numbers of. */
export function decodeNumbers(bytes: Uint8Array, kind: NumberKind, littleEndian: boolean): ArrayLike<number> {
  const count = Math.floor(bytes.length / kind.bytes);
  const here = kind.bytes === 1 || littleEndian === HOST_IS_LITTLE;
  if (kind.View !== undefined && here && bytes.byteOffset % kind.bytes === 0) {
    return new kind.View(bytes.buffer, bytes.byteOffset, count);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i++) numbers[i] = kind.read(view, i * kind.bytes, littleEndian);
  return numbers;
}
