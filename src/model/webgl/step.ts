import type { Hyper } from '../engine';
import type { Layout } from '../layout';
import type { Device, Grid } from './device';
import { createNetwork, type Half, type Network, type Pass, releasePasses } from './network';
import type { ParameterTiles } from './parameterTiles';
import { adam, BETA1, BETA2 } from './programs/adam';
import { denseBackward } from './programs/denseBackward';
import { gather } from './programs/gather';
import { headGradient } from './programs/headGradient';
import { loss, SUMS_SIDE } from './programs/loss';
import { pixelGradient } from './programs/pixelGradient';
import { sample } from './programs/sample';
import { weightGradient } from './programs/weightGradient';
import type { Resident } from './resident';
import { tilesOf } from './tiles';

/** A batch on the GPU: [image | ε], rows × (1 + d). */
export interface Batch {
  readonly grid: Grid;
  readonly rows: number;
}

/** The forward pass of one batch with all that the backward pass needs. */
export interface Trace {
  readonly batch: Batch;
  /** rows × (D + 1). */
  readonly images: Grid;
  readonly encoder: Half;
  readonly codes: Grid;
  readonly decoder: Half;
}

/** One training step, in pieces. Grids go to the caller, who releases them. */
export interface Step {
  forward(parameters: Grid, data: Resident, batch: Batch, hyper: Hyper): Trace;
  /** The running sums with this batch's loss added (loss.ts). */
  addLoss(sums: Grid, trace: Trace, hyper: Hyper): Grid;
  /** Gradient by all parameters, one plane of tiles. */
  backward(parameters: Grid, trace: Trace, hyper: Hyper): Grid;
  /** The planes after Adam step number `step`, counted from 1. */
  update(parameters: Grid, gradient: Grid, learningRate: number, step: number): Grid;
  release(trace: Trace): void;
}

/** Factor of the squared error in R; unused by the Bernoulli model. */
const errorWeight = ({ likelihood, sigmaX }: Hyper): number =>
  likelihood === 'gaussian' ? 1 / (2 * sigmaX * sigmaX) : 1;

/** What R holds of a pixel beside its error: ½ ln(2πσ̃²). */
const errorConstant = ({ likelihood, sigmaX }: Hyper): number =>
  likelihood === 'gaussian' ? 0.5 * Math.log(2 * Math.PI * sigmaX * sigmaX) : 0;

export function createStep(
  device: Device,
  layout: Layout,
  tiles: ParameterTiles,
  network: Network = createNetwork(device, layout, tiles),
): Step {
  const { inputs: pixels, latent, activation } = layout.architecture;
  const { widthBits } = tiles;
  const weightProgram = weightGradient(tiles);

  /** Gradients by the outputs of the layers in front of layer `last`, from that by its own; the nearest first. */
  const backThrough = (parameters: Grid, delta: Grid, passes: readonly Pass[], last: number, rows: number): Grid[] => {
    const deltas: Grid[] = [];
    for (let i = passes.length - 1; i > 0; i--) {
      const { layer, base } = tiles.layers[last - deltas.length]!;
      deltas.push(
        device.run(
          denseBackward(widthBits, activation),
          tilesOf(rows),
          tilesOf(layer.inputs),
          { delta: deltas.at(-1) ?? delta, parameters, kept: passes[i]!.kept! },
          { base, rows, inputs: layer.inputs, outputs: layer.outputs },
        ),
      );
    }
    return deltas;
  };

  return {
    forward(parameters, data, batch, { noiseScale }) {
      const { rows } = batch;
      const images = device.run(
        gather(data.widthBits, 'picks'),
        tilesOf(rows),
        tilesOf(pixels + 1),
        { images: data.grid, batch: batch.grid },
        { rows, pixels },
      );
      const encoder = network.encode(parameters, images, rows);
      const codes = device.run(
        sample,
        tilesOf(rows),
        tilesOf(latent + 1),
        { head: encoder.outputs, batch: batch.grid },
        { latent, noiseScale },
      );
      const decoder = network.decode(parameters, codes, rows, 'linear');
      return { batch, images, encoder, codes, decoder };
    },

    addLoss(sums, { batch: { rows }, images, encoder, decoder }, hyper) {
      return device.run(
        loss(hyper.likelihood, hyper.regulariser),
        SUMS_SIDE,
        SUMS_SIDE,
        { sums, outputs: decoder.outputs, images, head: encoder.outputs },
        { rows, pixels, latent, beta: hyper.beta, weight: errorWeight(hyper), constant: errorConstant(hyper) },
      );
    },

    backward(parameters, { batch, images, encoder, decoder }, hyper) {
      const { rows } = batch;
      const headAt = layout.encoder.length;

      // Phase 1: from the pixels back to the layer behind the codes.
      const pixelDelta = device.run(
        pixelGradient(hyper.likelihood),
        tilesOf(rows),
        tilesOf(pixels),
        { outputs: decoder.outputs, images },
        { rows, pixels, weight: errorWeight(hyper) },
      );
      const decoderDeltas = backThrough(parameters, pixelDelta, decoder.passes, tiles.layers.length - 1, rows);

      // Phase 2: through the sample into the head, where the regulariser joins.
      const { layer: behind, base } = tiles.layers[headAt + 1]!;
      const headDelta = device.run(
        headGradient(widthBits, hyper.regulariser),
        tilesOf(rows),
        tilesOf(2 * latent),
        { delta: decoderDeltas.at(-1) ?? pixelDelta, parameters, head: encoder.outputs, batch: batch.grid },
        { base, rows, latent, outputs: behind.outputs, beta: hyper.beta, noiseScale: hyper.noiseScale },
      );

      // Phase 3: back to the first layer.
      const encoderDeltas = backThrough(parameters, headDelta, encoder.passes, headAt, rows);

      // Phase 4: all weights at once.
      const deltas = [...encoderDeltas.toReversed(), headDelta, ...decoderDeltas.toReversed(), pixelDelta];
      const passes = [...encoder.passes, ...decoder.passes];
      const inputs: Record<string, Grid> = {};
      deltas.forEach((delta, i) => {
        inputs[`x${i}`] = passes[i]!.x;
        inputs[`delta${i}`] = delta;
      });
      const gradient = device.run(weightProgram, tiles.height, tiles.width, inputs, {});
      device.release(...deltas);
      return gradient;
    },

    update(parameters, gradient, learningRate, step) {
      return device.run(
        adam,
        3 * tiles.height,
        tiles.width,
        { parameters, gradient },
        {
          planeHeight: tiles.height,
          rate: learningRate / (1 - BETA1 ** step),
          correction: 1 / (1 - BETA2 ** step),
        },
      );
    },

    release({ images, encoder, codes, decoder }) {
      for (const half of [encoder, decoder]) {
        releasePasses(device, half.passes);
        device.release(half.outputs);
      }
      device.release(images, codes);
    },
  };
}
