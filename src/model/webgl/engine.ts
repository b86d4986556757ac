import type { Codes } from '../../math/posterior';
import type { Engine, Inference, LossTerms, Parameters } from '../engine';
import { checkFit } from '../fit';
import { type Architecture, createLayout } from '../layout';
import { linkOf } from '../link';
import { sigmaXOf } from '../squaredError';
import { createDevice, type Device, type DeviceOptions, type Grid } from './device';
import { createLead } from './lead';
import { createNetwork } from './network';
import { createParameterTiles, fromPlane, type Planes, toPlane } from './parameterTiles';
import { createPasses, type Strip } from './passes';
import { SUMS_SIDE } from './programs/loss';
import { createResident, type Resident } from './resident';
import { type Batch, createStep } from './step';
import { fromTiles, tilesOf, toTiles } from './tiles';

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
  const tiles = createParameterTiles(layout, device.maxTextureSize);
  const network = createNetwork(device, layout, tiles);
  const step = createStep(device, layout, tiles, network);
  const passes = createPasses(device, layout, network);
  const lead = createLead(device.gl);

  let planes: Planes | null = null;
  let stepsTaken = 0;
  /** ln σ̃² and its moments. */
  let observation = { values: 0, first: 0, second: 0 };
  let data: Resident | null = null;
  let batchGrid: Grid | null = null;
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
  const parameters = (): Planes => {
    device.check();
    if (!planes) throw new Error('The engine has no parameters yet: load() them first');
    return planes;
  };
  /** Values that are kept, and how often. */
  const kept = new Map<Grid, number>();
  const releasePlanes = (): void => {
    if (planes) device.release(planes.first, planes.second, ...(kept.has(planes.values) ? [] : [planes.values]));
    planes = null;
  };
  const resident = (): Resident => {
    if (!data) throw new Error('The engine has no images yet: setData() first');
    return data;
  };

  /** [image | ε], in a grid that is reused while the batch keeps its size. */
  const upload = (indices: Uint32Array, noise: Float32Array): Batch => {
    const rows = indices.length;
    const { n } = resident();
    if (rows === 0) throw new RangeError('A batch needs at least one image');
    if (noise.length !== rows * latent) {
      throw new RangeError(`${noise.length} noise values do not fit a batch of ${rows} with ${latent} axes`);
    }
    const beyond = indices.find((index) => index >= n);
    if (beyond !== undefined) throw new RangeError(`Image ${beyond} of a batch is not among the ${n} images`);
    const height = tilesOf(rows);
    if (batchGrid?.shape[0] !== 2 * height) {
      batchGrid = replace(batchGrid, device.allocate(height, tilesOf(1 + latent)));
    }
    const texels = toTiles(rows, 1 + latent, (row, column) =>
      column === 0 ? indices[row]! : noise[row * latent + column - 1]!,
    );
    device.write(batchGrid, 0, height, texels);
    return { grid: batchGrid, rows };
  };

  /** Queues the copy of grids that are not needed any longer. */
  const readAndRelease = (grids: readonly Grid[]): Promise<Float32Array[]> => {
    const values = device.read(grids);
    device.release(...grids);
    return values;
  };
  const codesOf = (strips: readonly Strip[], values: readonly Float32Array[]): Codes => {
    const n = strips.reduce((sum, { rows }) => sum + rows, 0);
    const codes = { mu: new Float32Array(n * latent), logVar: new Float32Array(n * latent), lower: null };
    let at = 0;
    strips.forEach(({ rows }, i) => {
      const end = at + rows * latent;
      fromTiles(values[i]!, rows, latent, 2 * latent, 0, codes.mu.subarray(at, end));
      fromTiles(values[i]!, rows, latent, 2 * latent, latent, codes.logVar.subarray(at, end));
      at = end;
    });
    return codes;
  };
  const imagesOf = (strips: readonly Strip[], values: readonly Float32Array[]): Float32Array => {
    const n = strips.reduce((sum, { rows }) => sum + rows, 0);
    const images = new Float32Array(n * pixels);
    let at = 0;
    strips.forEach(({ rows }, i) => {
      fromTiles(values[i]!, rows, pixels, pixels, 0, images.subarray(at, at + rows * pixels));
      at += rows * pixels;
    });
    return images;
  };
  const gridsOf = (strips: readonly Strip[]): Grid[] => strips.map(({ grid }) => grid);

  /** The running sums and the number of their steps, which start again. */
  const takeSums = (): { grid: Grid; steps: number } => {
    const taken = { grid: sums, steps: stepsSummed };
    sums = noLoss();
    stepsSummed = 0;
    return taken;
  };

  /** @param values the parameters to compute with, asked for at every call */
  const inference = (values: () => Grid): Inference => ({
    async evaluate(indices, noise, hyper) {
      const trace = step.forward(values(), resident(), upload(indices, noise), hyper);
      const zero = noLoss();
      const sum = step.addLoss(zero, trace, hyper);
      step.release(trace);
      device.release(zero);
      const [read] = await readAndRelease([sum]);
      return meanLoss(read!, 1);
    },

    async encode(images) {
      const from = values();
      if (images !== 'data' && images.length === 0) return codesOf([], []);
      const source = images === 'data' ? resident() : createResident(device, images, images.length / pixels, pixels);
      const strips = passes.encode(from, source, 1);
      if (images !== 'data') device.release(source.grid);
      return codesOf(strips, await readAndRelease(gridsOf(strips)));
    },

    async decode(z, likelihood) {
      const strips = passes.decode(values(), z, linkOf(likelihood));
      return imagesOf(strips, await readAndRelease(gridsOf(strips)));
    },

    async outputs(z) {
      const strips = passes.decode(values(), z, 'linear');
      return imagesOf(strips, await readAndRelease(gridsOf(strips)));
    },
  });

  return {
    name: 'webgl',
    arithmetic: null,
    device,

    get busy() {
      return lead.full;
    },

    setData(images, n) {
      device.check();
      const next = createResident(device, images, n, pixels);
      if (data) device.release(data.grid);
      data = next;
    },

    load(from) {
      device.check();
      checkFit(from, layout);
      const upload = (flat: Float32Array): Grid => {
        const grid = device.allocate(tiles.height, tiles.width);
        device.write(grid, 0, tiles.height, toPlane(tiles, flat));
        return grid;
      };
      releasePlanes();
      planes = { values: upload(from.values), first: upload(from.first), second: upload(from.second) };
      const learned = (flat: Float32Array): number => flat[layout.observation]!;
      observation = { values: learned(from.values), first: learned(from.first), second: learned(from.second) };
      stepsTaken = from.step;
    },

    async save(): Promise<Parameters> {
      const taken = stepsTaken;
      const { values, first, second } = parameters();
      const learned = observation;
      const read = await device.read([values, first, second]);
      const [v, m, s] = read.map((plane) => fromPlane(tiles, plane, layout.size)) as [
        Float32Array,
        Float32Array,
        Float32Array,
      ];
      v[layout.observation] = learned.values;
      m[layout.observation] = learned.first;
      s[layout.observation] = learned.second;
      return { architecture, values: v, first: m, second: s, step: taken };
    },

    train(indices, noise, hyper) {
      const before = parameters();
      const trace = step.forward(before.values, resident(), upload(indices, noise), hyper);
      sums = replace(sums, step.addLoss(sums, trace, hyper));
      const after = step.update(before, trace, hyper, ++stepsTaken);
      stepsSummed++;
      step.release(trace);
      releasePlanes();
      planes = after;
      lead.queued();
    },

    async losses() {
      device.check();
      if (stepsSummed === 0) return null;
      const { grid, steps } = takeSums();
      const [values] = await readAndRelease([grid]);
      return meanLoss(values!, steps);
    },

    ...inference(() => parameters().values),

    still() {
      const { values } = parameters();
      kept.set(values, (kept.get(values) ?? 0) + 1);
      let disposed = false;
      return {
        sigmaX: sigmaXOf(observation.values),
        ...inference(() => {
          device.check();
          return values;
        }),
        dispose() {
          if (disposed) return;
          disposed = true;
          const others = kept.get(values)! - 1;
          if (others > 0) kept.set(values, others);
          else {
            kept.delete(values);
            if (values !== planes?.values) device.release(values);
          }
        },
      };
    },

    async observe({ stride, points, probes, likelihood }) {
      const from = parameters().values;
      const encoded = passes.encode(from, resident(), stride);
      const decoded = passes.decode(from, points, linkOf(likelihood));
      const rebuilt = passes.rebuild(from, resident(), probes, linkOf(likelihood));
      const { grid, steps } = takeSums();
      const values = await readAndRelease([...gridsOf(encoded), ...gridsOf(decoded), ...gridsOf(rebuilt), grid]);
      const take = (strips: readonly Strip[]): Float32Array[] => values.splice(0, strips.length);
      return {
        codes: codesOf(encoded, take(encoded)),
        decoded: imagesOf(decoded, take(decoded)),
        reconstructed: imagesOf(rebuilt, take(rebuilt)),
        losses: steps === 0 ? null : meanLoss(values[0]!, steps),
        sigmaX: likelihood === 'gaussian-learned' ? sigmaXOf(observation.values) : null,
      };
    },

    dispose() {
      lead.dispose();
      releasePlanes();
      for (const grid of [batchGrid, sums, data?.grid]) if (grid) device.release(grid);
      batchGrid = data = null;
      if (owned) device.dispose();
    },
  };
}
