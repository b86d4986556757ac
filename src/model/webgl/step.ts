import { adamFactors } from '../adam';
import type { Hyper, Likelihood, StepHyper } from '../engine';
import { familyOf, type Layout } from '../layout';
import { squaredErrorTerms } from '../squaredError';
import type { Batch } from './batch';
import type { Device, Grid } from './device';
import type { Network, Pass } from './network';
import type { Model } from './parameterGrids';
import type { LayerTiles, ParameterTiles } from './parameterTiles';
import { continueBackward, continueForward, runProduct } from './products';
import { adam } from './programs/adam';
import { backwardSum } from './programs/backwardSum';
import { denseBackward } from './programs/denseBackward';
import { gather } from './programs/gather';
import { headGradient } from './programs/headGradient';
import { loss, SUMS_SIDE } from './programs/loss';
import { type Draws, objective } from './programs/objective';
import { observationAdam, squaredDeltas } from './programs/observation';
import { sample } from './programs/sample';
import { weightGradient } from './programs/weightGradient';
import { type Resident, residentBits } from './resident';
import { tilesOf } from './tiles';

/** The forward pass of one batch with all that the backward pass needs. */
export interface Trace {
  readonly batch: Batch;
  readonly images: Grid;
  readonly encoder: readonly Pass[];
  /** What fixes the posteriors, rows × the head's width (math/posterior.ts). */
  readonly head: Grid;
  readonly decoder: readonly Pass[];
  /** R of each pixel, and the mean loss's gradient by the decoder's outputs; samples·rows × D. */
  readonly pixelLoss: Grid;
  readonly pixelDelta: Grid;
}

/** One training step, in pieces. Grids go to the caller, who releases them. */
export interface Step {
  forward(model: Model, data: Resident, batch: Batch, hyper: StepHyper): Trace;
  /** The running sums with this batch's loss added (loss.ts). */
  addLoss(sums: Grid, trace: Trace, hyper: Hyper): Grid;
  /** The model after Adam step number `step`, counted from 1. Grids that have not changed are those of `model`. */
  update(model: Model, trace: Trace, hyper: Hyper, step: number): Model;
  release(trace: Trace): void;
}

export function createStep(device: Device, layout: Layout, tiles: ParameterTiles, network: Network): Step {
  const { inputs: pixels, latent, activation } = layout.architecture;
  const { outputs: width } = layout.head;
  const family = familyOf(layout.architecture);
  const { widthBits } = tiles;
  const objectives = (draws: Draws) => {
    const of = (likelihood: Likelihood) => continueForward(tiles, (sum) => objective(sum, likelihood, draws));
    const squared = of('squared');
    return {
      bernoulli: of('bernoulli'),
      gaussian: squared,
      'gaussian-learned': of('gaussian-learned'),
      squared,
    };
  };
  const programs = {
    gather: gather(residentBits(device.maxTextureSize), 'picks'),
    draws: gather(residentBits(device.maxTextureSize), 'draws'),
    sample: sample(family),
    objective: { one: objectives('one'), several: objectives('several') },
    loss: { kl: loss(family, 'kl'), simple: loss(family, 'simple') },
    denseBackward: continueBackward(tiles, (sum) => denseBackward(sum, activation)),
    codeGradient: denseBackward(backwardSum(widthBits), null),
    headGradient: {
      one: {
        kl: headGradient(widthBits, family, 'kl', 'one'),
        simple: headGradient(widthBits, family, 'simple', 'one'),
      },
      several: {
        kl: headGradient(widthBits, family, 'kl', 'several'),
        simple: headGradient(widthBits, family, 'simple', 'several'),
      },
    },
    weightGradient: tiles.gradients.map((part) => ({ ...part, program: weightGradient(tiles, part) })),
    adam: adam(tiles),
  };
  const drawsOf = ({ samples }: Batch): Draws => (samples === 1 ? 'one' : 'several');

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
      const { layer, base, byBlocks } = layers[i]!;
      const { gradient } = runProduct(
        device,
        programs.denseBackward,
        byBlocks.backward,
        [tilesOf(rows), tilesOf(layer.inputs)],
        { delta: deltas[0]!, parameters },
        { kept: passes[i]!.kept! },
        { base, rows, inputs: layer.inputs, outputs: layer.outputs },
      );
      deltas.unshift(gradient);
    }
    return deltas;
  };

  /** The gradient by the head, from that by the outputs of the layer behind the codes. */
  const headDelta = (parameters: Grid, { batch, head }: Trace, delta: Grid, hyper: Hyper): Grid => {
    const { regulariser, beta, noiseScale } = hyper;
    const { rows, samples } = batch;
    const { layer, base } = network.decoder[0]!;
    const size = [tilesOf(rows), tilesOf(width)] as const;
    const common = { rows, width, latent, beta, noiseScale };
    if (drawsOf(batch) === 'one') {
      return device.run(
        programs.headGradient.one[regulariser],
        ...size,
        { delta, parameters, head, batch: batch.grid },
        { ...common, base, outputs: layer.outputs },
      ).gradient;
    }
    const codes = samples * rows;
    const { gradient: codeDelta } = device.run(
      programs.codeGradient,
      tilesOf(codes),
      tilesOf(latent),
      { delta, parameters },
      { base, rows: codes, inputs: latent, outputs: layer.outputs },
    );
    const { gradient } = device.run(
      programs.headGradient.several[regulariser],
      ...size,
      { codeDelta, head, batch: batch.grid },
      { ...common, samples },
    );
    device.release(codeDelta);
    return gradient;
  };

  /** Backward pass to the gradient by all weights, in blocks. */
  const backward = (parameters: Grid, trace: Trace, hyper: Hyper): Readonly<Record<string, Grid>> => {
    const { batch, encoder, decoder, pixelDelta } = trace;

    // Phase 1: from the pixels back to the layer behind the codes.
    const codes = batch.samples * batch.rows;
    const decoderDeltas = backThrough(network.decoder, parameters, decoder, codes, pixelDelta);

    // Phase 2: through the sample into the head, where the regulariser joins.
    const last = headDelta(parameters, trace, decoderDeltas[0]!, hyper);

    // Phase 3: back to the first layer.
    const deltas = [...backThrough(network.encoder, parameters, encoder, batch.rows, last), ...decoderDeltas];

    // Phase 4: from the layers' inputs and deltas to their weights.
    const passes = [...encoder, ...decoder];
    const inputs: Record<string, Grid> = {};
    deltas.forEach((delta, i) => {
      inputs[`x${i}`] = passes[i]!.x;
      inputs[`delta${i}`] = delta;
    });
    const blocks = device.runParts(programs.weightGradient, tiles.blockHeight, tiles.width, inputs);
    device.release(...deltas.slice(0, -1));
    return blocks;
  };

  /** ln σ̃² and its moments after a step: two draws of next to no work. */
  const updateObservation = (
    observation: Grid,
    { batch, pixelDelta }: Trace,
    factors: ReturnType<typeof adamFactors>,
  ): Grid => {
    const size = { rows: batch.samples * batch.rows, pixels };
    const { shares } = device.run(squaredDeltas, SUMS_SIDE, SUMS_SIDE, { delta: pixelDelta }, size);
    const { next } = device.run(observationAdam, 1, 1, { observation, shares }, { ...size, ...factors });
    device.release(shares);
    return next;
  };

  return {
    forward({ planes: { values: parameters }, observation }, data, batch, hyper) {
      const { rows, samples } = batch;
      const { likelihood, sigmaX, noiseScale, draw } = hyper;
      const size = [tilesOf(rows), tilesOf(pixels + 1)] as const;
      const source = { images: data.grid, batch: batch.grid };
      const { values: images } =
        draw === undefined
          ? device.run(programs.gather, ...size, source, { rows, pixels })
          : device.run(programs.draws, ...size, source, { rows, pixels, key: draw });
      const encoder = network.hidden(network.encoder, parameters, images, rows);
      const head = network.last(network.encoder, parameters, encoder, rows, 'linear');
      const codeRows = samples * rows;
      const { codes } = device.run(
        programs.sample,
        tilesOf(codeRows),
        tilesOf(latent + 1),
        { head, batch: batch.grid },
        { images: rows, latent, noiseScale },
      );
      const decoder = network.hidden(network.decoder, parameters, codes, codeRows);
      const { base, rows: tileRows, byBlocks } = network.decoder.at(-1)!;
      const { delta, loss } = runProduct(
        device,
        programs.objective[drawsOf(batch)][likelihood],
        byBlocks.forward,
        [tilesOf(codeRows), tilesOf(pixels)],
        { x: decoder.at(-1)!.x, parameters },
        { images, observation },
        {
          base,
          tileRows,
          columns: pixels,
          rows: codeRows,
          pixels,
          imageRows: rows,
          ...squaredErrorTerms(likelihood, sigmaX),
        },
      );
      return { batch, images, encoder, head, decoder, pixelLoss: loss, pixelDelta: delta };
    },

    addLoss(sums, { batch: { rows, samples }, pixelLoss, head }, { regulariser, beta }) {
      return device.run(
        programs.loss[regulariser],
        SUMS_SIDE,
        SUMS_SIDE,
        { sums, pixelLoss, head },
        { rows: samples * rows, pixels, images: rows, width, latent, beta },
      ).total;
    },

    update({ planes, observation }, trace, hyper, step) {
      const blocks = backward(planes.values, trace, hyper);
      const factors = adamFactors(hyper.learningRate, step);
      const next = device.run(
        programs.adam,
        tiles.height,
        tiles.width,
        { oldValues: planes.values, oldFirst: planes.first, oldSecond: planes.second, ...blocks },
        factors,
      );
      device.release(...Object.values(blocks));
      const learns = hyper.likelihood === 'gaussian-learned';
      return { planes: next, observation: learns ? updateObservation(observation, trace, factors) : observation };
    },

    release({ images, encoder, head, decoder, pixelLoss, pixelDelta }) {
      network.release(encoder);
      network.release(decoder);
      device.release(images, head, decoder[0]!.x, pixelLoss, pixelDelta);
    },
  };
}
