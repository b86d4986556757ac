/**
 * A model's parameters as a safetensors file, named and shaped as PyTorch has them: `encoder.0.weight` is [out, in].
 * Weights alone are enough to be read; Adam's moments, the settings and where the run stood come along, so that a run
 * goes on from its file to the bit.
 */
import { readSafetensors, type Tensor, type TensorFile, writeSafetensors } from '../formats/safetensors';
import { refuse } from '../formats/weightsError';
import { FAMILIES, type Family } from '../math/family';
import { FIRST_LOG_VAR_X } from '../model/initial';
import { type Activation, type Architecture, createLayout, familyOf } from '../model/layout';
import type { TrainerState } from '../model/trainer';
import type { Parameters } from './protocol';
import {
  checkFinite,
  checkNames,
  floats,
  MOMENTS,
  namesOf,
  OBSERVATION,
  put,
  rename,
  shapeOf,
  take,
} from './weightsTensors';

/** The version of this file, under `vae_geometry` in its metadata. */
const VERSION = '1';

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
  readonly parameters: Parameters & { readonly architecture: Required<Architecture> };
  readonly trainer: TrainerState | null;
  /** null where the file does not say. */
  readonly width: number | null;
  readonly height: number | null;
  /** Not checked. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Whether Adam's moments were there; without them the optimiser begins anew. */
  readonly hasMoments: boolean;
}

/**
 * The bytes of a safetensors file.
 * @param trainer where the run stands; null leaves it out, and a run from the file begins its epoch anew
 */
export function writeWeights(
  { architecture, step, ...arrays }: Parameters,
  trainer: TrainerState | null,
  { width, height, settings }: WeightsContext,
): Uint8Array<ArrayBuffer> {
  const tensors = new Map<string, Tensor>();
  const layout = createLayout(architecture);
  const names = namesOf(layout);
  const add = (prefix: string, values: Float32Array): void => {
    for (const part of names) {
      const { weight, bias } = take(values, part);
      const { inputs } = part.layer;
      tensors.set(`${prefix}${part.name}.weight`, { shape: [part.to - part.from, inputs], values: weight });
      tensors.set(`${prefix}${part.name}.bias`, { shape: [part.to - part.from], values: bias });
    }
    tensors.set(prefix + OBSERVATION, { shape: [1], values: values.slice(layout.observation) });
  };
  add('', arrays.values);
  add(MOMENTS.first, arrays.first);
  add(MOMENTS.second, arrays.second);
  if (trainer !== null) tensors.set(ORDER, { shape: [trainer.order.length], values: Int32Array.from(trainer.order) });
  const { order: _, ...rest } = trainer ?? { order: null };
  const metadata = {
    format: 'pt',
    vae_geometry: VERSION,
    activation: architecture.activation,
    posterior: familyOf(architecture),
    step: String(step),
    width: String(width),
    height: String(height),
    settings: JSON.stringify(settings),
    ...(trainer !== null && { trainer: JSON.stringify(rest) }),
  };
  return writeSafetensors({ tensors, metadata });
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
  const architecture = {
    ...shapeOf(known),
    activation: activationOf(metadata, activation),
    posterior: posteriorOf(metadata),
  };
  const layout = createLayout(architecture);
  const names = namesOf(layout);
  const array = (prefix: string): Float32Array => {
    const values = new Float32Array(layout.size);
    for (const part of names) put(values, part, prefix, known);
    const observation = prefix + OBSERVATION;
    // Models from elsewhere have none.
    if (known.has(observation)) values[layout.observation] = floats(known, observation, [1])[0]!;
    else if (prefix === '') values[layout.observation] = FIRST_LOG_VAR_X;
    return values;
  };
  const hasMoments = [...known.keys()].some((name) => name.startsWith(MOMENTS.first));
  const values = array('');
  for (const part of names) checkFinite(values, part);
  if (!Number.isFinite(values[layout.observation])) {
    refuse('not-finite', OBSERVATION, '', `${OBSERVATION} has a number that is not finite`);
  }
  checkNames(known, names, [ORDER]);
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

function activationOf({ activation }: TensorFile['metadata'], other: Activation): Activation {
  if (activation === undefined) return other;
  if (!ACTIVATIONS.includes(activation)) {
    refuse('metadata', '', activation, `Its activation is ${activation}; it must be one of ${ACTIVATIONS.join(', ')}`);
  }
  return activation as Activation;
}

/** Files from before there were others do not name it. */
function posteriorOf({ posterior = 'diagonal' }: TensorFile['metadata']): Family {
  if (!(FAMILIES as readonly string[]).includes(posterior)) {
    refuse('metadata', '', posterior, `Its posterior is ${posterior}; it must be one of ${FAMILIES.join(', ')}`);
  }
  return posterior as Family;
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
  // Each image once; which there are is known where the images are, those that are held out are missing.
  if (order.some((index) => index < 0) || new Set(order).size !== order.length) return null;
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
