import type { Layout } from '../layout';
import type { Link } from '../link';
import type { Device, Grid } from './device';
import type { LayerTiles, ParameterTiles } from './parameterTiles';
import { continueForward, runProduct } from './products';
import { hidden } from './programs/hidden';
import { linear } from './programs/linear';
import { tilesOf } from './tiles';

/** What the forward pass leaves in front of a layer. */
export interface Pass {
  /** The layer's inputs with the constant 1, rows × (inputs + 1). */
  readonly x: Grid;
  /** What the derivative of the activation that gave x is taken of (activation.ts); null for given inputs. */
  readonly kept: Grid | null;
}

/** The forward pass of the two halves of the VAE. Grids go to the caller, who releases them. */
export interface Network {
  /** Layers of the encoder with the head, and of the decoder with the output. */
  readonly encoder: readonly LayerTiles[];
  readonly decoder: readonly LayerTiles[];
  /** Inputs of every layer of a half, the first being x: all but the last layer's forward pass. */
  hidden(layers: readonly LayerTiles[], parameters: Grid, x: Grid, rows: number): readonly Pass[];
  /** Outputs of a half's last layer, rows × outputs, from what `hidden` gave. */
  last(layers: readonly LayerTiles[], parameters: Grid, passes: readonly Pass[], rows: number, link: Link): Grid;
  /** Releases what `hidden` computed, but not the first pass, which was given. */
  release(passes: readonly Pass[]): void;
}

export function createNetwork(device: Device, layout: Layout, tiles: ParameterTiles): Network {
  const heads = layout.encoder.length + 1;
  const hiddenProgram = continueForward(tiles, (sum) => hidden(sum, layout.architecture.activation));
  const linearProgram = (link: Link) => continueForward(tiles, (sum) => linear(sum, link));
  const linearPrograms = {
    linear: linearProgram('linear'),
    sigmoid: linearProgram('sigmoid'),
    clamp: linearProgram('clamp'),
  };
  return {
    encoder: tiles.layers.slice(0, heads),
    decoder: tiles.layers.slice(heads),

    hidden(layers, parameters, x, rows) {
      const passes: Pass[] = [{ x, kept: null }];
      for (const { layer, base, rows: tileRows, byBlocks } of layers.slice(0, -1)) {
        const { values, kept } = runProduct(
          device,
          hiddenProgram,
          byBlocks.forward,
          [tilesOf(rows), tilesOf(layer.outputs + 1)],
          { x: passes.at(-1)!.x, parameters },
          {},
          { base, tileRows, columns: layer.outputs },
        );
        passes.push({ x: values, kept: kept ?? values });
      }
      return passes;
    },

    last(layers, parameters, passes, rows, link) {
      const { layer, base, rows: tileRows, byBlocks } = layers.at(-1)!;
      return runProduct(
        device,
        linearPrograms[link],
        byBlocks.forward,
        [tilesOf(rows), tilesOf(layer.outputs)],
        { x: passes.at(-1)!.x, parameters },
        {},
        { base, tileRows, columns: layer.outputs },
      ).values;
    },

    release(passes) {
      for (const { x, kept } of passes.slice(1)) {
        device.release(x);
        if (kept && kept !== x) device.release(kept);
      }
    },
  };
}
