import { adamFactors } from '../adam';
import type { Hyper } from '../engine';
import type { Layout } from '../layout';
import { squaredErrorTerms } from '../squaredError';
import type { Device, Grid } from './device';
import type { Network, Pass } from './network';
import type { LayerTiles, ParameterTiles, Planes } from './parameterTiles';
import { adam } from './programs/adam';
import { denseBackward } from './programs/denseBackward';
import { gather } from './programs/gather';
import { headGradient } from './programs/headGradient';
import { loss, SUMS_SIDE } from './programs/loss';
import { objective } from './programs/objective';
import { sample } from './programs/sample';
import { type Quarter, weightGradient } from './programs/weightGradient';
import { type Resident, residentBits } from './resident';
import { tilesOf } from './tiles';

/** A batch on the GPU: [image | ε], rows × (1 + d). */
export interface Batch {
  readonly grid: Grid;
  readonly rows: number;
}

/** The forward pass of one batch with all that the backward pass needs. */
export interface Trace {
  readonly batch: Batch;
  readonly images: Grid;
  readonly encoder: readonly Pass[];
  /** [μ | ln σ²]. */
  readonly head: Grid;
  readonly decoder: readonly Pass[];
  /** R of each pixel, and the mean loss's gradient by the decoder's outputs; rows × D. */
  readonly pixelLoss: Grid;
  readonly pixelDelta: Grid;
}

/** One training step, in pieces. Grids go to the caller, who releases them. */
export interface Step {
  forward(parameters: Grid, data: Resident, batch: Batch, hyper: Hyper): Trace;
  /** The running sums with this batch's loss added (loss.ts). */
  addLoss(sums: Grid, trace: Trace, hyper: Hyper): Grid;
  /** The new planes after Adam step number `step`, counted from 1. */
  update(planes: Planes, trace: Trace, hyper: Hyper, step: number): Planes;
  release(trace: Trace): void;
}

export function createStep(device: Device, layout: Layout, tiles: ParameterTiles, network: Network): Step {
  const { inputs: pixels, latent, activation } = layout.architecture;
  const { widthBits } = tiles;
  const squared = objective(widthBits, 'squared');
  const programs = {
    gather: gather(residentBits(device.maxTextureSize), 'picks'),
    objective: {
      bernoulli: objective(widthBits, 'bernoulli'),
      gaussian: squared,
      'gaussian-learned': squared,
      squared,
    },
    loss: { kl: loss('kl'), simple: loss('simple') },
    denseBackward: denseBackward(widthBits, activation),
    headGradient: { kl: headGradient(widthBits, 'kl'), simple: headGradient(widthBits, 'simple') },
    weightGradient: weightGradient(tiles),
    adam: adam(tiles),
  };

  /** The gradients by the layers' outputs, in the layers' order, from that by the last one's. */
  const backThrough = (
    layers: readonly LayerTiles[],
    parameters: Grid,
    passes: readonly Pass[],
    rows: number,
    last: Grid,
  ): Grid[] => {
    const deltas = [last];
    for (let i = layers.length - 1; i > 0; i--) {
      const { layer, base } = layers[i]!;
      const { gradient } = device.run(
        programs.denseBackward,
        tilesOf(rows),
        tilesOf(layer.inputs),
        { delta: deltas[0]!, parameters, kept: passes[i]!.kept! },
        { base, rows, inputs: layer.inputs, outputs: layer.outputs },
      );
      deltas.unshift(gradient);
    }
    return deltas;
  };

  /** Backward pass to the gradient by all weights, in blocks. */
  const backward = (
    parameters: Grid,
    trace: Trace,
    { regulariser, beta, noiseScale }: Hyper,
  ): Readonly<Record<Quarter, Grid>> => {
    const { batch, encoder, head, decoder, pixelDelta } = trace;
    const { rows } = batch;

    // Phase 1: from the pixels back to the layer behind the codes.
    const decoderDeltas = backThrough(network.decoder, parameters, decoder, rows, pixelDelta);

    // Phase 2: through the sample into the head, where the regulariser joins.
    const { layer, base } = network.decoder[0]!;
    const { gradient: headDelta } = device.run(
      programs.headGradient[regulariser],
      tilesOf(rows),
      tilesOf(2 * latent),
      { delta: decoderDeltas[0]!, parameters, head, batch: batch.grid },
      { base, rows, latent, outputs: layer.outputs, beta, noiseScale },
    );

    // Phase 3: back to the first layer.
    const deltas = [...backThrough(network.encoder, parameters, encoder, rows, headDelta), ...decoderDeltas];

    // Phase 4: from the layers' inputs and deltas to their weights.
    const passes = [...encoder, ...decoder];
    const inputs: Record<string, Grid> = {};
    deltas.forEach((delta, i) => {
      inputs[`x${i}`] = passes[i]!.x;
      inputs[`delta${i}`] = delta;
    });
    const blocks = device.run(programs.weightGradient, tiles.blockHeight, tiles.width, inputs, {});
    device.release(...deltas.slice(0, -1));
    return blocks;
  };

  return {
    forward(parameters, data, batch, hyper) {
      const { rows } = batch;
      const { values: images } = device.run(
        programs.gather,
        tilesOf(rows),
        tilesOf(pixels + 1),
        { images: data.grid, batch: batch.grid },
        { rows, pixels },
      );
      const encoder = network.hidden(network.encoder, parameters, images, rows);
      const head = network.last(network.encoder, parameters, encoder, rows, 'linear');
      const { codes } = device.run(
        sample,
        tilesOf(rows),
        tilesOf(latent + 1),
        { head, batch: batch.grid },
        { latent, noiseScale: hyper.noiseScale },
      );
      const decoder = network.hidden(network.decoder, parameters, codes, rows);
      const { base, rows: tileRows } = network.decoder.at(-1)!;
      const { delta, loss } = device.run(
        programs.objective[hyper.likelihood],
        tilesOf(rows),
        tilesOf(pixels),
        { x: decoder.at(-1)!.x, parameters, images },
        { base, tileRows, rows, pixels, ...squaredErrorTerms(hyper.likelihood, hyper.sigmaX) },
      );
      return { batch, images, encoder, head, decoder, pixelLoss: loss, pixelDelta: delta };
    },

    addLoss(sums, { batch: { rows }, pixelLoss, head }, { regulariser, beta }) {
      const inputs = { sums, pixelLoss, head };
      return device.run(programs.loss[regulariser], SUMS_SIDE, SUMS_SIDE, inputs, { rows, pixels, latent, beta }).total;
    },

    update(planes, trace, hyper, step) {
      const blocks = backward(planes.values, trace, hyper);
      const next = device.run(
        programs.adam,
        tiles.height,
        tiles.width,
        { oldValues: planes.values, oldFirst: planes.first, oldSecond: planes.second, ...blocks },
        adamFactors(hyper.learningRate, step),
      );
      device.release(...Object.values(blocks));
      return next;
    },

    release({ images, encoder, head, decoder, pixelLoss, pixelDelta }) {
      network.release(encoder);
      network.release(decoder);
      device.release(images, head, decoder[0]!.x, pixelLoss, pixelDelta);
    },
  };
}
