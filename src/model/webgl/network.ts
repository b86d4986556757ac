import type { Likelihood } from '../engine';
import type { Layout } from '../layout';
import type { Device, Grid } from './device';
import type { LayerTiles, ParameterTiles } from './parameterTiles';
import { activation, keepsPreActivation } from './programs/activation';
import { type DenseOutput, dense } from './programs/dense';
import { tilesOf } from './tiles';

/** What the forward pass of one layer leaves for the backward pass. */
export interface Pass {
  /** The layer's inputs with the constant 1, rows × (inputs + 1). */
  readonly x: Grid;
  /** Of the hidden layer that computed x, what its derivative is taken of (activation.ts); null elsewhere. */
  readonly kept: Grid | null;
}

export interface Half {
  /** One for each layer, in order. */
  readonly passes: readonly Pass[];
  /** Outputs of the last layer. */
  readonly outputs: Grid;
}

/** The forward pass of the two halves of the VAE. Grids go to the caller, who releases them. */
export interface Network {
  /** From images with the constant 1, rows × (D + 1), to [μ | ln σ²], rows × 2d. */
  encode(parameters: Grid, images: Grid, rows: number): Half;
  /** From codes with the constant 1, rows × (d + 1), to the D outputs before or after their link. */
  decode(parameters: Grid, codes: Grid, rows: number, link: 'linear' | 'sigmoid' | 'clamp'): Half;
}

/** What turns the decoder's outputs into means in [0, 1]. */
export const linkOf = (likelihood: Likelihood): 'sigmoid' | 'clamp' =>
  likelihood === 'bernoulli' ? 'sigmoid' : 'clamp';

/** Releases what a half computed, but not its inputs, which are the caller's, nor its outputs. */
export function releasePasses(device: Device, passes: readonly Pass[]): void {
  for (const { x, kept } of passes.slice(1)) {
    device.release(x);
    if (kept && kept !== x) device.release(kept);
  }
}

export function createNetwork(device: Device, layout: Layout, tiles: ParameterTiles): Network {
  const kind = layout.architecture.activation;
  const encoderLayers = tiles.layers.slice(0, layout.encoder.length + 1);
  const decoderLayers = tiles.layers.slice(layout.encoder.length + 1);

  const apply = (
    parameters: Grid,
    x: Grid,
    rows: number,
    { layer, base, rows: tileRows }: LayerTiles,
    to: DenseOutput,
  ) => {
    const columns = layer.outputs;
    const width = to === 'linear' || to === 'sigmoid' || to === 'clamp' ? columns : columns + 1;
    return device.run(
      dense(tiles.widthBits, to),
      tilesOf(rows),
      tilesOf(width),
      { x, parameters },
      { base, tileRows, columns },
    );
  };

  const hidden = (parameters: Grid, x: Grid, rows: number, layer: LayerTiles): Pass => {
    if (!keepsPreActivation(kind)) {
      const values = apply(parameters, x, rows, layer, kind);
      return { x: values, kept: values };
    }
    const columns = layer.layer.outputs;
    const preActivations = apply(parameters, x, rows, layer, 'linear');
    const values = device.run(activation(kind), tilesOf(rows), tilesOf(columns + 1), { preActivations }, { columns });
    return { x: values, kept: preActivations };
  };

  const forward = (parameters: Grid, x: Grid, rows: number, layers: readonly LayerTiles[], to: DenseOutput): Half => {
    const passes: Pass[] = [{ x, kept: null }];
    for (const layer of layers.slice(0, -1)) passes.push(hidden(parameters, passes.at(-1)!.x, rows, layer));
    return { passes, outputs: apply(parameters, passes.at(-1)!.x, rows, layers.at(-1)!, to) };
  };

  return {
    encode: (parameters, images, rows) => forward(parameters, images, rows, encoderLayers, 'linear'),
    decode: (parameters, codes, rows, link) => forward(parameters, codes, rows, decoderLayers, link),
  };
}
