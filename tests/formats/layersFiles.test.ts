import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NamedBytes, readLayers } from '../../src/formats/layersFiles';
import { WeightsError } from '../../src/formats/weightsError';

const text = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

/** A model whose first layer takes inputs of this shape. */
const modelOf = (shape: readonly number[], paths: readonly string[] = ['a.bin']) => ({
  format: 'layers-model',
  modelTopology: {
    model_config: {
      class_name: 'Sequential',
      config: { layers: [{ config: { batch_input_shape: [null, ...shape] } }] },
    },
  },
  weightsManifest: [{ paths, weights: [{ name: 'w', shape: [1], dtype: 'float32' }] }],
});

const file = (path: string, content: unknown): NamedBytes => ({
  path,
  bytes: content instanceof Uint8Array ? content : text(content),
});

const decoder = [
  file('decoder/model.json', modelOf([2], ['a.bin', './b.bin'])),
  file('decoder/b.bin', Uint8Array.of(3)),
  file('decoder/a.bin', Uint8Array.of(1, 2)),
];
const encoder = [file('encoder/model.json', modelOf([28, 28, 1])), file('encoder/a.bin', Uint8Array.of(9))];

function faultOf(files: readonly NamedBytes[]): { code: string; tensor: string } | null {
  try {
    readLayers(files);
    return null;
  } catch (error) {
    if (!(error instanceof WeightsError)) throw error;
    return error.fault;
  }
}

describe('a pair among files', () => {
  it('is told apart by what its models take, and each has the weights beside it', () => {
    const pair = readLayers([...encoder, file('notes.txt', 'x'), ...decoder]);
    expect(pair.decoder.path).toBe('decoder/model.json');
    expect(new Uint8Array(pair.decoder.weights)).toEqual(Uint8Array.of(1, 2, 3));
    expect(pair.encoder!.path).toBe('encoder/model.json');
    expect(new Uint8Array(pair.encoder!.weights)).toEqual(Uint8Array.of(9));
    expect(pair.decoder.specs).toEqual([{ name: 'w', shape: [1], dtype: 'float32' }]);
  });

  it('may be a decoder alone, and lie beside each other under names of their own', () => {
    expect(readLayers(decoder).encoder).toBeNull();
    const flat = [
      file('d.json', modelOf([2], ['d.bin'])),
      file('d.bin', Uint8Array.of(1)),
      file('e.json', modelOf([64], ['e.bin'])),
      file('e.bin', Uint8Array.of(2)),
    ];
    const pair = readLayers(flat);
    expect([pair.decoder.path, pair.encoder!.path]).toEqual(['d.json', 'e.json']);
  });

  it.each<[string, string, string, readonly NamedBytes[]]>([
    ['no model', 'missing', 'model.json', [file('a.bin', Uint8Array.of(1))]],
    ['a file of weights is missing', 'missing', 'decoder/b.bin', decoder.slice(0, 1).concat(decoder[2]!)],
    [
      'the weights of another folder',
      'missing',
      'x/a.bin',
      [file('x/model.json', modelOf([2])), file('a.bin', Uint8Array.of(1))],
    ],
    ['two decoders', 'layers', '', [...decoder, file('z/model.json', modelOf([2])), file('z/a.bin', Uint8Array.of(1))]],
    ['an encoder alone', 'layers', '', encoder],
    ['a graph model', 'layers', 'model.json', [file('model.json', { ...modelOf([2]), format: 'graph-model' })]],
    ['no JSON', 'header', 'model.json', [file('model.json', '{')]],
    ['no list of weights', 'layers', 'model.json', [file('model.json', { format: 'layers-model', modelTopology: {} })]],
  ])('is refused: %s', (_, code, tensor, files) => {
    expect(faultOf(files)).toMatchObject({ code, tensor });
  });

  it('is refused by the named error alone, whatever the files', () => {
    const shape = fc.oneof(fc.array(fc.oneof(fc.nat(4), fc.constant(null)), { maxLength: 4 }), fc.json());
    const wild = fc.record(
      {
        format: fc.constantFrom('layers-model', 'graph-model', undefined),
        modelTopology: fc.oneof(
          fc.jsonValue(),
          shape.map((sizes) => ({ config: [{ config: { batch_input_shape: sizes } }] })),
        ),
        weightsManifest: fc.oneof(
          fc.jsonValue(),
          fc.array(
            fc.record({
              paths: fc.oneof(fc.jsonValue(), fc.array(fc.constantFrom('a.bin', 'b'))),
              weights: fc.jsonValue(),
            }),
            { maxLength: 2 },
          ),
        ),
      },
      { requiredKeys: [] },
    );
    const contents = fc.oneof(wild.map(text), fc.uint8Array({ maxLength: 20 }), fc.json().map(text));
    const files = fc.array(fc.tuple(fc.constantFrom('m.json', 'x/m.json', 'a.bin', 'x/a.bin'), contents), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(files, (entries) => {
        faultOf(entries.map(([path, bytes]) => ({ path, bytes })));
      }),
      { seed: 8, numRuns: 1000 },
    );
  });
});
