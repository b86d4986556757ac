import { describe, expect, it } from 'vitest';
import { readLayers } from '../../../src/formats/layersFiles';
import { WeightsError } from '../../../src/formats/weightsError';
import { createLayersEngine } from '../../../src/model/layers/engine';
import { expectNear } from '../../support/close';
import { tf } from '../../support/cpu';
import { convolutionalDecoder, denseDecoder, encoder, type Heads, type MadeModel } from '../../support/layers';
import { plainHyper } from '../../support/models';

const SIDE = 6;
const N = 5;
const images = Float32Array.from({ length: N * SIDE * SIDE }, (_, i) => ((i * 7) % 11) / 10);
const points = Float32Array.of(0, 0, 1, -1, -2, 0.5);

const open = async (decoder: MadeModel, encoder: MadeModel | null = null) =>
  createLayersEngine(readLayers([...(await decoder.files('d')), ...((await encoder?.files('e')) ?? [])]));

/** What a model gives for rows, each output as plain numbers. */
function predicted({ model }: MadeModel, rows: Float32Array): number[][] {
  const shape = model.inputs[0]!.shape.slice(1) as number[];
  const count = rows.length / shape.reduce((a, b) => a * b, 1);
  const outputs = [model.predict(tf.tensor(rows, [count, ...shape]))].flat() as tf.Tensor[];
  return outputs.map((output) => [...output.dataSync()]);
}

describe('a decoder alone', () => {
  it.each([
    ['dense', denseDecoder(SIDE), SIDE, SIDE],
    ['convolutional', convolutionalDecoder(6, 6), 6, 6],
    ['convolutional, wider than high', convolutionalDecoder(4, 6), 6, 4],
  ])('decodes as the model does, and has no codes: %s', async (_, decoder, width, height) => {
    const engine = await open(decoder);
    expect(engine.shape).toEqual({ width, height, hasEncoder: false, parameterCount: decoder.model.countParams() });
    expectNear(await engine.decode(points, 'bernoulli'), predicted(decoder, points)[0]!, 1e-6);
    engine.setData(new Float32Array(N * width * height), N);
    const seen = await engine.observe({ stride: 1, points, probes: new Uint32Array(0), likelihood: 'bernoulli' });
    expect(seen.codes.mu).toHaveLength(0);
    expect(seen.decoded).toHaveLength((points.length / 2) * width * height);
    engine.dispose();
  });
});

describe('a pair', () => {
  it.each<Heads>(['apart', 'with a sample', 'together', 'means'])('encodes with heads %s', async (heads) => {
    const made = encoder(SIDE, heads);
    const decoder = denseDecoder(SIDE);
    const engine = await open(decoder, made);
    engine.setData(images, N);
    const { mu, logVar } = await engine.encode('data');
    const outputs = predicted(made, images);
    const half = (from: number) => outputs[0]!.filter((_, i) => Math.floor((i % 4) / 2) === from);
    const [wantedMu, wantedLogVar] =
      heads === 'together'
        ? [half(0), half(1)]
        : [outputs[0]!, outputs[1] ?? new Array(2 * N).fill(Number.NEGATIVE_INFINITY)];
    expectNear(mu, wantedMu!, 1e-6);
    if (heads === 'means') expect([...logVar]).toEqual(wantedLogVar);
    else expectNear(logVar, wantedLogVar!, 1e-6);
    const probes = Uint32Array.of(3, 0);
    const seen = await engine.observe({ stride: 2, points, probes, likelihood: 'bernoulli' });
    expectNear(
      seen.codes.mu,
      wantedMu!.filter((_, i) => Math.floor(i / 2) % 2 === 0),
      1e-6,
    );
    const probed = Float32Array.from([...mu.slice(6, 8), ...mu.slice(0, 2)]);
    expectNear(seen.reconstructed, predicted(decoder, probed)[0]!, 1e-6);
    engine.dispose();
  });

  it('has the logits of its means as raw outputs if Bernoulli, else the means', async () => {
    const engine = await open(denseDecoder(SIDE));
    const means = await engine.decode(points, 'bernoulli');
    const logits = await engine.outputs(points, 'bernoulli');
    expectNear(
      logits.map((a) => 1 / (1 + Math.exp(-a))),
      [...means],
      1e-6,
    );
    expect(await engine.outputs(points, 'gaussian')).toEqual(means);
    engine.dispose();
  });

  it('computes the same with parameters that are kept', async () => {
    const engine = await open(denseDecoder(SIDE), encoder(SIDE, 'apart'));
    engine.setData(images, N);
    const still = engine.still();
    expect(await still.encode('data')).toEqual(await engine.encode('data'));
    expect(await still.decode(points, 'bernoulli')).toEqual(await engine.decode(points, 'bernoulli'));
    still.dispose();
    expect(await engine.decode(points, 'bernoulli')).toHaveLength(3 * SIDE * SIDE);
    engine.dispose();
  });

  it('has the loss that its means and codes have', async () => {
    const decoder = denseDecoder(SIDE);
    const made = encoder(SIDE, 'apart');
    const engine = await open(decoder, made);
    engine.setData(images, N);
    const batch = Uint32Array.of(1, 4);
    const noise = Float32Array.of(0.3, -1, 2, 0.1);
    const [mu, logVar] = predicted(made, images) as [number[], number[]];
    const z = [2, 3, 8, 9].map((at, i) => mu[at]! + plainHyper.noiseScale * Math.exp(0.5 * logVar[at]!) * noise[i]!);
    const means = predicted(decoder, Float32Array.from(z))[0]!;
    const pixels = SIDE * SIDE;
    const x = [...images.slice(pixels, 2 * pixels), ...images.slice(4 * pixels)];
    const reconstruction =
      -x.reduce((sum, value, i) => sum + value * Math.log(means[i]!) + (1 - value) * Math.log(1 - means[i]!), 0) / 2;
    const kl =
      [2, 3, 8, 9].reduce((sum, at) => sum + 0.5 * (mu[at]! ** 2 + Math.exp(logVar[at]!) - 1 - logVar[at]!), 0) / 2;
    const terms = await engine.evaluate(batch, noise, {
      ...plainHyper,
      likelihood: 'bernoulli',
      regulariser: 'kl',
      beta: 2,
    });
    expect(terms.reconstruction).toBeCloseTo(reconstruction, 4);
    expect(terms.regulariser).toBeCloseTo(kl, 4);
    expect(terms.total).toBeCloseTo(reconstruction + 2 * kl, 4);
  });
});

describe('models that are no pair', () => {
  it.each<[string, RegExp, () => Promise<unknown>]>([
    ['a decoder of colours', /its images are \[6,6,3\]/, () => open(convolutionalDecoder(6, 6, 3))],
    [
      'an encoder of other images',
      /takes the 36 pixels that the decoder gives, this one 64/,
      () => open(denseDecoder(SIDE), encoder(8, 'apart')),
    ],
    [
      'a layer that nobody knows',
      /d\/model\.json: .*Sampling/,
      async () => {
        const files = await denseDecoder(SIDE).files('d');
        const json = new TextDecoder()
          .decode(files[0]!.bytes)
          .replace('"class_name":"Dense"', '"class_name":"Sampling"');
        return createLayersEngine(
          readLayers([{ path: 'd/model.json', bytes: new TextEncoder().encode(json) }, ...files.slice(1)]),
        );
      },
    ],
    [
      'weights that are cut short',
      /d\/model\.json: /,
      async () => {
        const [json, second, first] = await denseDecoder(SIDE).files('d');
        return createLayersEngine(readLayers([json!, { ...second!, bytes: second!.bytes.slice(8) }, first!]));
      },
    ],
  ])('are refused by name: %s', async (_, says, opening) => {
    const error = await opening().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(WeightsError);
    expect((error as Error).message).toMatch(says);
  });
});
