import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSafetensors, type Tensor, writeSafetensors } from '../../src/formats/safetensors';
import { WeightsError } from '../../src/formats/weightsError';
import { headerOf, rawFile } from '../support/safetensors';

/** The code of what a reader says of bytes; null where it reads them. */
function faultOf(bytes: Uint8Array): string | null {
  try {
    readSafetensors(bytes);
    return null;
  } catch (error) {
    if (!(error instanceof WeightsError)) throw error;
    expect(error.message).not.toBe('');
    return error.fault.code;
  }
}

const entry = (shape: readonly number[], from: number, to: number, dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [from, to],
});

describe('a file that was written', () => {
  const tensors = new Map<string, Tensor>([
    ['a', { shape: [2, 3], values: Float32Array.of(0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e-45) }],
    ['b', { shape: [2], values: Int32Array.of(-1, 2 ** 31 - 1) }],
    ['none', { shape: [0], values: new Float32Array(0) }],
  ]);

  it('has the header that the format asks for, by an independent reader', () => {
    const bytes = writeSafetensors({ tensors, metadata: { step: '7' } });
    const { header, start } = headerOf(bytes);
    expect(header).toEqual({
      __metadata__: { step: '7' },
      a: entry([2, 3], 0, 24),
      b: entry([2], 24, 32, 'I32'),
      none: entry([0], 32, 32),
    });
    expect(start % 8).toBe(0);
    expect(bytes.length).toBe(start + 32);
    expect(new DataView(bytes.buffer, start).getFloat32(8, true)).toBe(1.5);
  });

  it('is read back to the bit, wherever it lies in memory', () => {
    const bytes = writeSafetensors({ tensors, metadata: { clé: '数' } });
    const shifted = new Uint8Array(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    const read = readSafetensors(shifted);
    expect(read.metadata).toEqual({ clé: '数' });
    expect([...read.tensors.keys()]).toEqual([...tensors.keys()]);
    for (const [name, { shape, values }] of tensors) {
      const back = read.tensors.get(name)!;
      expect(back.shape).toEqual(shape);
      expect(new Uint8Array(back.values.buffer)).toEqual(new Uint8Array(values.buffer));
    }
  });
});

describe('numbers of other widths', () => {
  it.each([
    ['F16', [0x3c00, 0xc000, 0x7c00, 0x0001, 0x3555], [1, -2, Number.POSITIVE_INFINITY, 2 ** -24, 0.333251953125]],
    ['BF16', [0x3f80, 0xc000, 0x7f80, 0x3eab], [1, -2, Number.POSITIVE_INFINITY, 0.333984375]],
  ])('are read: %s', (dtype, words, values) => {
    const data = new Uint8Array(Uint16Array.from(words).buffer);
    const bytes = rawFile({ t: entry([words.length], 0, data.length, dtype) }, data);
    expect([...readSafetensors(bytes).tensors.get('t')!.values]).toEqual(values);
  });

  it('are read: F64', () => {
    const data = new Uint8Array(Float64Array.of(0.1, -3).buffer);
    const bytes = rawFile({ t: entry([2], 0, 16, 'F64') }, data);
    expect([...readSafetensors(bytes).tensors.get('t')!.values]).toEqual([Math.fround(0.1), -3]);
  });
});

describe('a file that is none', () => {
  const four = new Uint8Array(4);
  it.each<[string, string, Uint8Array]>([
    ['too short for its first number', 'short', new Uint8Array(7)],
    ['a header longer than the file', 'header-length', Uint8Array.of(200, 0, 0, 0, 0, 0, 0, 0, 1)],
    ['a header of more bytes than there are numbers', 'header-length', new Uint8Array(16).fill(255)],
    ['a header that is no JSON', 'header', rawFile('{"a":', new Uint8Array(0))],
    ['a header that is no object', 'header', rawFile([1], new Uint8Array(0))],
    ['metadata that are no strings', 'metadata', rawFile({ __metadata__: { step: 1 } }, new Uint8Array(0))],
    ['an entry that is no object', 'entry', rawFile({ a: 1 }, new Uint8Array(0))],
    ['a shape of fractions', 'entry', rawFile({ a: entry([0.5], 0, 4) }, four)],
    ['a negative shape', 'entry', rawFile({ a: entry([-1], 0, 4) }, four)],
    ['a type of numbers that nobody reads', 'type', rawFile({ a: entry([4], 0, 4, 'F8_E4M3') }, four)],
    ['a type that is the name of a method', 'type', rawFile({ a: entry([4], 0, 4, 'toString') }, four)],
    ['one offset', 'offsets', rawFile({ a: { dtype: 'F32', shape: [1], data_offsets: [0] } }, four)],
    ['an end before its beginning', 'offsets', rawFile({ a: entry([1], 4, 0) }, four)],
    ['an end beyond the file', 'offsets', rawFile({ a: entry([2], 0, 8) }, four)],
    ['fewer bytes than its shape', 'length', rawFile({ a: entry([2], 0, 4) }, four)],
    ['a shape whose product is no number', 'length', rawFile({ a: entry(new Array(99).fill(2 ** 52), 0, 4) }, four)],
    ['two tensors in one place', 'overlap', rawFile({ a: entry([1], 0, 4), b: entry([1], 0, 4) }, four)],
    ['bytes between tensors', 'gap', rawFile({ a: entry([1], 4, 8) }, new Uint8Array(8))],
    ['bytes after the last', 'gap', rawFile({ a: entry([1], 0, 4) }, new Uint8Array(5))],
  ])('is refused: %s', (_, code, bytes) => {
    expect(faultOf(bytes)).toBe(code);
  });

  it('is refused by the named error alone, whatever its bytes', () => {
    const whole = writeSafetensors({
      tensors: new Map([
        ['x', { shape: [3], values: Float32Array.of(1, 2, 3) }],
        ['y', { shape: [1, 2], values: Float32Array.of(4, 5) }],
      ]),
      metadata: { step: '1' },
    });
    const number = fc.oneof(fc.nat(40), fc.constantFrom(-1, 0.5, 2 ** 31, 2 ** 53, 1e300, null, '1'));
    const wild = fc.record({
      dtype: fc.constantFrom('F32', 'F16', 'I32', 'F64', 'U8', '', null),
      shape: fc.oneof(fc.array(number, { maxLength: 3 }), fc.constant(null)),
      data_offsets: fc.array(number, { maxLength: 3 }),
    });
    const files = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.nat(whole.length).map((length) => whole.slice(0, length)),
      fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => whole.with(at, byte)),
      fc
        .tuple(fc.dictionary(fc.constantFrom('a', 'b', '__proto__', '__metadata__'), wild), fc.nat(40))
        .map(([header, length]) => rawFile(header, new Uint8Array(length))),
      fc.tuple(fc.json(), fc.nat(8)).map(([json, length]) => rawFile(json, new Uint8Array(length))),
    );
    let read = 0;
    fc.assert(
      fc.property(files, (bytes) => {
        if (faultOf(bytes) === null) read++;
      }),
      { seed: 5, numRuns: 4000 },
    );
    expect(read).toBeGreaterThan(20);
  });
});
