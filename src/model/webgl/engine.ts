import { type Codes, codesOfHead } from '../../math/posterior';
import type { Engine, Inference, LossTerms, Parameters, StepHyper } from '../engine';
import { checkFit } from '../fit';
import { type Architecture, createLayout, familyOf } from '../layout';
import { linkOf } from '../link';
import { sigmaXOf } from '../squaredError';
import { createBatchUpload } from './batch';
import { createBatchSizes } from './batchSizes';
import { createDevice, type Device, type DeviceOptions, type Grid } from './device';
import { createLead } from './lead';
import { createNetwork } from './network';
import { flatModel, gridsOf, type Model, uploadModel } from './parameterGrids';
import { createParameterTiles } from './parameterTiles';
import { createPasses, type Strip } from './passes';
import { SUMS_SIDE } from './programs/loss';
import { createResident, type Resident } from './resident';
import { createStep, type Trace } from './step';
import { fromTiles } from './tiles';

export interface WebglEngineOptions extends DeviceOptions {
  /** A device to share, with its compiled programs; `dispose` leaves it open, and the other options are its maker's. */
  readonly device?: Device;
}

export interface WebglEngine extends Engine {
  readonly device: Device;
}

/** The mean of `steps` losses from the readback of their running sums (programs/loss.ts). */
function meanLoss(sums: Float32Array, steps: number): LossTerms {
  const terms = [0, 0, 0];
  for (let i = 0; i < sums.length; i += 4) for (let k = 0; k < 3; k++) terms[k]! += sums[i + k]! / steps;
  return { reconstruction: terms[0]!, regulariser: terms[1]!, total: terms[2]! };
}

/** The rows of strips one after another, each `width` values. */
function rowsOf(strips: readonly Strip[], values: readonly Float32Array[], width: number): Float32Array {
  const all = new Float32Array(strips.reduce((sum, { rows }) => sum + rows, 0) * width);
  let at = 0;
  strips.forEach(({ rows }, i) => {
    fromTiles(values[i]!, rows, width, all.subarray(at, at + rows * width));
    at += rows * width;
  });
  return all;
}

/**
 * The VAE as fused programs on tfjs's WebGL backend. Every method but the constructor throws, or rejects with, a
 * ContextLostError once the context is gone.
 * @throws EngineUnavailable when WebGL 2 or float32 render targets are missing, RangeError when the model exceeds a
 *   texture
 */
export async function createWebglEngine(
  architecture: Architecture,
  options: WebglEngineOptions = {},
): Promise<WebglEngine> {
  if (options.device) return build(architecture, options.device, false);
  const device = createDevice(options);
  try {
    return build(architecture, device, true);
  } catch (error) {
    device.dispose();
    throw error;
  }
}

/** @param owned whether the engine's end is the device's, too */
function build(architecture: Architecture, device: Device, owned: boolean): WebglEngine {
  const layout = createLayout(architecture);
  const { inputs: pixels, latent } = architecture;
  const tiles = createParameterTiles(layout, device);
  const network = createNetwork(device, layout, tiles);
  const step = createStep(device, layout, tiles, network);
  const passes = createPasses(device, layout, network);
  const batches = createBatchUpload(device, latent);
  const sizes = createBatchSizes(device.deleteFree);
  const lead = createLead(device.gl);

  let model: Model | null = null;
  let stepsTaken = 0;
  let data: Resident | null = null;
  /** The intensities that batches are drawn of. */
  let drawn: Resident | null = null;
  const noLoss = (): Grid => {
    const grid = device.allocate(SUMS_SIDE, SUMS_SIDE);
    device.write(grid, 0, SUMS_SIDE, new Float32Array(4 * SUMS_SIDE * SUMS_SIDE));
    return grid;
  };
  let sums = noLoss();
  let stepsSummed = 0;

  const replace = (old: Grid | null, grid: Grid): Grid => {
    if (old) device.release(old);
    return grid;
  };
  const loaded = (): Model => {
    device.check();
    if (!model) throw new Error('The engine has no parameters yet: load() them first');
    return model;
  };
  /** Grids of models that are kept, and how often. */
  const kept = new Map<Grid, number>();
  const replaceModel = (next: Model | null): void => {
    if (model) {
      const used = next === null ? [] : gridsOf(next);
      device.release(...gridsOf(model).filter((grid) => !used.includes(grid) && !kept.has(grid)));
    }
    model = next;
  };
  const resident = (images = data): Resident => {
    if (!images) throw new Error('The engine has no images yet: setData() first');
    return images;
  };

  const releaseData = (): void => {
    device.release(...new Set([data, drawn].flatMap((each) => (each === null ? [] : [each.grid]))));
    data = drawn = null;
  };

  const forward = (from: Model, indices: Uint32Array, noise: Float32Array, hyper: StepHyper): Trace => {
    const images = resident(hyper.draw === undefined ? data : drawn);
    return step.forward(from, images, batches.upload(indices, noise, hyper.samples, images.n), hyper);
  };

  /** Queues the copy of grids that are not needed any longer. */
  const readAndRelease = (grids: readonly Grid[]): Promise<Float32Array[]> => {
    const values = device.read(grids);
    device.release(...grids);
    return values;
  };
  const codesOf = (strips: readonly Strip[], values: readonly Float32Array[]): Codes =>
    codesOfHead(familyOf(architecture), latent, rowsOf(strips, values, layout.head.outputs));
  const imagesOf = (strips: readonly Strip[], values: readonly Float32Array[]): Float32Array =>
    rowsOf(strips, values, pixels);
  const stripGrids = (strips: readonly Strip[]): Grid[] => strips.map(({ grid }) => grid);

  /** The running sums and the number of their steps, which start again. */
  const takeSums = (): { grid: Grid; steps: number } => {
    const taken = { grid: sums, steps: stepsSummed };
    sums = noLoss();
    stepsSummed = 0;
    return taken;
  };

  /** @param of the parameters to compute with, asked for at every call */
  const inference = (of: () => Model): Inference => ({
    async evaluate(indices, noise, hyper) {
      const from = of();
      sizes.evaluation(indices.length, hyper.samples);
      const trace = forward(from, indices, noise, hyper);
      const zero = noLoss();
      const sum = step.addLoss(zero, trace, hyper);
      step.release(trace);
      device.release(zero);
      const [read] = await readAndRelease([sum]);
      return meanLoss(read!, 1);
    },

    async encode(images) {
      const from = of().planes.values;
      if (images !== 'data' && images.length === 0) return codesOf([], []);
      const source = images === 'data' ? resident() : createResident(device, images, images.length / pixels, pixels);
      const strips = passes.encode(from, source, 1);
      if (images !== 'data') device.release(source.grid);
      return codesOf(strips, await readAndRelease(stripGrids(strips)));
    },

    async decode(z, likelihood) {
      const strips = passes.decode(of().planes.values, z, linkOf(likelihood));
      return imagesOf(strips, await readAndRelease(stripGrids(strips)));
    },

    async outputs(z) {
      const strips = passes.decode(of().planes.values, z, 'linear');
      return imagesOf(strips, await readAndRelease(stripGrids(strips)));
    },
  });

  return {
    name: 'webgl',
    arithmetic: null,
    device,

    get busy() {
      return lead.full;
    },

    setData(images, n, intensities = images) {
      device.check();
      const next = createResident(device, images, n, pixels);
      const nextDrawn = intensities === images ? next : createResident(device, intensities, n, pixels);
      releaseData();
      data = next;
      drawn = nextDrawn;
    },

    load(from) {
      device.check();
      checkFit(from, layout);
      // The old grids first: the new ones then take their memory.
      replaceModel(null);
      model = uploadModel(device, layout, tiles, from);
      stepsTaken = from.step;
    },

    async save(): Promise<Parameters> {
      const taken = stepsTaken;
      const texels = await device.read(gridsOf(loaded()));
      return { architecture, ...flatModel(layout, tiles, texels), step: taken };
    },

    train(indices, noise, hyper) {
      const before = loaded();
      sizes.step(indices.length, hyper.samples);
      const trace = forward(before, indices, noise, hyper);
      sums = replace(sums, step.addLoss(sums, trace, hyper));
      const after = step.update(before, trace, hyper, ++stepsTaken);
      stepsSummed++;
      step.release(trace);
      replaceModel(after);
      lead.queued();
    },

    async losses() {
      device.check();
      if (stepsSummed === 0) return null;
      const { grid, steps } = takeSums();
      const [values] = await readAndRelease([grid]);
      return meanLoss(values!, steps);
    },

    ...inference(loaded),

    still() {
      const still = loaded();
      const grids = [still.planes.values, still.observation];
      for (const grid of grids) kept.set(grid, (kept.get(grid) ?? 0) + 1);
      let disposed = false;
      return {
        ...inference(() => {
          device.check();
          return still;
        }),
        async sigmaX() {
          const [texel] = await device.read([still.observation]);
          return sigmaXOf(texel![0]!);
        },
        dispose() {
          if (disposed) return;
          disposed = true;
          const present = model === null ? [] : gridsOf(model);
          for (const grid of grids) {
            const others = kept.get(grid)! - 1;
            if (others > 0) kept.set(grid, others);
            else {
              kept.delete(grid);
              if (!present.includes(grid)) device.release(grid);
            }
          }
        },
      };
    },

    async observe({ stride, points, probes, likelihood }) {
      const { planes, observation } = loaded();
      const from = planes.values;
      const encoded = passes.encode(from, resident(), stride);
      const decoded = passes.decode(from, points, linkOf(likelihood));
      const rebuilt = passes.rebuild(from, resident(), probes, linkOf(likelihood));
      const { grid, steps } = takeSums();
      const done = [...[encoded, decoded, rebuilt].flatMap(stripGrids), grid];
      const reading = device.read([...done, observation]);
      device.release(...done);
      const values = await reading;
      const take = (strips: readonly Strip[]): Float32Array[] => values.splice(0, strips.length);
      return {
        codes: codesOf(encoded, take(encoded)),
        decoded: imagesOf(decoded, take(decoded)),
        reconstructed: imagesOf(rebuilt, take(rebuilt)),
        losses: steps === 0 ? null : meanLoss(values[0]!, steps),
        sigmaX: likelihood === 'gaussian-learned' ? sigmaXOf(values[1]![0]!) : null,
      };
    },

    dispose() {
      lead.dispose();
      replaceModel(null);
      batches.dispose();
      device.release(sums);
      releaseData();
      if (owned) device.dispose();
    },
  };
}
