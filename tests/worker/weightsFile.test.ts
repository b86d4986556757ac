import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSafetensors, type Tensor, writeSafetensors } from '../../src/formats/safetensors';
import { WeightsError } from '../../src/formats/weightsError';
import { FAMILIES, type Family } from '../../src/math/family';
import { initialParameters } from '../../src/model/initial';
import { type Architecture, createLayout } from '../../src/model/layout';
import { createSimdEngine } from '../../src/model/simd/engine';
import { Trainer, type TrainerState } from '../../src/model/trainer';
import type { Parameters } from '../../src/worker/protocol';
import { readWeights, writeWeights } from '../../src/worker/weightsFile';
import { readKernel } from '../support/kernel';
import { createProblem, plainHyper } from '../support/models';
import { floatsOf, headerOf } from '../support/safetensors';

const architecture: Architecture = { inputs: 5, hidden: [4, 3], latent: 2, activation: 'gelu', posterior: 'diagonal' };
const context = { width: 5, height: 1, settings: { beta: 0.1, hidden: [4, 3] } };

/** Every number another one. */
function counted(of: Architecture): Parameters {
  const { size } = createLayout(of);
  const numbers = (from: number) => Float32Array.from({ length: size }, (_, i) => from + i / 8);
  return { architecture: of, values: numbers(1), first: numbers(-500), second: numbers(1000), step: 42 };
}

const written = writeWeights(counted(architecture), null, context);

describe('the file of a model', () => {
  it('names and shapes its tensors as PyTorch does, by an independent reader', () => {
    const { header } = headerOf(written);
    const weights = Object.entries(header).filter(([name]) => !name.startsWith('optimizer.') && !name.startsWith('__'));
    expect(Object.fromEntries(weights.map(([name, entry]) => [name, (entry as { shape: number[] }).shape]))).toEqual({
      'encoder.0.weight': [4, 5],
      'encoder.0.bias': [4],
      'encoder.2.weight': [3, 4],
      'encoder.2.bias': [3],
      'mu.weight': [2, 3],
      'mu.bias': [2],
      'log_var.weight': [2, 3],
      'log_var.bias': [2],
      'decoder.0.weight': [3, 2],
      'decoder.0.bias': [3],
      'decoder.2.weight': [4, 3],
      'decoder.2.bias': [4],
      'decoder.4.weight': [5, 4],
      'decoder.4.bias': [5],
      log_var_x: [1],
    });
    for (const [name, entry] of weights) {
      for (const moment of ['exp_avg', 'exp_avg_sq']) {
        expect(header[`optimizer.${moment}.${name}`], name).toMatchObject({
          shape: (entry as { shape: unknown }).shape,
        });
      }
    }
    expect(Object.keys(header).length).toBe(1 + 3 * weights.length);
    expect(header.__metadata__).toEqual({
      format: 'pt',
      vae_geometry: '1',
      activation: 'gelu',
      posterior: 'diagonal',
      step: '42',
      width: '5',
      height: '1',
      settings: '{"beta":0.1,"hidden":[4,3]}',
    });
  });

  it('has W[i][o] of a layer at [o][i], and both halves of the head apart', () => {
    const { values } = counted(architecture);
    const { encoder, head } = createLayout(architecture);
    const weight = floatsOf(written, 'encoder.0.weight').values;
    expect(weight[3 * 5 + 2]).toBe(values[encoder[0]!.offset + 2 * 4 + 3]);
    const logVar = floatsOf(written, 'log_var.weight').values;
    expect(logVar[1 * 3 + 2]).toBe(values[head.offset + 2 * 4 + 2 + 1]);
    expect([...floatsOf(written, 'mu.bias').values]).toEqual([...values.slice(head.offset + 12, head.offset + 14)]);
  });

  const architectures = fc.record({
    inputs: fc.integer({ min: 1, max: 9 }),
    hidden: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    latent: fc.integer({ min: 1, max: 8 }),
    activation: fc.constantFrom('relu' as const, 'tanh' as const, 'gelu' as const),
    posterior: fc.constantFrom<Family>(...FAMILIES),
  });

  it('is read back to the bit, for every model', () => {
    fc.assert(
      fc.property(architectures, (of) => {
        const parameters = counted(of);
        const read = readWeights(writeWeights(parameters, null, context), 'relu');
        expect(read).toEqual({ parameters, trainer: null, ...context, hasMoments: true });
      }),
      { seed: 2 },
    );
  });
});

describe('a run that goes on from its file', () => {
  it('takes the same steps to the bit on simd', async () => {
    const kernel = await WebAssembly.compile(await readKernel());
    const n = 40;
    const problem = createProblem({ inputs: 12, hidden: [9], latent: 3, activation: 'tanh' }, n);
    const of = problem.parameters.architecture;
    const make = async (parameters: Parameters, seed: number, from?: TrainerState) => {
      const engine = await createSimdEngine(of, kernel);
      engine.setData(problem.images, n);
      engine.load(parameters);
      return new Trainer(engine, { n }, of.latent, seed, { hyper: plainHyper, batchSize: 7, ...(from && { from }) });
    };
    const first = await make(initialParameters(of, 'glorot', 1), 1);
    for (let i = 0; i < 33; i++) first.train();
    const bytes = writeWeights(await first.engine.save(), first.state(), context);
    for (let i = 0; i < 50; i++) first.train();
    const wanted = await first.engine.save();

    const { parameters, trainer } = readWeights(bytes, 'relu');
    // Of another seed: the file says where the streams were.
    const begun = await make(parameters, 99, trainer!);
    const loaded = await make(initialParameters(of, 'glorot', 5), 7);
    loaded.train();
    loaded.load(parameters, trainer);
    for (const trainer of [begun, loaded]) {
      for (let i = 0; i < 50; i++) trainer.train();
      expect(await trainer.engine.save()).toEqual(wanted);
      expect(trainer.state()).toEqual(first.state());
    }
  });

  it('does without an order of images that is none', () => {
    const order = (values: readonly number[]) =>
      writeWeights(
        counted(architecture),
        {
          step: 3,
          epochs: 1,
          cursor: 2,
          order: Uint32Array.from(values),
          batches: { words: [1, 2, 3, 4], spare: null },
          noise: { words: [1, 2, 3, 4], spare: 0.25 },
        },
        context,
      );
    expect(readWeights(order([2, 0, 1]), 'relu').trainer).toMatchObject({ cursor: 2, order: Uint32Array.of(2, 0, 1) });
    // Images 1 and 3 of a larger set are held out.
    expect(readWeights(order([2, 0, 4]), 'relu').trainer).toMatchObject({ order: Uint32Array.of(2, 0, 4) });
    for (const bad of [[0, 0, 1], [0, 1, -1], [1]]) expect(readWeights(order(bad), 'relu').trainer).toBeNull();
  });
});

describe('a file from elsewhere', () => {
  const own = readSafetensors(written);
  const changed = (change: (tensors: Map<string, Tensor>, metadata: Record<string, string>) => void): Uint8Array => {
    const tensors = new Map(own.tensors);
    const metadata = { ...own.metadata };
    change(tensors, metadata);
    return writeSafetensors({ tensors, metadata });
  };
  const weightsAlone = changed((tensors, metadata) => {
    for (const name of [...tensors.keys()]) if (name.startsWith('optimizer.')) tensors.delete(name);
    for (const key of Object.keys(metadata)) delete metadata[key];
  });

  it('needs weights alone: then the optimiser begins anew', () => {
    const read = readWeights(weightsAlone, 'tanh');
    const { size } = createLayout(architecture);
    expect(read.parameters).toEqual({
      architecture: { ...architecture, activation: 'tanh' },
      values: counted(architecture).values,
      first: new Float32Array(size),
      second: new Float32Array(size),
      step: 0,
    });
    expect(read).toMatchObject({ trainer: null, width: null, height: null, settings: {}, hasMoments: false });
  });

  it('may number its layers one by one', () => {
    const bytes = changed((tensors) => {
      for (const [name, tensor] of [...tensors]) {
        const renamed = name.replace(/\.(\d)\./, (_, number) => `.${Number(number) / 2}.`);
        tensors.delete(name);
        tensors.set(renamed, tensor);
      }
    });
    expect(readWeights(bytes, 'relu').parameters).toEqual(counted(architecture));
  });

  const float = (...shape: number[]) => ({ shape, values: new Float32Array(shape.reduce((a, b) => a * b, 1)) });
  it.each<[string, string, string, Uint8Array]>([
    ['no weight of μ', 'missing', 'mu.weight', changed((t) => t.delete('mu.weight'))],
    ['no bias', 'missing', 'decoder.2.bias', changed((t) => t.delete('decoder.2.bias'))],
    [
      'a moment that is missing',
      'missing',
      'optimizer.exp_avg_sq.mu.bias',
      changed((t) => t.delete('optimizer.exp_avg_sq.mu.bias')),
    ],
    [
      'a decoder that is no mirror',
      'shape',
      'decoder.2.weight',
      changed((t) => t.set('decoder.2.weight', float(9, 3))),
    ],
    [
      'a weight of convolutions',
      'shape',
      'encoder.0.weight',
      changed((t) => t.set('encoder.0.weight', float(4, 1, 3, 3))),
    ],
    ['an empty weight', 'shape', 'mu.weight', changed((t) => t.set('mu.weight', float(0, 3)))],
    ['whole numbers', 'type', 'mu.bias', changed((t) => t.set('mu.bias', { shape: [2], values: Int32Array.of(1, 2) }))],
    ['a layer too many', 'unknown', 'decoder.6.weight', changed((t) => t.set('decoder.7.weight', float(5, 5)))],
    [
      'a tensor of another model',
      'unknown',
      'classifier.weight',
      changed((t) => t.set('classifier.weight', float(2, 2))),
    ],
    [
      'a number that is none',
      'not-finite',
      'mu.bias',
      changed((t) => t.set('mu.bias', { shape: [2], values: Float32Array.of(1, Number.NaN) })),
    ],
    ['a later version', 'version', '', changed((_, metadata) => Object.assign(metadata, { vae_geometry: '2' }))],
    ['another activation', 'metadata', '', changed((_, metadata) => Object.assign(metadata, { activation: 'silu' }))],
    ['a step that is none', 'metadata', '', changed((_, metadata) => Object.assign(metadata, { step: '-1' }))],
    ['settings that are none', 'metadata', '', changed((_, metadata) => Object.assign(metadata, { settings: '[1]' }))],
  ])('is refused by the name of what is wrong: %s', (_, code, tensor, bytes) => {
    const error = (() => {
      try {
        readWeights(bytes, 'relu');
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(WeightsError);
    expect((error as WeightsError).fault).toMatchObject({ code, tensor });
    expect((error as WeightsError).message).toContain(tensor);
  });

  it('is refused by the named error alone, whatever tensors and metadata it has', () => {
    const names = fc.constantFrom(
      'mu.weight',
      'mu.bias',
      'log_var.weight',
      'log_var.bias',
      'encoder.0.weight',
      'encoder.0.bias',
      'decoder.0.weight',
      'decoder.0.bias',
      'decoder.2.weight',
      'trainer.order',
      'encoder.1e9.weight',
    );
    const tensor = fc.array(fc.nat(3), { maxLength: 3 }).chain((shape) =>
      fc.boolean().map((whole) => {
        const { values } = float(...shape);
        return { shape, values: whole ? Int32Array.from(values) : values };
      }),
    );
    const texts = fc.oneof(fc.json(), fc.string(), fc.constantFrom('1', 'relu', '-1', 'null', '{"words":[1]}'));
    const metadata = fc.dictionary(
      fc.constantFrom('step', 'width', 'height', 'settings', 'trainer', 'activation', 'vae_geometry'),
      texts,
    );
    const wild = fc
      .tuple(fc.dictionary(names, tensor), metadata)
      .map(([tensors, metadata]) => writeSafetensors({ tensors: new Map(Object.entries(tensors)), metadata }));
    const near = fc.tuple(names, tensor, metadata).map(([name, tensor, metadata]) =>
      changed((tensors, own) => {
        tensors.set(name, tensor);
        Object.assign(own, metadata);
      }),
    );
    const cut = fc.nat(written.length).map((length) => written.slice(0, length));
    fc.assert(
      fc.property(fc.oneof(wild, near, cut), (bytes) => {
        try {
          readWeights(bytes, 'relu');
        } catch (error) {
          if (!(error instanceof WeightsError)) throw error;
        }
      }),
      { seed: 6, numRuns: 2000 },
    );
  });
});
