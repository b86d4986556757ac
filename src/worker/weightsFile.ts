/**
 * A model's parameters as a safetensors file, named and shaped as PyTorch has them: `encoder.0.weight` is [out, in].
 * Weights alone are enough to be read; Adam's moments, the settings and where the run stood come along, so that a run
 * goes on from its file to the bit.
 */
import { readSafetensors, type Tensor, type TensorFile, writeSafetensors } from '../formats/safetensors';
import { refuse } from '../formats/weightsError';
import { type Activation, createLayout, type DenseLayer, type Layout } from '../model/layout';
import type { TrainerState } from '../model/trainer';
import type { Parameters } from './protocol';

/** The version of this file, under `vae_geometry` in its metadata. */
const VERSION = '1';

/** Adam's moments stand under the names of their weights, behind what PyTorch calls them. */
const MOMENTS = { first: 'optimizer.exp_avg.', second: 'optimizer.exp_avg_sq.' } as const;

const ORDER = 'trainer.order';

const ACTIVATIONS: readonly string[] = ['relu', 'tanh', 'gelu'] satisfies Activation[];

/** What a file holds besides the parameters. */
export interface WeightsContext {
  /** Pixels of an image across and down. */
  readonly width: number;
  readonly height: number;
  /** As a table of settings has them. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A file of weights as it was read. */
export interface WeightsFile {
  readonly parameters: Parameters;
  readonly trainer: TrainerState | null;
  /** null where the file does not say. */
  readonly width: number | null;
  readonly height: number | null;
  /** Not checked. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Whether Adam's moments were there; without them the optimiser begins anew. */
  readonly hasMoments: boolean;
}

/** A part of a layer's outputs, and what PyTorch calls it. */
interface Named {
  readonly name: string;
  readonly layer: DenseLayer;
  /** The outputs `from` … `to` − 1 of the layer. */
  readonly from: number;
  readonly to: number;
}

/** Names as of nn.Sequential with an activation after every hidden layer: these have the even numbers. */
function namesOf({ encoder, head, decoder, output }: Layout): Named[] {
  const whole = (name: string, layer: DenseLayer): Named => ({ name, layer, from: 0, to: layer.outputs });
  const d = head.outputs / 2;
  return [
    ...encoder.map((layer, i) => whole(`encoder.${2 * i}`, layer)),
    { name: 'mu', layer: head, from: 0, to: d },
    { name: 'log_var', layer: head, from: d, to: 2 * d },
    ...[...decoder, output].map((layer, i) => whole(`decoder.${2 * i}`, layer)),
  ];
}

export function writeWeights(
  { architecture, step, ...arrays }: Parameters,
  trainer: TrainerState | null,
  { width, height, settings }: WeightsContext,
): Uint8Array<ArrayBuffer> {
  const tensors = new Map<string, Tensor>();
  const names = namesOf(createLayout(architecture));
  const put = (prefix: string, values: Float32Array): void => {
    for (const part of names) {
      const { weight, bias } = take(values, part);
      const { inputs } = part.layer;
      tensors.set(`${prefix}${part.name}.weight`, { shape: [part.to - part.from, inputs], values: weight });
      tensors.set(`${prefix}${part.name}.bias`, { shape: [part.to - part.from], values: bias });
    }
  };
  put('', arrays.values);
  put(MOMENTS.first, arrays.first);
  put(MOMENTS.second, arrays.second);
  if (trainer !== null) tensors.set(ORDER, { shape: [trainer.order.length], values: Int32Array.from(trainer.order) });
  const { order: _, ...rest } = trainer ?? { order: null };
  const metadata = {
    format: 'pt',
    vae_geometry: VERSION,
    activation: architecture.activation,
    step: String(step),
    width: String(width),
    height: String(height),
    settings: JSON.stringify(settings),
    ...(trainer !== null && { trainer: JSON.stringify(rest) }),
  };
  return writeSafetensors({ tensors, metadata });
}

/** One part of a layer, turned to [out, in]. */
function take(values: Float32Array, { layer, from, to }: Named): { weight: Float32Array; bias: Float32Array } {
  const { inputs, outputs, offset } = layer;
  const weight = new Float32Array(inputs * (to - from));
  for (let o = from; o < to; o++) {
    for (let i = 0; i < inputs; i++) weight[(o - from) * inputs + i] = values[offset + i * outputs + o]!;
  }
  const biases = offset + inputs * outputs;
  return { weight, bias: values.slice(biases + from, biases + to) };
}

/**
 * Reads a file of weights.
 * @param activation of models whose file does not name one
 * @throws WeightsError
 */
export function readWeights(bytes: Uint8Array, activation: Activation): WeightsFile {
  const file = readSafetensors(bytes);
  const { metadata } = file;
  const version = metadata.vae_geometry ?? VERSION;
  if (version !== VERSION) refuse('version', '', version, `It is of version ${version}; this page reads ${VERSION}`);
  const known = rename(file);
  const architecture = { ...shapeOf(known), activation: activationOf(metadata, activation) };
  const layout = createLayout(architecture);
  const names = namesOf(layout);
  const array = (prefix: string): Float32Array => {
    const values = new Float32Array(layout.size);
    for (const part of names) put(values, part, prefix, known);
    return values;
  };
  const hasMoments = [...known.keys()].some((name) => name.startsWith(MOMENTS.first));
  const values = array('');
  for (const part of names) checkFinite(values, part);
  checkNames(known, names);
  const step = hasMoments ? count(metadata, 'step', 0) : 0;
  return {
    parameters: {
      architecture,
      values,
      first: hasMoments ? array(MOMENTS.first) : new Float32Array(layout.size),
      second: hasMoments ? array(MOMENTS.second) : new Float32Array(layout.size),
      step: step ?? 0,
    },
    trainer: hasMoments ? trainerOf(file) : null,
    width: count(metadata, 'width', null),
    height: count(metadata, 'height', null),
    settings: settingsOf(metadata),
    hasMoments,
  };
}

/** Layers of `encoder` and `decoder` under the numbers of `namesOf`, whatever stands between them in the file's own. */
function rename({ tensors }: TensorFile): ReadonlyMap<string, Tensor> {
  const numbers = (part: string): Map<string, number> => {
    const found = [...tensors.keys()].flatMap(
      (name) => new RegExp(`^${part}\\.(\\d+)\\.weight$`).exec(name)?.[1] ?? [],
    );
    return new Map(found.sort((a, b) => Number(a) - Number(b)).map((number, i) => [number, 2 * i]));
  };
  const places = { encoder: numbers('encoder'), decoder: numbers('decoder') };
  return new Map(
    [...tensors].map(([name, tensor]) => {
      const renamed = name.replace(
        /(^|\.)(encoder|decoder)\.(\d+)\.(weight|bias)$/,
        (whole, before, part, number, what) => {
          const place = places[part as 'encoder' | 'decoder'].get(number);
          return place === undefined ? whole : `${before}${part}.${place}.${what}`;
        },
      );
      return [renamed, tensor];
    }),
  );
}

/** What a model is, read off the shapes of its weights. */
function shapeOf(tensors: ReadonlyMap<string, Tensor>): { inputs: number; hidden: number[]; latent: number } {
  const mu = matrix(tensors, 'mu.weight');
  const hidden: number[] = [];
  while (tensors.has(`encoder.${2 * hidden.length}.weight`)) {
    hidden.push(matrix(tensors, `encoder.${2 * hidden.length}.weight`)[0]);
  }
  const inputs = hidden.length > 0 ? matrix(tensors, 'encoder.0.weight')[1] : mu[1];
  return { inputs, hidden, latent: mu[0] };
}

function matrix(tensors: ReadonlyMap<string, Tensor>, name: string): [out: number, into: number] {
  const tensor = tensors.get(name);
  if (tensor === undefined) refuse('missing', name, '', `There is no tensor ${name}`);
  const [out, into] = tensor.shape;
  if (tensor.shape.length !== 2 || !out || !into) {
    refuse('shape', name, said(tensor.shape), `${name} is ${said(tensor.shape)}: a weight is [outputs, inputs]`);
  }
  return [out, into];
}

const said = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

/** Puts a layer's part into the flat array. */
function put(
  values: Float32Array,
  { name, layer, from, to }: Named,
  prefix: string,
  tensors: ReadonlyMap<string, Tensor>,
): void {
  const { inputs, outputs, offset } = layer;
  const weight = floats(tensors, `${prefix}${name}.weight`, [to - from, inputs]);
  const bias = floats(tensors, `${prefix}${name}.bias`, [to - from]);
  for (let o = from; o < to; o++) {
    for (let i = 0; i < inputs; i++) values[offset + i * outputs + o] = weight[(o - from) * inputs + i]!;
    values[offset + inputs * outputs + o] = bias[o - from]!;
  }
}

function floats(tensors: ReadonlyMap<string, Tensor>, name: string, shape: readonly number[]): Float32Array {
  const tensor = tensors.get(name);
  if (tensor === undefined)
    refuse('missing', name, said(shape), `There is no tensor ${name}, which should be ${said(shape)}`);
  if (!(tensor.values instanceof Float32Array)) refuse('type', name, '', `${name} has whole numbers`);
  if (said(tensor.shape) !== said(shape)) {
    refuse(
      'shape',
      name,
      `${said(tensor.shape)} ≠ ${said(shape)}`,
      `${name} is ${said(tensor.shape)}, not ${said(shape)}`,
    );
  }
  return tensor.values;
}

/** What is left over would be ignored: another model than its author's would be shown. */
function checkNames(tensors: ReadonlyMap<string, Tensor>, names: readonly Named[]): void {
  const parts = names.flatMap(({ name }) => [`${name}.weight`, `${name}.bias`]);
  const expected = new Set([
    ...['', ...Object.values(MOMENTS)].flatMap((prefix) => parts.map((part) => prefix + part)),
    ORDER,
  ]);
  for (const name of tensors.keys()) {
    if (!expected.has(name))
      refuse('unknown', name, '', `There is a tensor ${name}, which a model of this kind does not have`);
  }
}

function checkFinite(values: Float32Array, { name, layer, from, to }: Named): void {
  const { inputs, outputs, offset } = layer;
  for (let row = 0; row <= inputs; row++) {
    for (let o = from; o < to; o++) {
      const tensor = `${name}.${row < inputs ? 'weight' : 'bias'}`;
      if (!Number.isFinite(values[offset + row * outputs + o]))
        refuse('not-finite', tensor, '', `${tensor} has a number that is not finite`);
    }
  }
}

function activationOf({ activation }: TensorFile['metadata'], other: Activation): Activation {
  if (activation === undefined) return other;
  if (!ACTIVATIONS.includes(activation)) {
    refuse('metadata', '', activation, `Its activation is ${activation}; it must be one of ${ACTIVATIONS.join(', ')}`);
  }
  return activation as Activation;
}

/** A whole number of the metadata. */
function count<T>(metadata: TensorFile['metadata'], key: string, missing: T): number | T {
  const text = metadata[key];
  if (text === undefined) return missing;
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < 0) {
    refuse('metadata', '', `${key} = ${text}`, `Its ${key} is ${text}, which is no whole number`);
  }
  return value;
}

function settingsOf({ settings }: TensorFile['metadata']): Readonly<Record<string, unknown>> {
  if (settings === undefined) return {};
  const parsed = parse(settings);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    refuse('metadata', '', 'settings', 'Its settings are no object');
  }
  return parsed as Readonly<Record<string, unknown>>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Where the run stood; null where the file does not say, or not all of it. */
function trainerOf({ tensors, metadata }: TensorFile): TrainerState | null {
  const order = tensors.get(ORDER)?.values;
  const state = parse(metadata.trainer ?? 'null') as Partial<TrainerState> | null;
  if (!(order instanceof Int32Array) || typeof state !== 'object' || state === null) return null;
  const { step, epochs, cursor, batches, noise } = state;
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  if (!isCount(step) || !isCount(epochs) || !isCount(cursor) || !isStream(batches) || !isStream(noise)) return null;
  const seen = new Uint8Array(order.length);
  // Each image once: an order of others would read beside the data.
  for (const index of order) {
    if (index < 0 || index >= order.length || seen[index] === 1) return null;
    seen[index] = 1;
  }
  if (cursor > order.length) return null;
  return { step, epochs, cursor, batches, noise, order: Uint32Array.from(order) };
}

function isStream(value: unknown): value is TrainerState['batches'] {
  const { words, spare } = (value ?? {}) as Partial<TrainerState['batches']>;
  const isWord = (word: unknown): boolean => Number.isInteger(word);
  return (
    Array.isArray(words) && words.length === 4 && words.every(isWord) && (spare === null || Number.isFinite(spare))
  );
}
