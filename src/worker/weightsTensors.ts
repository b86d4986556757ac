/**
 * The tensors of a model: named and shaped as PyTorch has them, where `encoder.0.weight` is [out, in], against the flat
 * arrays of its layout.
 */
import type { Tensor, TensorFile } from '../formats/safetensors';
import { refuse } from '../formats/weightsError';
import { headParts } from '../math/posterior';
import { type DenseLayer, familyOf, type Layout } from '../model/layout';

/** Adam's moments stand under the names of their weights, behind what PyTorch calls them. */
export const MOMENTS = { first: 'optimizer.exp_avg.', second: 'optimizer.exp_avg_sq.' } as const;

/** ln σ̃², of models that learn it. */
export const OBSERVATION = 'log_var_x';

/** A part of a layer's outputs, and what PyTorch calls it. */
interface Named {
  readonly name: string;
  readonly layer: DenseLayer;
  /** The outputs `from` … `to` − 1 of the layer. */
  readonly from: number;
  readonly to: number;
}

/** Names as of nn.Sequential with an activation after every hidden layer: these have the even numbers. */
export function namesOf({ architecture, encoder, head, decoder, output }: Layout): Named[] {
  const whole = (name: string, layer: DenseLayer): Named => ({ name, layer, from: 0, to: layer.outputs });
  const { latent } = architecture;
  const [diagonal, below] = headParts(familyOf(architecture), latent);
  return [
    ...encoder.map((layer, i) => whole(`encoder.${2 * i}`, layer)),
    { name: 'mu', layer: head, from: 0, to: latent },
    ...(diagonal > 0 ? [{ name: 'log_var', layer: head, from: latent, to: latent + diagonal }] : []),
    ...(below > 0 ? [{ name: 'lower', layer: head, from: latent + diagonal, to: head.outputs }] : []),
    ...[...decoder, output].map((layer, i) => whole(`decoder.${2 * i}`, layer)),
  ];
}

/** One part of a layer, turned to [out, in]. */
export function take(values: Float32Array, { layer, from, to }: Named): { weight: Float32Array; bias: Float32Array } {
  const { inputs, outputs, offset } = layer;
  const weight = new Float32Array(inputs * (to - from));
  for (let o = from; o < to; o++) {
    for (let i = 0; i < inputs; i++) weight[(o - from) * inputs + i] = values[offset + i * outputs + o]!;
  }
  const biases = offset + inputs * outputs;
  return { weight, bias: values.slice(biases + from, biases + to) };
}

/** Layers of `encoder` and `decoder` under the numbers of `namesOf`, whatever stands between them in the file's own. */
export function rename({ tensors }: TensorFile): ReadonlyMap<string, Tensor> {
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
export function shapeOf(tensors: ReadonlyMap<string, Tensor>): { inputs: number; hidden: number[]; latent: number } {
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
export function put(
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

export function floats(tensors: ReadonlyMap<string, Tensor>, name: string, shape: readonly number[]): Float32Array {
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
export function checkNames(
  tensors: ReadonlyMap<string, Tensor>,
  names: readonly Named[],
  others: readonly string[],
): void {
  const parts = names.flatMap(({ name }) => [`${name}.weight`, `${name}.bias`]);
  const expected = new Set([
    ...['', ...Object.values(MOMENTS)].flatMap((prefix) => [...parts, OBSERVATION].map((part) => prefix + part)),
    ...others,
  ]);
  for (const name of tensors.keys()) {
    if (!expected.has(name))
      refuse('unknown', name, '', `There is a tensor ${name}, which a model of this kind does not have`);
  }
}

/** @throws WeightsError that names the tensor */
export function checkFinite(values: Float32Array, { name, layer, from, to }: Named): void {
  const { inputs, outputs, offset } = layer;
  for (let row = 0; row <= inputs; row++) {
    for (let o = from; o < to; o++) {
      const tensor = `${name}.${row < inputs ? 'weight' : 'bias'}`;
      if (!Number.isFinite(values[offset + row * outputs + o]))
        refuse('not-finite', tensor, '', `${tensor} has a number that is not finite`);
    }
  }
}
