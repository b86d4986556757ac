import { findTensors, type TensorType } from '../../formats/safetensors';
import { DataError } from '../dataset';
import { reason } from '../reason';
import type { ByteWatch } from './bytes';
import { KINDS, type NumberKind } from './numberKinds';
import type { StoredArray } from './storedArray';
import { readAll, type Supply } from './supply';

/** By the names of the format. */
const TYPES: Readonly<Record<TensorType, NumberKind>> = {
  F64: KINDS.f64,
  F32: KINDS.f32,
  F16: KINDS.f16,
  BF16: KINDS.bf16,
  I64: KINDS.i64,
  I32: KINDS.i32,
  I16: KINDS.i16,
  I8: KINDS.i8,
  U64: KINDS.u64,
  U32: KINDS.u32,
  U16: KINDS.u16,
  U8: KINDS.u8,
  BOOL: KINDS.bool,
};

/** Bytes of a tensor that are handed over at a time: a number of any type ends with them. */
const PIECE = 2 ** 20;

/**
 * Finds the arrays of a file of safetensors, which is read whole.
 * @throws DataError where it is none, or damaged
 */
export async function findTensorArrays(supply: Supply, watch: ByteWatch): Promise<StoredArray[]> {
  const bytes = await readAll(supply, watch);
  try {
    const { places } = findTensors(bytes, Object.keys(TYPES) as TensorType[]);
    return places.map(({ name, type, shape, from, to }) => ({
      file: supply.name,
      name,
      kind: TYPES[type],
      littleEndian: true,
      shape,
      fortran: false,
      certain: true,
      async *chunks() {
        for (let at = from; at < to; at += PIECE) yield bytes.subarray(at, Math.min(to, at + PIECE));
      },
    }));
  } catch (error) {
    throw new DataError(
      { code: 'safetensors', values: { file: supply.name } },
      `${supply.name}: cannot be read as safetensors (${reason(error)})`,
    );
  }
}
