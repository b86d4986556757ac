/** The engines' training steps against the ordinary tfjs program on the same hardware. Runs in the browser. */
import '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgl';
import { createLayout } from '../../src/model/layout';
import { createSimdEngine } from '../../src/model/simd/engine';
import { createWebglEngine } from '../../src/model/webgl/engine';
import { rendererName } from '../../src/platform/webgl';
import { alternate, type Pace, type Rounds } from './alternate';
import { countDraws } from './draws';
import { createOrdinary } from './ordinary';
import type { Shape } from './shapes';
import { randomImages, training } from './training';
import { prepareWasm } from './wasmBackend';

/** Images that are resident; a step takes a batch of them. */
const N = 2048;

/** The WebGL renderer's own name, or null where there is none. */
export const renderer = (): string | null => rendererName();

export interface SimdTiming {
  readonly ours: Pace;
  /** The matrix products of our step alone. */
  readonly products: Pace;
  readonly ordinary: Pace;
  /** Multiplications and additions of a step's matrix products. */
  readonly flops: number;
}

export async function timeSimd(shape: Shape, rounds: Rounds): Promise<SimdTiming> {
  await prepareWasm();
  const { inputs } = shape.architecture;
  const images = randomImages(N, inputs);
  const theirs = await createOrdinary('wasm', images, shape);
  const engine = await createSimdEngine(shape.architecture);
  const ours = training(engine, shape, images);
  const multiply = { step: () => engine.kernel.products(shape.batch) };
  const [a, b, c] = await alternate([ours, multiply, theirs], rounds);
  return { ours: a!, products: b!, ordinary: c!, flops: productFlops(shape) };
}

export interface WebglTiming {
  readonly ours: Pace;
  readonly ordinary: Pace;
  /** Draw calls a step. */
  readonly ourDraws: number;
  readonly ordinaryDraws: number;
}

export async function timeWebgl(shape: Shape, rounds: Rounds): Promise<WebglTiming> {
  const images = randomImages(N, shape.architecture.inputs);
  // First, because the engine's context becomes the one that tfjs would take.
  const theirs = await createOrdinary('webgl', images, shape);
  const ours = training(await createWebglEngine(shape.architecture), shape, images);
  const [a, b] = await alternate([ours, theirs], rounds);
  return {
    ours: a!,
    ordinary: b!,
    ourDraws: countDraws(() => ours.step()),
    ordinaryDraws: countDraws(() => theirs.step()),
  };
}

/** x·W and xᵀ·δ of every layer, δ·Wᵀ of all but the first. */
function productFlops({ architecture, batch }: Shape): number {
  return createLayout(architecture).layers.reduce(
    (sum, { inputs, outputs }, i) => sum + 2 * batch * inputs * outputs * (i === 0 ? 2 : 3),
    0,
  );
}
