/** A decoder of tfjs-layers, and its encoder where there is one, behind the face of an engine. Nothing is trained. */
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import type { LayersFile, LayersPair } from '../../formats/layersFiles';
import { refuse } from '../../formats/weightsError';
import { klAxis } from '../../math/kl';
import type { Codes } from '../../math/posterior';
import { rowsAt } from '../../math/rows';
import type { Hyper, Inference, LossTerms, ServingEngine } from '../engine';
import { squaredErrorTerms } from '../squaredError';
import { useBackend } from './backend';
import { createPredict, createRest } from './predict';

/** Axes of a code. */
const LATENT = 2;

/** How far from 0 and 1 the mean of a pixel is kept, where its logarithm is taken. */
const EDGE = 1e-7;

/** What a pair is for. */
export interface LayersShape {
  /** Pixels of an image across and down. */
  readonly width: number;
  readonly height: number;
  readonly hasEncoder: boolean;
  /** Numbers of all layers. */
  readonly parameterCount: number;
}

export interface LayersEngine extends ServingEngine {
  readonly name: 'layers';
  readonly shape: LayersShape;
}

/** @throws WeightsError for a model that cannot be read, or whose shapes are those of no pair */
export async function createLayersEngine(pair: LayersPair): Promise<LayersEngine> {
  await useBackend();
  const decoder = await load(pair.decoder);
  const encoder = pair.encoder === null ? null : await load(pair.encoder);
  const { width, height } = imageOf(decoder, pair.decoder.path);
  const pixels = width * height;
  if (encoder !== null) checkEncoder(encoder, pair.encoder!.path, pixels);
  const shape: LayersShape = {
    width,
    height,
    hasEncoder: encoder !== null,
    parameterCount: decoder.countParams() + (encoder?.countParams() ?? 0),
  };
  const rest = createRest();
  const decodeRows = createPredict(decoder, rest);
  const encodeRows = encoder === null ? null : createPredict(encoder, rest);
  let disposed = false;
  const isDisposed = (): boolean => disposed;
  let images: Float32Array = new Float32Array(0);
  let resident: Promise<Codes> | null = null;

  const encode = async (of: Float32Array, isOver: () => boolean): Promise<Codes> => {
    if (encodeRows === null) return { mu: new Float32Array(0), logVar: new Float32Array(0), lower: null };
    return codesOf(await encodeRows(of, isOver), of.length / pixels);
  };
  const decode = async (z: Float32Array, isOver: () => boolean): Promise<Float32Array> => {
    const [means] = await decodeRows(z, isOver);
    // What is no mean of an intensity is brought to the nearest that is one.
    return means!.map((mean) => Math.min(1, Math.max(0, mean)));
  };
  /** Of all images, which whoever asks for them shares: they end with the engine alone. */
  const codes = (): Promise<Codes> => {
    resident ??= encode(images, isDisposed);
    return resident;
  };

  /** @param isOver whether what is under way ends before the next call of a model */
  const inference = (isOver: () => boolean): Inference => ({
    async evaluate(batch, noise, hyper) {
      const chosen = rowsAt(images, pixels, batch);
      const { mu, logVar } = await encode(chosen, isOver);
      const sigma = logVar.map((value) => Math.exp(0.5 * value));
      const z = mu.map((value, i) => value + hyper.noiseScale * sigma[i]! * noise[i]!);
      return termsOf(chosen, await decode(z, isOver), mu, sigma, hyper);
    },
    encode: (of) => (of === 'data' ? codes() : encode(of, isOver)),
    decode: (z) => decode(z, isOver),
    async outputs(z, likelihood) {
      const means = await decode(z, isOver);
      return likelihood === 'bernoulli' ? means.map(logit) : means;
    },
  });

  return {
    name: 'layers',
    arithmetic: null,
    shape,
    setData(given) {
      images = given;
      resident = null;
    },
    load() {
      throw new RangeError('A model of tfjs-layers takes no parameters but those of its files');
    },
    async save() {
      const none = new Float32Array(0);
      const architecture = { inputs: pixels, hidden: [], latent: LATENT, activation: 'relu' as const };
      return { architecture, values: none, first: none, second: none, step: 0 };
    },
    train() {
      throw new Error('A model of tfjs-layers is not trained here');
    },
    losses: async () => null,
    ...inference(isDisposed),
    // Its parameters never change; but a slow model does not go on for a job that was ended.
    still() {
      let over = false;
      return {
        sigmaX: async () => null,
        ...inference(() => over || disposed),
        dispose() {
          over = true;
        },
      };
    },
    async observe({ stride, points, probes }) {
      const all = await codes();
      const every = (values: Float32Array): Float32Array =>
        stride === 1 ? values.slice() : values.filter((_, i) => Math.floor(i / LATENT) % stride === 0);
      const probed = encoder === null ? new Float32Array(0) : rowsAt(all.mu, LATENT, probes);
      return {
        codes: { mu: every(all.mu), logVar: every(all.logVar), lower: null },
        decoded: await decode(points, isDisposed),
        reconstructed: await decode(probed, isDisposed),
        losses: null,
        sigmaX: null,
      };
    },
    dispose() {
      disposed = true;
      decoder.dispose();
      encoder?.dispose();
    },
  };
}

/** @throws WeightsError with what tfjs says of the file */
async function load({ path, topology, specs, weights }: LayersFile): Promise<LayersModel> {
  try {
    const weightSpecs = specs as tf.io.WeightsManifestEntry[];
    return await loadLayersModel(tf.io.fromMemory({ modelTopology: topology, weightSpecs, weightData: weights }));
  } catch (error) {
    const [said] = (error as Error).message.split('\n');
    return refuse('layers', path, said!, `${path}: ${said!}`);
  }
}

/** The mean of a pixel where its logarithm is taken. */
const inside = (mean: number): number => Math.min(1 - EDGE, Math.max(EDGE, mean));

function logit(mean: number): number {
  const p = inside(mean);
  return Math.log(p / (1 - p));
}

const sizesOf = (shape: readonly (number | null)[]): (number | null)[] => shape.slice(1);

/** Pixels across and down of what a decoder gives. */
function imageOf({ inputs, outputs }: LayersModel, path: string): { width: number; height: number } {
  const code = inputs.map(({ shape }) => sizesOf(shape));
  if (String(code) !== String([[LATENT]]) || outputs.length !== 1) {
    refuse(
      'layers',
      path,
      JSON.stringify(code),
      `${path}: a decoder takes codes of ${LATENT} numbers and gives images, this one takes ${JSON.stringify(code)}`,
    );
  }
  const sizes = sizesOf(outputs[0]!.shape);
  const plain = sizes.length === 3 && sizes[2] === 1 ? sizes.slice(0, 2) : sizes;
  const side = Math.sqrt(plain[0] ?? Number.NaN);
  if (plain.length === 1 && Number.isInteger(side)) return { width: side, height: side };
  const [height, width] = plain;
  if (plain.length !== 2 || !height || !width) {
    refuse(
      'layers',
      path,
      JSON.stringify(sizes),
      `${path}: its images are ${JSON.stringify(sizes)}; [height, width, 1] or one number for each pixel of a square is needed`,
    );
  }
  return { width, height };
}

/** An encoder gives μ and ln σ² of each axis, together or apart, and may give a sample of the code besides; or μ alone. */
function checkEncoder({ inputs, outputs }: LayersModel, path: string, pixels: number): void {
  const takes =
    inputs.length === 1 ? sizesOf(inputs[0]!.shape).reduce((a: number, b) => a * (b ?? Number.NaN), 1) : Number.NaN;
  if (takes !== pixels)
    refuse(
      'layers',
      path,
      String(takes),
      `${path}: an encoder takes the ${pixels} pixels that the decoder gives, this one ${takes}`,
    );
  const widths = outputs.map(({ shape }) => sizesOf(shape));
  const alone = widths.length === 1 && [`${LATENT}`, `${2 * LATENT}`].includes(String(widths[0]));
  const apart = (widths.length === 2 || widths.length === 3) && widths.every((width) => String(width) === `${LATENT}`);
  if (!alone && !apart) {
    refuse(
      'layers',
      path,
      JSON.stringify(widths),
      `${path}: an encoder gives μ and ln σ² of ${LATENT} axes, this one ${JSON.stringify(widths)}`,
    );
  }
}

/** The heads of an encoder as codes; without ln σ² posteriors are points. */
function codesOf(heads: readonly Float32Array[], n: number): Codes {
  const [first, second] = heads;
  if (second !== undefined) return { mu: first!, logVar: second, lower: null };
  if (first!.length === n * LATENT)
    return { mu: first!, logVar: new Float32Array(first!.length).fill(Number.NEGATIVE_INFINITY), lower: null };
  const half = (offset: number): Float32Array =>
    Float32Array.from(
      { length: n * LATENT },
      (_, i) => first![2 * LATENT * Math.floor(i / LATENT) + offset + (i % LATENT)]!,
    );
  return { mu: half(0), logVar: half(LATENT), lower: null };
}

/** The loss of a batch, as other engines have it; the likelihood of means instead of logits. */
function termsOf(
  images: Float32Array,
  means: Float32Array,
  mu: Float32Array,
  sigma: Float32Array,
  { likelihood, sigmaX, regulariser: kind, beta }: Hyper,
): LossTerms {
  const n = mu.length / LATENT;
  const { weight, constant } = squaredErrorTerms(likelihood, sigmaX);
  let reconstruction = 0;
  for (let i = 0; i < images.length; i++) {
    const [x, mean] = [images[i]!, means[i]!];
    const p = inside(mean);
    if (likelihood === 'bernoulli') reconstruction -= (x * Math.log(p) + (1 - x) * Math.log(1 - p)) / n;
    else reconstruction += (weight * (x - mean) ** 2 + constant) / n;
  }
  let regulariser = 0;
  for (let i = 0; i < mu.length; i++) {
    regulariser += (kind === 'kl' ? klAxis(mu[i]!, sigma[i]!) : mu[i]! ** 2 + (sigma[i]! - 1) ** 2) / n;
  }
  return { reconstruction, regulariser, total: beta === 0 ? reconstruction : reconstruction + beta * regulariser };
}
