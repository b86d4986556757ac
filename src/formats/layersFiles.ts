/**
 * Models as tfjs-layers saves them: `model.json`, with the layers and a list of the weights, and the files of weights that
 * it names, beside it. One such file or several, found among files of any kind.
 */
import { refuse } from './weightsError';

/** A file by its path: what tells apart the `model.json` of two folders. */
export interface NamedBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** One model as a file, for tfjs-layers to read. */
export interface LayersFile {
  readonly path: string;
  /** As the file has it. */
  readonly topology: Readonly<Record<string, unknown>>;
  readonly specs: readonly unknown[];
  readonly weights: ArrayBuffer;
}

/** Decodes codes to images, and may have a model that encodes them. */
export interface LayersPair {
  readonly encoder: LayersFile | null;
  readonly decoder: LayersFile;
}

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Axes of a code that a pair may have. */
const LATENT = 2;

/**
 * Finds the pair among files.
 * @throws WeightsError
 */
export function readLayers(files: readonly NamedBytes[]): LayersPair {
  const models = files.filter(({ path }) => /\.json$/i.test(path)).map((file) => readModel(file, files));
  if (models.length === 0) refuse('missing', 'model.json', '', 'There is no model.json among the files');
  const decoders = models.filter(({ topology }) => inputWidth(topology) === LATENT);
  const encoders = models.filter((model) => !decoders.includes(model));
  const names = models.map(({ path }) => path).join(', ');
  if (decoders.length !== 1 || encoders.length > 1) {
    refuse(
      'layers',
      '',
      names,
      `A decoder of codes of ${LATENT} numbers is needed, and one encoder at most; these are ${names}`,
    );
  }
  return { decoder: decoders[0]!, encoder: encoders[0] ?? null };
}

function readModel({ path, bytes }: NamedBytes, files: readonly NamedBytes[]): LayersFile {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    refuse('header', path, '', `${path} is not JSON`);
  }
  if (!isRecord(json)) refuse('layers', path, '', `${path} is no model of tfjs-layers`);
  const { format, modelTopology: topology, weightsManifest: manifest } = json;
  if (format !== undefined && format !== 'layers-model') {
    refuse('layers', path, String(format), `${path} is of the form ${String(format)}; a layers-model is needed`);
  }
  if (!isRecord(topology) || !Array.isArray(manifest)) refuse('layers', path, '', `${path} is no model of tfjs-layers`);
  const specs: unknown[] = [];
  const shards: Uint8Array[] = [];
  for (const group of manifest as unknown[]) {
    if (!isRecord(group) || !Array.isArray(group.weights) || !Array.isArray(group.paths)) {
      refuse('layers', path, '', `${path} has a list of weights that is none`);
    }
    specs.push(...group.weights);
    for (const shard of group.paths) shards.push(find(String(shard), path, files));
  }
  const weights = new Uint8Array(shards.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const shard of shards) {
    weights.set(shard, at);
    at += shard.length;
  }
  return { path, topology, specs, weights: weights.buffer };
}

/** A file that is named beside another. */
function find(name: string, beside: string, files: readonly NamedBytes[]): Uint8Array {
  const folder = beside.slice(0, beside.lastIndexOf('/') + 1);
  const path = folder + name.replace(/^\.\//, '');
  const found = files.find((file) => file.path === path);
  if (found === undefined)
    refuse('missing', path, '', `${path} is missing, which ${beside} names: choose all of its files together`);
  return found.bytes;
}

/** Numbers of one input of a model, as its first layer says; null where it does not. */
function inputWidth(topology: Json): number | null {
  // Keras' own JSON has the configuration one level deeper, and a Sequential's layers with or without a name for them.
  const model = isRecord(topology.model_config) ? topology.model_config : topology;
  const { config } = model;
  const layers = Array.isArray(config) ? config : isRecord(config) ? config.layers : null;
  const first: unknown = Array.isArray(layers) ? layers[0] : null;
  const inner = isRecord(first) && isRecord(first.config) ? first.config : null;
  const shape = inner?.batch_input_shape ?? inner?.batchInputShape ?? inner?.batch_shape;
  if (!Array.isArray(shape)) return null;
  const sizes = shape.slice(1);
  return sizes.every((size): size is number => typeof size === 'number') ? sizes.reduce((a, b) => a * b, 1) : null;
}
